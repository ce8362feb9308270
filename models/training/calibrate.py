"""What turns the outputs of a graph into probabilities, fitted on the validation pairs.

One temperature for "is there a position at all" and one for the side, given a position (temperature scaling: Guo et
al. 2017, "On calibration of modern neural networks"): the many pairs without a position are easy, and what suits them
leaves the sides too sure or not sure enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from models.evaluate.scores import class_f1
from models.stance.base import LABELS
from models.stance.onnx import UNRELATED
from models.statements.conditions import find_condition
from models.training.examples import Example

Floats = NDArray[np.float64]
TEMPERATURES = np.arange(0.3, 3.01, 0.02)
THRESHOLDS = np.arange(-3.0, 3.01, 0.1)


def calibrate(labels: Floats, conditions: Floats, examples: Sequence[Example]) -> dict[str, Any]:
    """Return the record's temperature, stance_temperature and condition_threshold.

    `labels` are logits of shape (pairs, 4), `conditions` of shape (pairs,); the examples hold the gold.
    """
    gold = np.array([LABELS.index(example.label) for example in examples], dtype=np.int64)
    held = gold != UNRELATED
    return {
        "temperature": best_temperature(labels, gold),
        "stance_temperature": best_temperature(labels[held][:, :UNRELATED], gold[held]),
        "condition_threshold": best_threshold(
            conditions[held], [example for example, counts in zip(examples, held, strict=True) if counts]
        ),
    }


def best_temperature(logits: Floats, gold: NDArray[np.int64]) -> float:
    """Return the temperature in 0.3 to 3 with the least negative log-likelihood of `gold` (indices of columns)."""
    rows = np.arange(len(gold))
    losses = [-log_softmax(logits / value, axis=1)[rows, gold].mean() for value in TEMPERATURES]
    return float(round(TEMPERATURES[int(np.argmin(losses))], 2))


def best_threshold(conditions: Floats, examples: Sequence[Example]) -> float:
    """Return the condition logit, -3 to 3, above which "conditional" has the best F1; 0 where nothing is conditional.

    A side is conditional only where the words of the condition are found as well, so they count here.
    """
    known = [place for place, example in enumerate(examples) if example.conditional is not None]
    gold = [str(examples[place].conditional) for place in known]
    if "True" not in gold:
        return 0.0
    worded = [find_condition(examples[place].query.text) is not None for place in known]
    scores = [
        class_f1(gold, [str(bool(conditions[p] > value and w)) for p, w in zip(known, worded, strict=True)], "True")
        for value in THRESHOLDS
    ]
    return float(round(THRESHOLDS[int(np.argmax(scores))], 2))
