"""What the store rests on: outlets with their documents, positions and dates."""

from __future__ import annotations

import pandas as pd

UNKNOWN = "not known"


def by_outlet(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row an outlet, the most quoted first: outlet, documents, positions, actors, first, last, probability.

    `probability` is the mean probability of the chosen stances, 1/3 to 1.
    """
    named = frame.assign(outlet=frame["source"].fillna(UNKNOWN).replace("", UNKNOWN))
    grouped = named.groupby("outlet").agg(
        documents=("document_id", "nunique"),
        positions=("statement_id", "size"),
        actors=("actor", "nunique"),
        first=("when", "min"),
        last=("when", "max"),
        probability=("probability", "mean"),
    )
    return grouped.reset_index().sort_values(["positions", "outlet"], ascending=[False, True], ignore_index=True)
