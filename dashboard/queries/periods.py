"""A period against the equally long one before it: what was said in each, and by whom for the first time."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import numpy as np
import pandas as pd

PARTS = 10
"""A period is cut into at most this many parts to show its course."""
MEASURES = ("positions", "actors", "documents", "outlets")


class Period(NamedTuple):
    """From `start` to `end`, both included."""

    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """How many days it has, at least 1."""
        return (self.end - self.start).days + 1

    @property
    def before(self) -> Period:
        """The equally long period that ends on the day before."""
        return Period(self.start - dt.timedelta(days=self.days), self.start - dt.timedelta(days=1))


class Tally(NamedTuple):
    """How much a period holds. Documents are those that hold a position."""

    positions: int
    actors: int
    documents: int
    outlets: int


def latest_period(frame: pd.DataFrame, days: int) -> Period | None:
    """Return the last `days` days that end with the last dated position of `frame`; None where nothing has a date."""
    last = frame["when"].max()
    return None if pd.isna(last) else Period(last.date() - dt.timedelta(days=days - 1), last.date())


def period_since(frame: pd.DataFrame, day: dt.date) -> Period | None:
    """Return the period from `day` to the last dated position of `frame`, at least `day` itself."""
    last = frame["when"].max()
    return None if pd.isna(last) else Period(day, max(day, last.date()))


def within(frame: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the rows of `frame` whose `when` lies in `period`."""
    end = pd.Timestamp(period.end) + pd.Timedelta(days=1)
    return frame[(frame["when"] >= pd.Timestamp(period.start)) & (frame["when"] < end)]


def with_before(frame: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the rows of `period` and of the one before it."""
    return within(frame, Period(period.before.start, period.end))


def tally(frame: pd.DataFrame) -> Tally:
    """Count what `frame` holds."""
    return Tally(len(frame), *(int(frame[name].nunique()) for name in ("actor", "document_id", "source")))


def course(frame: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the tally of each part of the period before and of `period`, oldest first: start, end, new, and MEASURES.

    Parts of a period differ by one day at most; `new` says whether a part is of `period`.
    """
    parts = [(part, new) for new, whole in ((False, period.before), (True, period)) for part in _parts(whole)]
    rows = [(*part, new, *tally(within(frame, part))) for part, new in parts]
    return pd.DataFrame(rows, columns=["start", "end", "new", *MEASURES])


def first_heard(frame: pd.DataFrame, period: Period) -> set[tuple[str, str]]:
    """Return the (actor, topic) that `frame` holds in `period` and never before it."""
    pairs = frame[frame["when"].notna()].groupby(["actor", "topic"])["when"].min()
    starts = pairs[(pairs >= pd.Timestamp(period.start)) & (pairs < pd.Timestamp(period.end) + pd.Timedelta(days=1))]
    return set(starts.index)


def _parts(period: Period) -> list[Period]:
    edges = np.linspace(0, period.days, min(PARTS, period.days) + 1).round().astype(int)
    days = [period.start + dt.timedelta(days=int(edge)) for edge in edges]
    return [Period(start, end - dt.timedelta(days=1)) for start, end in zip(days, days[1:], strict=False)]
