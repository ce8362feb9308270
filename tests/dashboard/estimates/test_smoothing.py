import numpy as np

from dashboard.estimates import Smoothing, smooth

SETTINGS = Smoothing(bandwidth=30, gap=90, step=5)


def test_constant_scores_give_a_constant_line() -> None:
    (stretch,) = smooth([0, 40, 80, 120], [0.5, 0.5, 0.5, 0.5], SETTINGS)
    assert np.allclose(stretch.mean, 0.5)
    assert (stretch.days[0], stretch.days[-1]) == (0, 120)
    assert np.all(stretch.low < 0.5) and np.all(stretch.high > 0.5)


def test_order_does_not_count() -> None:
    (one,) = smooth([0, 30, 60], [1, 0, -1], SETTINGS)
    (other,) = smooth([60, 0, 30], [-1, 1, 0], SETTINGS)
    assert np.allclose(one.mean, other.mean)
    assert one.mean[0] > 0 > one.mean[-1]


def test_a_gap_breaks_the_line() -> None:
    first, second = smooth([0, 20, 40, 200, 220, 240], [1, 1, 1, -1, -1, -1], SETTINGS)
    assert first.days[-1] == 40 and second.days[0] == 200
    assert np.allclose(first.mean, 1) and np.allclose(second.mean, -1)


def test_band_is_wider_where_data_is_thin() -> None:
    dense = list(np.linspace(0, 60, 40))
    (stretch,) = smooth([*dense, 140, 225], [0.2, -0.2] * 21, SETTINGS)
    width = stretch.high - stretch.low
    assert width[-1] > 2 * width[0]
    assert stretch.effective[0] > stretch.effective[-1] >= 1


def test_band_covers_what_it_says() -> None:
    random = np.random.default_rng(7)
    covered = []
    for _ in range(300):
        days = np.sort(random.uniform(0, 200, 40))
        (stretch,) = smooth(days, np.where(random.random(40) < 0.7, 0.9, -0.9), Smoothing(30, 200, 5))
        middle = len(stretch.days) // 2
        covered.append(stretch.low[middle] <= 0.36 <= stretch.high[middle])
    assert np.mean(covered) > 0.9


def test_too_little_for_a_line() -> None:
    assert smooth([], []) == []
    assert smooth([3], [1]) == []
    assert smooth([3, 3, 40], [1, 0, 1], SETTINGS) == []
    assert smooth([3, 4, 5], [1, 0, 1], SETTINGS) == []


def test_band_stays_within_the_scale() -> None:
    (stretch,) = smooth([0, 20, 40], [1, 1, -1], SETTINGS)
    assert stretch.low.min() >= -1 and stretch.high.max() <= 1
