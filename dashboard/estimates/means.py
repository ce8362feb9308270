"""The mean score of each actor on each topic, with an interval that respects stories.

Utterances on one event are not independent: documents of one story say much the same. So the interval is that of a mean
over stories, each weighing as much as it has utterances: the variance between the stories' means over Kish's (1965)
effective number of stories. Few stories can agree by chance, so the variance is drawn towards the same wide prior as that
of a smoothed line, and Student's t takes the place of the normal law.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.stats import t as student

from dashboard.estimates.smoothing import PRIOR_DEVIATION, PRIOR_WEIGHT
from dashboard.estimates.utterances import utterances

COLUMNS = ["actor", "topic", "mean", "low", "high", "utterances", "stories", "outlets"]
PAIR = ["actor", "topic"]
UTTERANCE = [*PAIR, "utterance"]


def topic_means(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each actor and topic of `frame`, positions with `story`: COLUMNS.

    `mean` (-1 to +1) counts each utterance once, `low` to `high` is its 95 % interval; `utterances`, `stories` and
    `outlets` say what it rests on. An utterance belongs to the story that reported it first. Positions without a date
    are left out.
    """
    dated = frame[frame["when"].notna()]
    if dated.empty:
        return pd.DataFrame(columns=COLUMNS)
    first = dated.sort_values(["when", "document_id"]).drop_duplicates(UTTERANCE)[[*UTTERANCE, "story"]]
    once = utterances(dated).merge(first, on=UTTERANCE)
    stories = once.groupby([*PAIR, "story"], as_index=False)["score"].agg(["mean", "size"])
    result = _of_stories(stories)
    result["outlets"] = dated.groupby(PAIR)["source"].nunique()
    return result.reset_index()[COLUMNS]


def _of_stories(stories: pd.DataFrame) -> pd.DataFrame:
    """From one row a story (mean, size) to one row a pair."""
    weighed = stories.assign(total=stories["mean"] * stories["size"], square=stories["size"] ** 2)
    sums = weighed.groupby(PAIR)[["total", "size", "square"]].sum()
    mean = sums["total"] / sums["size"]
    centre = mean.reindex(pd.MultiIndex.from_frame(stories[PAIR])).to_numpy()
    spread = weighed.assign(square=weighed["size"] * (weighed["mean"] - centre) ** 2).groupby(PAIR)["square"].sum()
    effective = sums["size"] ** 2 / sums["square"]
    freedom = effective - 1 + PRIOR_WEIGHT
    variance = (effective * spread / sums["size"] + PRIOR_WEIGHT * PRIOR_DEVIATION**2) / freedom
    half = student.ppf(0.975, freedom) * np.sqrt(variance / effective)
    return pd.DataFrame(
        {
            "mean": mean,
            "low": (mean - half).clip(-1, 1),
            "high": (mean + half).clip(-1, 1),
            "utterances": sums["size"].astype(int),
            "stories": weighed.groupby(PAIR)["story"].size(),
        }
    )
