import pytest

from models.evaluate.calibration import reliability


def test_a_model_that_means_what_it_says_has_no_calibration_error() -> None:
    bins, error = reliability([0.75] * 4, [True, True, True, False])
    assert error == pytest.approx(0.0)
    assert [(item.confidence, item.accuracy, item.positions) for item in bins] == [(0.75, 0.75, 4)]


def test_a_boasting_one_errs_by_what_it_boasts() -> None:
    assert reliability([0.75] * 4, [False] * 4)[1] == pytest.approx(0.75)


def test_bins_count_by_their_size() -> None:
    _, error = reliability([1.0, 1.0, 1.0, 0.5], [True, True, True, False])
    assert error == pytest.approx(0.125)


def test_nothing_has_no_bins() -> None:
    assert reliability([], []) == ((), 0.0)
