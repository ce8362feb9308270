"""All positions of a store as one data frame: the frame that every other query starts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pandas as pd

from dashboard.store import Store
from models.schema import POSITION_FIELDS

DATES = ("published", "date")
PROBABILITIES = ["p_support", "p_oppose", "p_neutral"]
FIELDS = [*POSITION_FIELDS, "utterance", "story"]
"""Those of the contract, and what the store knows beside: reports of one remark share `utterance`, documents on one event
`story`, the id of the one that told it first."""
ROWS_AT_ONCE = 20_000
"""A frame is far smaller than the rows that it is made of: those are turned into frames a part at a time."""


def load_positions(store: Store) -> pd.DataFrame:
    """Return one row a position: FIELDS and what is derived of them.

    Derived: `when` (the date, else the published date), `score` (P(support) - P(oppose), -1 to +1), `probability`
    (of the chosen stance, 1/3 to 1), `week` (the Monday of the week of `when`).
    """
    rows = ([row[name] for name in FIELDS] for row in store.rows())
    chunks = [pd.DataFrame(chunk, columns=FIELDS) for chunk in _chunks(rows)]
    return derive(pd.concat(chunks, ignore_index=True) if chunks else pd.DataFrame(columns=FIELDS))


def derive(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame`, which has FIELDS, with the derived columns."""
    frame = frame.copy()
    for name in DATES:
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    frame["when"] = frame["date"].fillna(frame["published"])
    monday = frame["when"] - pd.to_timedelta(frame["when"].dt.day_of_week, unit="D")
    frame["week"] = monday.astype(frame["when"].dtype)
    frame[PROBABILITIES] = frame[PROBABILITIES].astype(float)
    frame["conditional"] = frame["conditional"].astype(bool)
    frame["score"] = frame["p_support"] - frame["p_oppose"]
    frame["probability"] = frame[PROBABILITIES].max(axis=1)
    return frame


def _chunks(rows: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, ROWS_AT_ONCE)):
        yield chunk
