"""The filters that all pages and the export share, and what counts once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep. An empty tuple keeps everything; dates are included; a position without a date passes no date filter.

    `least_probability` is of the chosen stance, 0 to 1. With `every_report` each position counts as an utterance of its
    own: coverage, where otherwise a remark counts once.
    """

    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    least_probability: float = 0.0
    every_report: bool = False

    @property
    def unit(self) -> str:
        """The noun for what is counted."""
        return "report" if self.every_report else "utterance"


def apply(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Return the rows of `frame` that pass `filters`; the frame itself stays as it is."""
    keep = frame["probability"] >= filters.least_probability
    choices = (
        ("topic", filters.topics), ("actor", filters.actors), ("source", filters.sources), ("stance", filters.stances)
    )  # fmt: skip
    for column, wanted in choices:
        if wanted:
            keep &= frame[column].isin(wanted)
    if filters.start is not None:
        keep &= frame["when"] >= pd.Timestamp(filters.start)
    if filters.end is not None:
        keep &= frame["when"] < pd.Timestamp(filters.end) + pd.Timedelta(days=1)
    kept = frame[keep]
    if not filters.every_report:
        return kept
    return kept.assign(utterance=kept["statement_id"] + " " + kept["topic"])
