"""Where actors stand: the latest stance of each on each topic, and what it rests on."""

from __future__ import annotations

import datetime as dt

import pandas as pd

WINDOW_DAYS = 90
"""A standing is the mean over this many days up to the actor's last statement on the topic."""
COLUMNS = [
    "actor", "topic", "score", "stance", "utterances", "outlets", "total", "last", "statement_id"
]  # fmt: skip


def standings(frame: pd.DataFrame, at: dt.date | None = None) -> pd.DataFrame:
    """Return one row for each actor and topic, as of the end of the day `at` (None: of all days).

    `score` is the mean score of the utterances in the 90 days up to the last one, `utterances` their number and
    `outlets` that of their sources; `stance`, `last` and `statement_id` belong to the last statement; `total` counts
    all utterances of the pair up to then.
    """
    dated = frame[frame["when"].notna()]
    if at is not None:
        dated = dated[dated["when"] < pd.Timestamp(at) + pd.Timedelta(days=1)]
    if dated.empty:
        return pd.DataFrame(columns=COLUMNS)
    ordered = dated.sort_values(["when", "probability", "statement_id"])
    by_pair = ordered.groupby(["actor", "topic"], sort=True)
    last = by_pair["when"].transform("max")
    recent = ordered[ordered["when"] > last - pd.Timedelta(days=WINDOW_DAYS)]
    one_each = recent.groupby(["actor", "topic", "utterance"])["score"].mean().groupby(["actor", "topic"])
    result = pd.DataFrame(
        {
            "score": one_each.mean(),
            "utterances": one_each.size(),
            "outlets": recent.groupby(["actor", "topic"])["source"].nunique(),
            "total": by_pair["utterance"].nunique(),
            "stance": by_pair["stance"].last(),
            "last": by_pair["when"].last(),
            "statement_id": by_pair["statement_id"].last(),
        }
    ).reset_index()
    return result[COLUMNS]
