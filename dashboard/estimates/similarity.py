"""An order in which actors that stand alike stand beside each other.

Average linkage (Sokal and Michener 1958) on the mean distance of scores over shared topics, its leaves turned so that
neighbours are as near as they can be (Bar-Joseph et al. 2001), as SciPy does both.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import squareform

UNKNOWN = 0.5
"""Distance (0 to 1) of two actors that share no topic: neither near nor far."""


def similar_together(standings: pd.DataFrame, actors: Sequence[str]) -> list[str]:
    """Return `actors` so that those with like scores are neighbours, always the same for the same input.

    `standings` has one row a pair with `actor`, `topic` and `score` (-1 to +1). Of the two ways to read the order, the one
    that begins nearer to the first of `actors`.
    """
    if len(actors) < 3:
        return list(actors)
    table = standings.pivot(index="actor", columns="topic", values="score").reindex(actors).to_numpy(dtype=float)
    apart = np.abs(table[:, None, :] - table[None, :, :]) / 2
    shared = (~np.isnan(apart)).sum(axis=2)
    distances = np.where(shared > 0, np.nansum(apart, axis=2) / np.maximum(shared, 1), UNKNOWN)
    np.fill_diagonal(distances, 0)
    leaves = leaves_list(linkage(squareform(distances, checks=False), "average", optimal_ordering=True)).tolist()
    if leaves.index(0) > len(leaves) // 2:
        leaves.reverse()
    return [actors[leaf] for leaf in leaves]
