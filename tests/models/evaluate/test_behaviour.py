import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from models.errors import InputError
from models.evaluate.behaviour import BehaviourReport, Case, KindRate, Pair, evaluate_behaviour, load_suite
from models.stance import Judgement, Query
from models.stance.base import LABELS, Label


class Answers:
    """A classifier that knows each text's label by heart, and answers `neutral` otherwise."""

    name = "answers@1"

    def __init__(self, labels: dict[tuple[str, str], Label]) -> None:
        self._labels = labels

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        labels = [self._labels.get((query.text, query.actor), "neutral") for query in queries]
        return [
            Judgement(*(float(label == one) for one in LABELS), conditional=False, condition=None) for label in labels
        ]


def case(text: str, stance: Label) -> Case:
    return Case(Query(text, "Poland", "a truce"), stance)


PAIRS = [
    Pair("ruled out", case("Poland ruled out a truce", "oppose"), case("Poland ruled in a truce", "support")),
    Pair("ruled out", case("Poland excluded a truce", "oppose"), case("Poland included a truce", "support")),
    Pair("mention", case("Poland read of a truce", "unrelated"), case("Poland weighed a truce", "neutral")),
]


def report() -> BehaviourReport:
    known: dict[tuple[str, str], Label] = {
        ("Poland ruled out a truce", "Poland"): "oppose",
        ("Poland ruled in a truce", "Poland"): "support",
        ("Poland excluded a truce", "Poland"): "oppose",
        ("Poland read of a truce", "Poland"): "unrelated",
    }
    return evaluate_behaviour(Answers(known), PAIRS)


def test_a_pair_passes_only_when_both_answers_are_right() -> None:
    result = report()
    assert result.kinds == (KindRate("ruled out", 1, 2), KindRate("mention", 1, 1))
    assert (result.total.passed, result.total.pairs) == (2, 3)
    (wrong,) = result.wrong
    assert (wrong.text, wrong.gold, wrong.found) == ("Poland included a truce", "support", "neutral")


def test_a_report_becomes_plain_values_and_a_table_with_the_weakest_kind_first() -> None:
    values = json.loads(json.dumps(report().to_dict()))
    assert values["model"] == "answers@1" and values["rate"] == pytest.approx(2 / 3)
    assert values["kinds"][0] == {"kind": "ruled out", "passed": 1, "pairs": 2, "rate": 0.5}
    lines = report().table().splitlines()
    assert [line.split("  ")[0] for line in lines[2:]] == ["ruled out", "mention", "all"]


def test_a_kind_without_pairs_has_rate_zero() -> None:
    assert evaluate_behaviour(Answers({}), []).total.rate == 0


@pytest.fixture(scope="module")
def suite() -> list[Pair]:
    return load_suite()


def test_the_suite_is_broad_and_balanced(suite: list[Pair]) -> None:
    kinds = Counter(pair.kind for pair in suite)
    assert len(kinds) >= 26
    assert min(kinds.values()) >= 8
    cases = [case for pair in suite for case in (pair.first, pair.second)]
    assert len(cases) >= 416
    stances = Counter(case.stance for case in cases)
    assert set(stances) == set(LABELS) and min(stances.values()) >= 40
    assert len({case.query.actor for case in cases}) >= 40
    assert len({case.query.proposition for case in cases}) >= 100


def test_every_statement_names_its_actor_and_has_the_length_of_a_sentence(suite: list[Pair]) -> None:
    for query in (case.query for pair in suite for case in (pair.first, pair.second)):
        assert query.actor_spans, query.text
        assert 12 <= len(query.text.split()) <= 40, query.text


def test_the_sides_of_a_pair_differ_and_no_statement_stands_twice(suite: list[Pair]) -> None:
    asked = [(case.query.text, case.query.actor) for pair in suite for case in (pair.first, pair.second)]
    assert [item for item, count in Counter(asked).items() if count > 1] == []
    for pair in suite:
        same_text = pair.first.query.text == pair.second.query.text
        assert same_text == (pair.first.query.actor != pair.second.query.actor), pair.first.query.text


def test_a_classifier_that_is_always_right_passes_the_suite(suite: list[Pair]) -> None:
    known = {(case.query.text, case.query.actor): case.stance for pair in suite for case in (pair.first, pair.second)}
    result = evaluate_behaviour(Answers(known), suite)
    assert result.total.rate == 1 and result.wrong == ()


SIDE = {"text": "Poland rejects a truce.", "stance": "oppose"}
ROW = {"kind": "votes", "actor": "Poland", "proposition": "a truce", "first": SIDE, "second": SIDE}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "Line 1 of .* is no JSON"),
        (json.dumps({**ROW, "kind": ""}), "kind and actor"),
        (json.dumps({**ROW, "topic": "ceasefire"}), "either a proposition"),
        (json.dumps({key: ROW[key] for key in ROW if key != "proposition"}), "either a proposition"),
        (json.dumps({**{key: ROW[key] for key in ROW if key != "proposition"}, "topic": "trade"}), "key of a topic"),
        (json.dumps({**ROW, "second": {**SIDE, "stance": "maybe"}}), "a stance, one of support"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "suite.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        load_suite(path)


def test_a_missing_suite_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no behaviour suite"):
        load_suite(tmp_path / "none.jsonl")


def test_leaders_are_marked_and_a_side_may_ask_about_its_own_actor(tmp_path: Path) -> None:
    text = "Emmanuel Macron wants a truce that Orsenia rejects."
    sides = {
        "first": {"text": text, "stance": "support"},
        "second": {"actor": "Orsenia", "text": text, "stance": "oppose"},
    }
    path = tmp_path / "suite.jsonl"
    path.write_text(
        json.dumps({"kind": "two actors", "actor": "France", "topic": "ceasefire", **sides}), encoding="utf-8"
    )
    (pair,) = load_suite(path)
    assert pair.first.query.actor_spans == ((0, 15),)
    assert pair.second.query.actor_spans == ((35, 42),)
    assert pair.first.query.proposition.startswith("a ceasefire or truce")
