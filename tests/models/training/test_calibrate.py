import numpy as np
import pytest

from models.training.calibrate import best_temperature, expected_calibration_error, softmax


def test_softmax_rows_sum_to_one_and_temperature_flattens() -> None:
    logits = np.array([[2.0, 0.0, 0.0, 0.0], [0.0, 900.0, 0.0, 0.0]])
    assert softmax(logits).sum(axis=1) == pytest.approx([1, 1])
    assert softmax(logits, 2.0)[0, 0] < softmax(logits, 1.0)[0, 0]


def test_temperature_of_an_overconfident_classifier_is_above_one() -> None:
    rng = np.random.default_rng(1)
    honest = rng.normal(size=(4000, 4))
    gold = np.array([rng.choice(4, p=row) for row in softmax(honest)])
    assert best_temperature(honest * 2, gold) == pytest.approx(2.0, abs=0.15)
    assert expected_calibration_error(softmax(honest), gold) < 0.03
    assert expected_calibration_error(softmax(honest * 4), gold) > 0.1
