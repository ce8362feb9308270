import pytest

from models.evaluate.scores import Match, accuracy, compare, macro_f1, polarity


def test_match_figures() -> None:
    match = Match(right=6, found=8, gold=12)
    assert (match.precision, match.recall) == (0.75, 0.5)
    assert match.f1 == pytest.approx(0.6)
    assert Match(0, 0, 0).f1 == 0


def test_compare_counts_what_two_sets_share() -> None:
    assert compare({("1", "a"), ("1", "b")}, {("1", "b"), ("2", "a"), ("2", "b")}) == Match(1, 2, 3)


def test_a_majority_answer_has_a_poor_macro_f1() -> None:
    gold = ["support"] * 8 + ["oppose", "neutral"]
    assert accuracy(gold, ["support"] * 10) == 0.8
    assert macro_f1(gold, ["support"] * 10) == pytest.approx((16 / 18) / 3)
    assert polarity(gold, ["support"] * 10) == 0.5
