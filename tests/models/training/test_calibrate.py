import numpy as np
import pytest
from scipy.special import softmax

from models.stance import Label, Query
from models.training.calibrate import best_temperature, best_threshold, calibrate
from models.training.examples import Example

LABELS: tuple[Label, ...] = ("support", "oppose", "neutral", "unrelated")
RNG = np.random.default_rng(1)


def example(label: Label, conditional: bool | None = None, text: str = "Yes, if you must.") -> Example:
    return Example(Query(text, "Chad", "a truce"), label, conditional, origin="made")


def test_the_temperature_of_an_overconfident_classifier_is_above_one() -> None:
    honest = RNG.normal(size=(4000, 4))
    gold = np.array([RNG.choice(4, p=row) for row in softmax(honest, axis=1)])
    assert best_temperature(honest * 2, gold) == pytest.approx(2.0, abs=0.15)


def test_sides_get_a_temperature_of_their_own() -> None:
    """Sure and right about what holds no position, too sure about the sides."""
    sides = RNG.normal(size=(3000, 3))
    drawn = [RNG.choice(3, p=row) for row in softmax(sides, axis=1)]
    held = np.hstack([sides * 3, np.full((3000, 1), -20.0)])
    none = np.tile([-8.0, -8.0, -8.0, 8.0], (9000, 1))
    examples = [*(example(LABELS[place]) for place in drawn), *[example("unrelated")] * 9000]
    fitted = calibrate(np.vstack([held, none]), np.zeros(12000), examples)
    assert fitted["stance_temperature"] == pytest.approx(3.0, abs=0.3)


def test_the_threshold_parts_the_conditional_from_the_others() -> None:
    logits = np.array([2.0, 1.5, 0.9, -1.0])
    examples = [example("support", conditional) for conditional in (True, True, False, False)]
    assert 0.9 <= best_threshold(logits, examples) < 1.5


def test_a_side_without_the_words_of_a_condition_is_never_conditional() -> None:
    """The second one would lower the threshold's score if it counted as found."""
    examples = [example("support", True), example("support", False, text="Yes.")]
    assert best_threshold(np.array([0.5, 2.0]), examples) < 0.5


def test_nothing_conditional_leaves_the_threshold_at_zero() -> None:
    assert best_threshold(np.array([1.0, -1.0]), [example("support", False), example("oppose")]) == 0.0
