"""Whether two actors draw nearer to each other on a topic: the gap between their smoothed lines, with its interval.

The gap is there only where both have a line: it breaks where either is silent. The two lines are taken as independent, so
its standard error is the root of the sum of their squared errors. First and last gap are compared by a normal test, where
they are far enough apart for the kernel to share next to nothing between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from dashboard.estimates.smoothing import Z_95, Smoothing, Stretch, smooth

Array = NDArray[np.float64]

LEVEL = 0.05
APART = 2.0
"""Bandwidths between the first and the last gap, for them to be compared."""


class Gap(NamedTuple):
    """An unbroken part of the gap: the first actor's mean less the other's (-2 to +2), at `days`, with its 95 % band."""

    days: Array
    gap: Array
    low: Array
    high: Array
    error: Array


class Change(NamedTuple):
    """From the first to the last gap, both without their sign (0 to 2); `p` for a difference between the two."""

    first_day: float
    last_day: float
    first: float
    last: float
    p: float

    @property
    def word(self) -> str:
        """`nearer` or `apart` where that is more than chance, else `same`."""
        if self.p >= LEVEL:
            return "same"
        return "nearer" if self.last < self.first else "apart"


def gaps(
    days: Any,
    scores: Any,
    other_days: Any,
    other_scores: Any,
    settings: Smoothing = Smoothing(),  # noqa: B008 (immutable)
) -> list[Gap]:
    """Return the stretches of the gap between two actors' lines, oldest first; days and scores as `smooth` takes them."""
    lines, others = smooth(days, scores, settings), smooth(other_days, other_scores, settings)
    found = [_gap(one, other, settings) for one in lines for other in others]
    return sorted((gap for gap in found if gap is not None), key=lambda gap: float(gap.days[0]))


def _gap(one: Stretch, other: Stretch, settings: Smoothing) -> Gap | None:
    start, end = max(one.days[0], other.days[0]), min(one.days[-1], other.days[-1])
    if end - start < settings.step:
        return None
    at = np.linspace(start, end, max(2, int(np.ceil((end - start) / settings.step)) + 1))
    # the lines' own steps are far shorter than their bandwidth: between them they are as good as straight
    mean, mean_of_other, error, error_of_other = (
        np.interp(at, line.days, values)
        for line, values in ((one, one.mean), (other, other.mean), (one, one.error), (other, other.error))
    )
    gap, error = mean - mean_of_other, np.hypot(error, error_of_other)
    return Gap(at, gap, np.clip(gap - Z_95 * error, -2, 2), np.clip(gap + Z_95 * error, -2, 2), error)


def change(found: Sequence[Gap], settings: Smoothing = Smoothing()) -> Change | None:  # noqa: B008 (immutable)
    """Compare the first with the last gap of `found`; None where they are too near in time to be compared."""
    if not found:
        return None
    (start, end), (first, last) = _ends(found, "days"), _ends(found, "gap")
    if end - start < APART * settings.bandwidth:
        return None
    errors = _ends(found, "error")
    z = (abs(last) - abs(first)) / float(np.hypot(*errors))
    return Change(start, end, abs(first), abs(last), float(2 * norm.sf(abs(z))))


def _ends(found: Sequence[Gap], name: str) -> tuple[float, float]:
    return float(getattr(found[0], name)[0]), float(getattr(found[-1], name)[-1])
