"""What a trained graph gets right on labelled pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from models.evaluate.scores import accuracy, macro_f1, polarity
from models.schema import STANCES
from models.stance.base import LABELS
from models.training.calibrate import Floats, expected_calibration_error, softmax
from models.training.examples import Example


def measure(logits: Floats, examples: Sequence[Example], temperature: float) -> dict[str, Any]:
    """Return accuracy, macro-F1, polarity and calibration error of logits, shape (pairs, 4), against the gold labels."""
    probabilities = softmax(logits, temperature)
    gold = [example.label for example in examples]
    found = [LABELS[place] for place in probabilities.argmax(axis=1)]
    related = [place for place, label in enumerate(gold) if label != "unrelated"]
    truth = [gold[place] for place in related]
    answer = [LABELS[int(probabilities[place, :3].argmax())] for place in related]
    indices = np.array([LABELS.index(label) for label in gold], dtype=np.int64)
    return {
        "pairs": len(gold),
        "accuracy_4": round(accuracy(gold, found), 4),
        "macro_f1_4": round(macro_f1(gold, found, LABELS), 4),
        "stance_pairs": len(related),
        "accuracy_3": round(accuracy(truth, answer), 4),
        "macro_f1_3": round(macro_f1(truth, answer, STANCES), 4),
        "polarity": round(polarity(truth, answer), 4),
        "calibration_error": round(expected_calibration_error(probabilities, indices), 4),
    }
