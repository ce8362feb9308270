"""Temperature scaling (Guo et al. 2017, "On calibration of modern neural networks") and expected calibration error."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def softmax(logits: Floats, temperature: float = 1.0) -> Floats:
    """Return probabilities, of the same shape (pairs, labels), that sum to 1 by row."""
    scaled = logits / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    result: Floats = powers / powers.sum(axis=1, keepdims=True)
    return result


def best_temperature(logits: Floats, gold: NDArray[np.int64]) -> float:
    """Return the temperature in 0.5 to 3 with the least negative log-likelihood of `gold` (label indices)."""
    grid = np.arange(0.5, 3.01, 0.02)
    rows = np.arange(len(gold))
    losses = [-np.log(np.maximum(softmax(logits, value)[rows, gold], 1e-12)).mean() for value in grid]
    return float(round(grid[int(np.argmin(losses))], 2))


def expected_calibration_error(probabilities: Floats, gold: NDArray[np.int64], bins: int = 10) -> float:
    """Return the mean gap between confidence and accuracy over equal-width bins, weighted by size, 0 to 1."""
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == gold
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[place == number].mean() - right[place == number].mean()) * (place == number).mean()
        for number in range(bins)
        if (place == number).any()
    ]
    return float(sum(gaps))
