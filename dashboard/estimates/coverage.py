"""What a number rests on: how many utterances, from how many outlets, from when to when."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd


class Coverage(NamedTuple):
    """What stands behind one actor's figures."""

    actor: str
    utterances: int
    outlets: int
    first: dt.date | None
    last: dt.date | None


def coverage(frame: pd.DataFrame) -> list[Coverage]:
    """Return the coverage of each actor in `frame`, most utterances first, then by name."""
    if frame.empty:
        return []
    grouped = frame.groupby("actor")
    counted = grouped.agg(
        utterances=("utterance", "nunique"), outlets=("source", "nunique"), first=("when", "min"), last=("when", "max")
    )
    rows = [
        Coverage(str(actor), int(row["utterances"]), int(row["outlets"]), _day(row["first"]), _day(row["last"]))
        for actor, row in counted.to_dict(orient="index").items()
    ]
    return sorted(rows, key=lambda row: (-row.utterances, row.actor))


def _day(moment: pd.Timestamp) -> dt.date | None:
    return None if pd.isna(moment) else moment.date()
