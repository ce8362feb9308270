from typing import Any

import pandas as pd
import pytest

from dashboard.estimates import contradictions
from dashboard.estimates.contradictions import plain_sides

ROW = {
    "actor": "Russia", "topic": "ceasefire", "when": "2026-01-01", "stance": "oppose", "conditional": False, "probability": 0.9,
}  # fmt: skip


def said(*rows: dict[str, Any]) -> pd.DataFrame:
    full = [{**ROW, "statement_id": f"s{number}", "utterance": f"u{number}", **row} for number, row in enumerate(rows)]
    columns = [*ROW, "statement_id", "utterance"]
    return pd.DataFrame(full, columns=columns).astype({"when": "datetime64[s]"})


def pairs(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return sorted((pair.earlier, pair.later) for pair in contradictions(frame))


def test_opposite_sides_within_the_time_are_a_pair() -> None:
    (pair,) = contradictions(said({}, {"stance": "support", "when": "2026-02-10", "probability": 0.8}))
    assert pair == ("Russia", "ceasefire", "s0", "s1", 40, pytest.approx(0.8))


@pytest.mark.parametrize(("day", "found"), [("2026-03-02", 1), ("2026-03-03", 0), ("2025-11-02", 1), ("2025-11-01", 0)])
def test_sixty_days_are_the_limit(day: str, found: int) -> None:
    assert len(contradictions(said({}, {"stance": "support", "when": day}))) == found


@pytest.mark.parametrize(
    "other",
    [
        {"stance": "oppose"}, {"stance": "neutral"}, {"conditional": True}, {"probability": 0.69}, {"actor": "France"},
        {"topic": "sanctions"}, {"when": None},
    ],
)  # fmt: skip
def test_what_is_no_plain_opposite_is_no_pair(other: dict[str, Any]) -> None:
    frame = said({}, {"stance": "support", "when": "2026-01-05", **other})
    assert contradictions(frame) == []
    assert len(contradictions(said({}, {"stance": "support", "when": "2026-01-05"}))) == 1


def test_a_report_repeated_later_is_no_new_statement() -> None:
    frame = said(
        {"when": "2026-01-01", "utterance": "same", "probability": 0.8},
        {"when": "2026-01-02", "stance": "support"},
        {"when": "2026-01-03", "utterance": "same", "probability": 0.95},
    )
    assert pairs(frame) == [("s2", "s1")]


def test_each_statement_is_set_against_the_one_before_it() -> None:
    days = ["2026-01-01", "2026-01-10", "2026-01-20", "2026-01-30"]
    sides = ["oppose", "oppose", "support", "oppose"]
    frame = said(*({"when": day, "stance": side} for day, side in zip(days, sides, strict=True)))
    assert pairs(frame) == [("s1", "s2"), ("s2", "s3")]
    assert pairs(frame.sample(frac=1, random_state=1)) == [("s1", "s2"), ("s2", "s3")]


def test_of_one_day_and_side_the_surest_counts_and_a_busy_day_makes_no_extra_turns() -> None:
    frame = said(
        {"when": "2026-01-01", "stance": "support"},
        {"when": "2026-01-02", "stance": "oppose", "probability": 0.75},
        {"when": "2026-01-02", "stance": "oppose", "probability": 0.85},
        {"when": "2026-01-02", "stance": "support"},
        {"when": "2026-01-02", "stance": "support", "probability": 0.95},
        {"when": "2026-01-03", "stance": "oppose"},
    )
    assert pairs(frame) == [("s4", "s2")]


def test_surest_first_then_newest() -> None:
    frame = said(
        {"topic": "a", "probability": 0.75}, {"topic": "a", "when": "2026-01-02", "stance": "support"},
        {"topic": "b"}, {"topic": "b", "when": "2026-01-02", "stance": "support"},
        {"topic": "c"}, {"topic": "c", "when": "2026-01-03", "stance": "support"},
    )  # fmt: skip
    assert [pair.topic for pair in contradictions(frame)] == ["c", "b", "a"]


def test_plain_sides_are_what_is_compared() -> None:
    frame = said({}, {"stance": "neutral"}, {"conditional": True}, {"probability": 0.7}, {"when": None})
    assert list(plain_sides(frame)["statement_id"]) == ["s0", "s3"]


def test_nothing_contradicts_nothing() -> None:
    assert contradictions(said()) == []
