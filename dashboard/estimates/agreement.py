"""Who agrees with whom: how close two actors stand over the topics that both speak on.

The agreement of a pair is 1 less half the mean distance of their mean scores (-1 to +1): 1 where they say the same on
every topic, 0 where they stand at opposite ends of each. A topic counts where both have enough utterances on it, and a pair
where it shares enough such topics: with fewer, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

LEAST_UTTERANCES = 2
"""Of each of the two on a topic, for the topic to count."""
LEAST_TOPICS = 3
"""That two actors must share."""


class Agreement(NamedTuple):
    """Of two actors, the earlier in the given order first. `value` is from 0 (opposite) to 1 (the same).

    It rests on `topics`, and on `utterances` of both actors together on them.
    """

    actor: str
    other: str
    value: float
    topics: tuple[str, ...]
    utterances: int


def agreements(
    means: pd.DataFrame,
    actors: Sequence[str],
    least_utterances: int = LEAST_UTTERANCES,
    least_topics: int = LEAST_TOPICS,
) -> list[Agreement]:
    """Return the agreement of each pair of `actors` that shares enough topics; `means` as `topic_means` returns them."""
    enough = means[(means["utterances"] >= least_utterances) & means["actor"].isin(actors)]
    scores = enough.pivot(index="actor", columns="topic", values="mean")
    numbers = enough.pivot(index="actor", columns="topic", values="utterances").fillna(0)
    topics = scores.columns.to_numpy()
    rows = {str(actor): row for actor, row in zip(scores.index, scores.to_numpy(dtype=float), strict=True)}
    counts = {str(actor): row for actor, row in zip(numbers.index, numbers.to_numpy(dtype=int), strict=True)}
    found = []
    for one, other in combinations([actor for actor in actors if actor in rows], 2):
        apart = np.abs(rows[one] - rows[other])
        shared = ~np.isnan(apart)
        if shared.sum() < max(1, least_topics):
            continue
        utterances = int(counts[one][shared].sum() + counts[other][shared].sum())
        found.append(Agreement(one, other, 1 - float(apart[shared].mean()) / 2, tuple(topics[shared]), utterances))
    return found
