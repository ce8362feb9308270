import datetime as dt

import numpy as np
import pandas as pd
import pytest
from scipy.stats import permutation_test

from dashboard.estimates import Shifts, Side, shifts
from dashboard.estimates.shifts import LEVEL, MANY, permutation_p

SINCE = dt.date(2026, 2, 1)
Row = tuple[str, str, str, str, float]


def said(rows: list[Row], actor: str = "Russia", topic: str = "ceasefire") -> pd.DataFrame:
    """Positions of (document, day, utterance, source, score)."""
    frame = pd.DataFrame(rows, columns=["document_id", "when", "utterance", "source", "score"])
    return frame.assign(actor=actor, topic=topic).astype({"when": "datetime64[s]"})


def documents(scores: list[float], day: str, name: str) -> list[Row]:
    return [(f"{name}{i}", day, f"{name}{i}", f"outlet {i}", score) for i, score in enumerate(scores)]


def simulated(random: np.random.Generator, actor: str, shift: float = 0.0) -> pd.DataFrame:
    """4 to 12 documents on each side, of one to five positions that share the mood of their document."""
    rows: list[Row] = []
    for day, mean in (("2026-01-15", -shift / 2), ("2026-02-15", shift / 2)):
        for number in range(random.integers(4, 13)):
            mood = mean + random.normal(0, 0.4)
            for part in range(random.integers(1, 6)):
                name = f"{day}-{number}"
                score = float(np.clip(mood + random.normal(0, 0.1), -1, 1))
                rows.append((name, day, f"{name}-{part}", name, score))
    return said(rows, actor)


def test_a_planted_shift_is_found_with_what_it_rests_on() -> None:
    before = documents([-0.8, -0.9, -0.7, -0.8, -0.6], "2026-01-10", "b")
    after = documents([0.7, 0.5, 0.8, 0.9], "2026-02-10", "a")
    (shift,) = shifts(said(before + after), SINCE).moved
    assert shift.p == pytest.approx(1 / 126) and shift.corrected == shift.p < LEVEL  # one of the 126 ways to split nine
    assert (shift.before.utterances, shift.before.documents, shift.before.outlets) == (5, 5, 5)
    assert shift.before.score == pytest.approx(-0.76) and shift.after.score == pytest.approx(0.725)
    assert shift.change == pytest.approx(1.485)


def test_planted_shifts_are_found_among_pairs_without_one() -> None:
    random = np.random.default_rng(11)
    moved = [simulated(random, f"moved {i}", 1.4) for i in range(5)]
    stayed = [simulated(random, f"stayed {i}") for i in range(25)]
    found = shifts(pd.concat(moved + stayed), SINCE)
    assert len(found.tested) == 30
    assert {shift.actor for shift in found.moved} == {f"moved {i}" for i in range(5)}


def test_at_most_one_of_twenty_series_without_a_shift_raises_a_flag() -> None:
    random = np.random.default_rng(2026)
    series = pd.concat(simulated(random, f"actor {i}") for i in range(1000))
    found = shifts(series, SINCE)
    assert len(found.tested) == 1000
    assert len(found.moved) <= 50  # as flagged on the page
    # looked at alone, one of twenty is below the level by the meaning of a p-value: two standard errors of 1,000 draws
    assert abs(np.mean([shift.p < LEVEL for shift in found.tested]) - LEVEL) <= 2 * (0.05 * 0.95 / 1000) ** 0.5
    by_chance = series.assign(document_id=series["utterance"])  # were positions permuted, chance would look like news
    assert np.mean([shift.p < LEVEL for shift in shifts(by_chance, SINCE).tested]) > 0.2


def test_p_values_are_those_of_scipy() -> None:
    random = np.random.default_rng(3)
    for after, before in ((3, 4), (5, 5), (12, 14), (MANY, MANY + 5)):
        counts = random.integers(1, 4, after + before).astype(float)
        sums = counts * random.uniform(-1, 1, after + before)
        sums[:after] += 0.3

        def gap(some: np.ndarray, others: np.ndarray, axis: int, sums=sums, counts=counts) -> np.ndarray:
            left, right = (sums[part].sum(axis) / counts[part].sum(axis) for part in (some, others))
            return np.abs(left - right)

        expected = permutation_test(
            (np.arange(after), np.arange(after, after + before)), gap, alternative="greater", n_resamples=4999, rng=1
        )
        exact = after <= 5
        assert permutation_p(sums, counts, after) == pytest.approx(expected.pvalue, abs=1e-12 if exact else 0.02)


def test_nothing_rests_on_two_documents() -> None:
    before = documents([-1, -1, -1, -1, -1], "2026-01-10", "b")
    two = [(f"a{i % 2}", "2026-02-10", f"a{i}", "AFP", 1.0) for i in range(8)]
    found = shifts(said(before + two), SINCE)
    assert found == Shifts([], 1)


def test_positions_of_one_document_are_one_piece_of_evidence() -> None:
    long = [(f"{side}{i % 3}", day, f"{side}{i}", "AFP", score)
            for side, day, score in (("b", "2026-01-10", -0.9), ("a", "2026-02-10", 0.9)) for i in range(30)]  # fmt: skip
    (shift,) = shifts(said(long), SINCE).tested
    assert shift.p == pytest.approx(2 / 20)  # three against three: the best there is, though it rests on 60 positions
    assert shift.before.documents == 3 and shift.before.utterances == 30


def test_an_old_utterance_that_is_reported_again_is_not_new() -> None:
    rows = documents([-0.5, -0.5, -0.5], "2026-01-10", "b") + documents([0.5, 0.5, 0.5], "2026-02-10", "a")
    again: Row = ("late", "2026-02-20", "b0", "Reuters", -0.5)
    (shift,) = shifts(said([*rows, again]), SINCE).tested
    assert shift.after == Side(0.5, 3, 3, 3)
    assert shift.before == Side(-0.5, 3, 3, 4)  # the outlets of all reports of what was said


def test_the_correction_counts_all_pairs() -> None:
    moved = documents([-0.8] * 5, "2026-01-10", "b") + documents([0.8] * 4, "2026-02-10", "a")
    still = documents([0.1, 0.2, 0.3], "2026-01-10", "b") + documents([0.2, 0.1, 0.3], "2026-02-10", "a")
    frames = [said(moved), *(said(still, f"still {i}") for i in range(9))]
    (shift,) = shifts(pd.concat(frames), SINCE).tested[:1]
    assert shift.actor == "Russia"
    assert shift.corrected == pytest.approx(10 * shift.p)
    assert shifts(pd.concat(frames), SINCE).moved == []


def test_the_same_data_give_the_same_p_value_in_any_order() -> None:
    frame = simulated(np.random.default_rng(5), "Russia", 0.5)
    assert shifts(frame, SINCE) == shifts(frame.sample(frac=1, random_state=1), SINCE)


def test_scores_without_any_difference_are_no_shift() -> None:
    for number in (3, MANY):
        rows = documents([0.4] * number, "2026-01-10", "b") + documents([0.4] * number, "2026-02-10", "a")
        (shift,) = shifts(said(rows), SINCE).tested
        assert shift.p == 1 and shift.change == 0


def test_nothing_said_is_no_shift() -> None:
    assert shifts(said([]), SINCE) == Shifts([], 0)
    undated = said(documents([0.4], "2026-01-10", "b")).assign(when=pd.NaT).astype({"when": "datetime64[s]"})
    assert shifts(undated, SINCE) == Shifts([], 0)


def test_a_side_without_documents_is_an_error() -> None:
    with pytest.raises(ValueError, match="Both sides"):
        permutation_p(np.array([1.0, 2.0]), np.array([1.0, 1.0]), 2)
