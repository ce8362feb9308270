import numpy as np
import pytest

from dashboard.estimates import Smoothing, change, gaps

SETTINGS = Smoothing(bandwidth=30, gap=90, step=5)
DAYS = list(range(0, 400, 10))


def test_the_gap_is_the_difference_with_its_sign() -> None:
    (gap,) = gaps(DAYS, [0.8] * 40, DAYS, [-0.2] * 40, SETTINGS)
    assert np.allclose(gap.gap, 1.0)
    assert np.all(gap.low < 1) and np.all(gap.high > 1)
    (other,) = gaps(DAYS, [-0.2] * 40, DAYS, [0.8] * 40, SETTINGS)
    assert np.allclose(other.gap, -1.0)


def test_it_is_there_only_where_both_speak() -> None:
    (gap,) = gaps(DAYS, [0.5] * 40, DAYS[10:20], [0.5] * 10, SETTINGS)
    assert (gap.days[0], gap.days[-1]) == (100, 190)
    assert gaps([0, 20, 40], [1, 1, 1], [200, 220, 240], [1, 1, 1], SETTINGS) == []
    assert gaps([], [], DAYS, [0] * 40, SETTINGS) == []


def test_it_breaks_where_either_is_silent() -> None:
    some = [day for day in DAYS if not 150 < day < 260]
    first, second = gaps(DAYS, [0.5] * 40, some, [0.1] * len(some), SETTINGS)
    assert (first.days[-1], second.days[0]) == (150, 260)


def test_the_band_is_wider_than_that_of_either_line() -> None:
    dense = gaps(DAYS, [0.5, -0.5] * 20, DAYS, [0.5, -0.5] * 20, SETTINGS)[0]
    thin = gaps(DAYS, [0.5, -0.5] * 20, DAYS[::4], [0.5, -0.5] * 5, SETTINGS)[0]
    assert (thin.high - thin.low).mean() > 1.2 * (dense.high - dense.low).mean()


def test_a_planted_convergence_is_found_and_so_is_its_opposite() -> None:
    random = np.random.default_rng(5)
    noise = random.uniform(-0.2, 0.2, 40)
    drawing_near = np.linspace(-0.8, 0.7, 40) + noise
    near = change(gaps(DAYS, [0.8] * 40, DAYS, drawing_near, SETTINGS), SETTINGS)
    assert near and near.word == "nearer" and near.first > 1 > near.last and near.p < 0.05
    apart = change(gaps(DAYS, [0.8] * 40, DAYS, drawing_near[::-1], SETTINGS), SETTINGS)
    assert apart and apart.word == "apart"


def test_two_who_change_sides_together_stay_as_they_are() -> None:
    moving = np.linspace(-0.8, 0.8, 40)
    found = change(gaps(DAYS, moving, DAYS, moving, SETTINGS), SETTINGS)
    assert found and found.word == "same" and found.last == pytest.approx(0)


@pytest.mark.parametrize("share", [0.9, 0.5])
def test_without_a_change_a_flag_is_rare(share: float) -> None:
    """Both say the same things at the same rates all the time: at most 5 % of 500 series may be flagged."""
    random = np.random.default_rng(19)
    flags = 0
    for _ in range(500):
        one, other = (np.sort(random.uniform(0, 400, 30)) for _ in range(2))
        scores = np.where(random.random(30) < share, 0.85, -0.85)
        others = np.where(random.random(30) < 1 - share, 0.85, -0.85)
        found = change(gaps(one, scores, other, others, SETTINGS), SETTINGS)
        flags += found is not None and found.word != "same"
    assert flags <= 25


def test_ends_that_are_near_in_time_are_not_compared() -> None:
    assert change(gaps([0, 25, 50], [1, 1, 1], [0, 25, 50], [-1, 0, 1], SETTINGS), SETTINGS) is None
    assert change([], SETTINGS) is None
