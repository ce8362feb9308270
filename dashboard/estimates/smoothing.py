"""A line through scattered scores that widens where data is thin and breaks where there is none.

The line is the local mean with a Gaussian kernel over days (Nadaraya 1964, Watson 1964). Its band is the normal 95 %
interval of that mean: the local variance over Kish's (1965) effective number of observations. Few observations can
agree by chance, so the variance is drawn towards a wide prior that counts as two observations.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PRIOR_DEVIATION = 0.5
"""Of scores around their mean where nothing is known: half of the way from neutral to one side."""
PRIOR_WEIGHT = 2.0
Z_95 = 1.96
LEAST_DAYS = 3


class Smoothing(NamedTuple):
    """How to smooth, in days: the kernel's standard deviation, the gap that breaks a line, the step between its points."""

    bandwidth: float = 45.0
    gap: float = 120.0
    step: float = 7.0


class Stretch(NamedTuple):
    """An unbroken part of a line. `days` as given to `smooth`; `effective` is the effective number of observations.

    `error` is the standard error of `mean`; `low` and `high` are cut where the scale ends.
    """

    days: Array
    mean: Array
    low: Array
    high: Array
    effective: Array
    error: Array


def smooth(days: Any, scores: Any, settings: Smoothing = Smoothing()) -> list[Stretch]:  # noqa: B008 (immutable)
    """Return the stretches of the line through `scores` (-1 to +1) at `days` (numbers, in any order).

    A stretch needs three different days over two steps: with less, the points say all.
    """
    days, scores = np.asarray(days, dtype=float), np.asarray(scores, dtype=float)
    if days.size == 0:
        return []
    order = np.argsort(days, kind="stable")
    days, scores = days[order], scores[order]
    breaks = np.flatnonzero(np.diff(days) > settings.gap) + 1
    parts = zip(np.split(days, breaks), np.split(scores, breaks), strict=True)
    return [_stretch(some, values, settings) for some, values in parts if _is_long(some, settings)]


def _is_long(days: Array, settings: Smoothing) -> bool:
    return np.unique(days).size >= LEAST_DAYS and bool(days[-1] - days[0] >= 2 * settings.step)


def _stretch(days: Array, scores: Array, settings: Smoothing) -> Stretch:
    count = max(3, int(np.ceil((days[-1] - days[0]) / settings.step)) + 1)
    at = np.linspace(days[0], days[-1], count)
    weights = np.exp(-0.5 * ((at[:, None] - days[None, :]) / settings.bandwidth) ** 2)
    mass = weights.sum(axis=1)
    mean = weights @ scores / mass
    squares = (weights * (scores[None, :] - mean[:, None]) ** 2).sum(axis=1)
    variance = (squares + PRIOR_WEIGHT * PRIOR_DEVIATION**2) / (mass + PRIOR_WEIGHT)
    effective = mass**2 / (weights**2).sum(axis=1)
    error = np.sqrt(variance / effective)
    half = Z_95 * error
    return Stretch(at, mean, np.clip(mean - half, -1, 1), np.clip(mean + half, -1, 1), effective, error)
