"""From positions to utterances: what was said once counts once, however many outlets report it."""

from __future__ import annotations

import pandas as pd


def utterances(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row an utterance, oldest first: actor, topic, utterance, when, score, outlets.

    `when` is the first day on which it was reported, `score` the mean of its positions. Positions without a date are
    left out.
    """
    dated = frame[frame["when"].notna()]
    grouped = dated.groupby(["actor", "topic", "utterance"], sort=False)
    result = grouped.agg(when=("when", "min"), score=("score", "mean"), outlets=("source", "nunique")).reset_index()
    return result.sort_values(["when", "utterance"], ignore_index=True)
