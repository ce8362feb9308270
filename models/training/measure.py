"""What a trained graph gets right on labelled pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.evaluate.calibration import reliability
from models.evaluate.comparison import condition_f1, three_way
from models.evaluate.scores import accuracy, macro_f1, polarity
from models.schema import STANCES
from models.stance.base import LABELS, Judgement
from models.training.examples import Example


def measure(judgements: Sequence[Judgement], examples: Sequence[Example]) -> dict[str, Any]:
    """Return accuracy, macro-F1, polarity, calibration errors and the F1 of conditions of answers to `examples`.

    The figures that end in 4 are of all labels, those that end in 3 of the pairs with a position, given that there is
    one; `condition_f1` is None where no gold position is known to be conditional.
    """
    gold, found = [example.label for example in examples], [item.label for item in judgements]
    held = [place for place, label in enumerate(gold) if label != "unrelated"]
    truth = [gold[place] for place in held]
    answers = [judgements[place] for place in held]
    sides = [three_way(item) for item in answers]
    _, error = reliability(
        [max(item.p_support, item.p_oppose, item.p_neutral, item.p_unrelated) for item in judgements],
        [label == answer for label, answer in zip(gold, found, strict=True)],
    )
    _, error_3 = reliability(
        [max(item.stance_probabilities()) for item in answers],
        [label == side for label, side in zip(truth, sides, strict=True)],
    )
    return {
        "pairs": len(gold),
        "accuracy_4": round(accuracy(gold, found), 4),
        "macro_f1_4": round(macro_f1(gold, found, LABELS), 4),
        "stance_pairs": len(held),
        "accuracy_3": round(accuracy(truth, sides), 4),
        "macro_f1_3": round(macro_f1(truth, sides, STANCES), 4),
        "polarity": round(polarity(truth, sides), 4),
        "calibration_error": error,
        "calibration_error_3": error_3,
        "condition_f1": condition_f1([examples[place].conditional for place in held], answers),
    }
