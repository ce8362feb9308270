import pandas as pd
import pytest

from dashboard.estimates import Agreement, agreements


def means(**scores: dict[str, float]) -> pd.DataFrame:
    """Mean scores by actor and topic; a topic that ends in `?` rests on a single utterance, each other on three."""
    rows = [
        (actor, topic.rstrip("?"), score, 1 if topic.endswith("?") else 3)
        for actor, topics in scores.items()
        for topic, score in topics.items()
    ]
    return pd.DataFrame(rows, columns=["actor", "topic", "mean", "utterances"])


def test_agreement_is_one_less_half_the_mean_distance() -> None:
    table = means(France={"a": 1.0, "b": 0.5, "c": 0.0}, Russia={"a": -1.0, "b": 0.5, "c": 0.4})
    (pair,) = agreements(table, ["France", "Russia"])
    assert pair == Agreement("France", "Russia", pytest.approx(1 - (2 + 0 + 0.4) / 3 / 2), ("a", "b", "c"), 18)


def test_the_ends_of_the_scale() -> None:
    table = means(A={"x": 1, "y": -1, "z": 1}, B={"x": -1, "y": 1, "z": -1}, C={"x": 1, "y": -1, "z": 1})
    assert [pair.value for pair in agreements(table, ["A", "B", "C"])] == [0, 1, 0]


def test_only_topics_on_which_both_say_enough_count() -> None:
    table = means(A={"w": 1, "x": 1, "y": 1, "z": 1}, B={"w": 1, "x": 1, "y": 1, "z?": -1})
    (pair,) = agreements(table, ["A", "B"])
    assert (pair.value, pair.topics, pair.utterances) == (1, ("w", "x", "y"), 18)


def test_nothing_is_said_where_too_few_topics_are_shared() -> None:
    table = means(A={"x": 1, "y": 1, "z": 1}, B={"x": 1, "y": 1, "z?": 1}, C={"v": 1}, D={})
    assert agreements(table, ["A", "B", "C", "D"]) == []
    assert len(agreements(table, ["A", "B"], least_topics=2)) == 1
    assert agreements(table, ["A", "C"], least_topics=0) == []


def test_the_order_of_actors_is_kept_and_others_are_left_out() -> None:
    table = means(A={"x": 1, "y": 1, "z": 1}, B={"x": 1, "y": 1, "z": 1}, C={"x": 1, "y": 1, "z": 1})
    assert [(pair.actor, pair.other) for pair in agreements(table, ["C", "A"])] == [("C", "A")]
    assert agreements(table.iloc[:0], ["A", "B"]) == []
