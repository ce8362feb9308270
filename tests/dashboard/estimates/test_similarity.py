import pandas as pd

from dashboard.estimates.similarity import similar_together


def table(**scores: dict[str, float]) -> pd.DataFrame:
    rows = [(actor, topic, score) for actor, topics in scores.items() for topic, score in topics.items()]
    return pd.DataFrame(rows, columns=["actor", "topic", "score"])


TWO_CAMPS = table(
    A={"x": 1.0, "y": 1.0}, B={"x": -1.0, "y": -0.9}, C={"x": 0.9, "y": 1.0}, D={"x": -0.8, "y": -1.0}, E={"x": 0.8, "y": 0.7}
)  # fmt: skip


def test_those_who_stand_alike_are_neighbours() -> None:
    order = similar_together(TWO_CAMPS, ["A", "B", "C", "D", "E"])
    assert set(order[:3]) == {"A", "C", "E"}
    assert set(order[3:]) == {"B", "D"}


def test_it_begins_in_the_camp_of_the_first() -> None:
    assert set(similar_together(TWO_CAMPS, ["B", "A", "C", "D", "E"])[:2]) == {"B", "D"}


def test_one_who_shares_no_topic_is_kept_and_two_stay_as_they_are() -> None:
    alone = pd.concat([TWO_CAMPS, table(F={"z": 1.0})])
    assert sorted(similar_together(alone, list("ABCDEF"))) == list("ABCDEF")
    assert similar_together(TWO_CAMPS, ["D", "A"]) == ["D", "A"]
