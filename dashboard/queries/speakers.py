"""Who spoke for an actor: the people and bodies that the texts name."""

from __future__ import annotations

import pandas as pd

NOT_NAMED = "not named"


def by_speaker(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a speaker, the most heard first: speaker, utterances, topics, outlets, first, last.

    Names are those of the texts: “Lavrov” and “Sergei Lavrov” are two rows. What names nobody is one row, NOT_NAMED,
    which comes last.
    """
    named = frame.assign(speaker=frame["speaker"].fillna(NOT_NAMED).replace("", NOT_NAMED))
    grouped = named.groupby("speaker").agg(
        utterances=("utterance", "nunique"),
        topics=("topic", "nunique"),
        outlets=("source", "nunique"),
        first=("when", "min"),
        last=("when", "max"),
    )
    rows = grouped.reset_index()
    rows["unnamed"] = rows["speaker"] == NOT_NAMED
    ordered = rows.sort_values(["unnamed", "utterances", "speaker"], ascending=[True, False, True], ignore_index=True)
    return ordered.drop(columns="unnamed")
