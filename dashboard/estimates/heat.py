"""Which topics are spoken on more than before: their share of the documents before a day and from that day on.

A topic heats up where more of the documents speak on it. Shares, not numbers: more documents in the store make nothing hot.
The p-value is Fisher's exact one (1935) for a larger share, corrected for the topics that are looked at (Benjamini and
Hochberg 1995). Documents are counted, so that a long one says no more than a short one.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd
from scipy.stats import false_discovery_control, fisher_exact

from dashboard.estimates.shifts import LEAST_DOCUMENTS, LEVEL


class Heat(NamedTuple):
    """Documents that speak on a topic, of all documents, before and after; `p` and `corrected` as of a shift."""

    topic: str
    before: int
    before_of: int
    after: int
    after_of: int
    p: float
    corrected: float

    @property
    def change(self) -> float:
        """Share of the documents after less the share before, -1 to +1."""
        return self.after / max(self.after_of, 1) - self.before / max(self.before_of, 1)

    @property
    def told_from_chance(self) -> bool:
        """Whether the topic is flagged as hotter; nothing is that rests on fewer than three documents now."""
        return self.corrected < LEVEL and self.after >= LEAST_DOCUMENTS


def topic_heat(frame: pd.DataFrame, since: dt.date) -> list[Heat]:
    """Return the heat of each topic of `frame`, the most gained first: before the day `since` against then and later."""
    dated = frame[frame["when"].notna()]
    if dated.empty:
        return []
    after = (dated["when"] >= pd.Timestamp(since)).rename("after")
    of = dated.groupby(after)["document_id"].nunique()
    before_of, after_of = int(of.get(False, 0)), int(of.get(True, 0))
    spoken = dated.groupby(["topic", after])["document_id"].nunique().unstack(fill_value=0)
    spoken = spoken.reindex(columns=[False, True], fill_value=0)
    numbers = [(str(topic), int(row[False]), int(row[True])) for topic, row in spoken.to_dict(orient="index").items()]
    values = [
        float(fisher_exact([[now, after_of - now], [then, before_of - then]], alternative="greater").pvalue)
        for _, then, now in numbers
    ]
    heat = [
        Heat(topic, then, before_of, now, after_of, p, float(corrected))
        for (topic, then, now), p, corrected in zip(numbers, values, false_discovery_control(values), strict=True)
    ]
    return sorted(heat, key=lambda row: (-row.change, row.topic))
