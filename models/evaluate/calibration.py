"""Whether answers that are given with 70 % are right seven times in ten (Guo et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies within one tenth: mean confidence, and the share that is right."""

    confidence: float
    accuracy: float
    positions: int


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[tuple[Bin, ...], float]:
    """Return the bins of a reliability diagram, and the expected calibration error, 0 to 1 (0 without answers)."""
    confidence, hits = np.array(confidences, dtype=float), np.array(right, dtype=float)
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    bins = tuple(
        Bin(
            round(float(confidence[place == number].mean()), 4),
            round(float(hits[place == number].mean()), 4),
            int((place == number).sum()),
        )
        for number in range(BINS)
        if (place == number).any()
    )
    error = sum(abs(item.confidence - item.accuracy) * item.positions for item in bins) / max(1, len(confidence))
    return bins, round(error, 4)
