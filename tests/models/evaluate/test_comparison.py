from collections.abc import Callable, Sequence
from typing import Any

import pytest

from models.actors import load_catalogue
from models.evaluate import GoldPair, Majority, WordModel, compare_methods, gold_pairs
from models.evaluate.comparison import group_scores, method_score, three_way
from models.schema import Stance
from models.stance import Judgement, Query
from models.topics import Topic

TRUCE = Topic("truce", "Truce", "a truce", search_words=("truce*",))


def judgement(support: float, oppose: float, neutral: float, conditional: bool = False) -> Judgement:
    return Judgement(
        support, oppose, neutral, 1 - support - oppose - neutral, conditional, "if" if conditional else None
    )


class Reader:
    name = "made@1"

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.judgements = list(judgements)

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        assert len(queries) == len(self.judgements)
        return self.judgements


def pair(stance: Stance, text: str = "text", actor: str = "Chad", conditional: bool | None = None) -> GoldPair:
    return GoldPair(Query(text, actor, "a truce"), stance, conditional, "truce", "TASS", "2025")


def test_gold_positions_become_questions_about_the_sentence_of_their_evidence() -> None:
    row: dict[str, Any] = {
        "text": "Snow fell. The Kremlin said no to a truce. It thawed.", "title": "Snow", "date": "2025-03-01",
        "source": "TASS",
        "statements": [
            {"actor": "Russia", "topic": "truce", "stance": "oppose", "evidence": "said no to a truce"},
            {"actor": "Russia", "topic": "another", "stance": "oppose", "evidence": "said no"},
        ],
    }  # fmt: skip
    (found,) = gold_pairs([row], load_catalogue(), {"truce": TRUCE})
    assert found.query.text == "The Kremlin said no to a truce."
    assert found.query.context == "Snow fell."
    assert [found.query.text[start:end] for start, end in found.query.actor_spans or ()] == ["Kremlin"]
    assert (found.stance, found.source, found.year, found.conditional) == ("oppose", "TASS", "2025", None)


def test_the_first_sentence_has_the_title_before_it() -> None:
    row: dict[str, Any] = {
        "text": "No truce, said Chad.", "title": "Chad stays firm",
        "statements": [{"actor": "Chad", "topic": "truce", "stance": "oppose", "evidence": "No truce"}],
    }  # fmt: skip
    (found,) = gold_pairs([row], load_catalogue(), {"truce": TRUCE})
    assert (found.query.context, found.year) == ("Chad stays firm", "")


def test_three_ways_leave_out_the_unrelated_share() -> None:
    assert three_way(judgement(0.1, 0.05, 0.05)) == "support"
    assert three_way(judgement(0.1, 0.2, 0.6)) == "neutral"


def test_the_classifier_stands_last_beside_the_baselines() -> None:
    gold: list[Stance] = ["support", "support", "oppose", "neutral"]
    answers = [judgement(0.9, 0.05, 0.05), judgement(0.1, 0.8, 0.1), judgement(0.1, 0.8, 0.1), judgement(0.2, 0.2, 0.6)]
    pairs = [pair(stance) for stance in gold]
    result = compare_methods(pairs, pairs, Reader(answers), [Majority(pairs)])
    assert [method.name for method in result.methods] == ["majority", "made@1"]
    majority, model = result.methods
    assert (majority.accuracy, majority.polarity) == (0.5, 0.5)
    assert (model.accuracy, model.polarity) == (0.75, 0.75)
    assert model.interval[0] <= model.macro_f1 <= model.interval[1]
    assert result.confusion == ((1, 1, 0), (0, 1, 0), (0, 0, 1))
    assert result.condition_f1 is None
    assert "majority" in result.table() and "0.750" in result.table()


def test_conditions_are_scored_where_the_gold_knows_them() -> None:
    pairs = [pair("support", conditional=True), pair("support", conditional=False), pair("support", conditional=True)]
    answers = [judgement(0.9, 0.05, 0.05, found) for found in (True, True, False)]
    result = compare_methods(pairs, [], Reader(answers), [])
    assert result.condition_f1 == pytest.approx(0.5)
    assert "conditions F1 0.500" in result.table()


def test_words_alone_learn_the_words_of_each_side() -> None:
    training = [pair("support", f"they welcome it {n}") for n in range(5)]
    training += [pair("oppose", f"they reject it {n}") for n in range(5)]
    queries = [Query("many welcome it", "Chad", "a truce"), Query("some reject it", "Chad", "a truce")]
    assert WordModel(training).answer(queries) == ["support", "oppose"]


def test_small_groups_get_no_row() -> None:
    pairs = [pair("support", actor="Chad")] * 6 + [pair("support", actor="Peru")] * 2
    found: list[Stance] = ["support"] * 3 + ["oppose"] * 5
    (row,) = group_scores(pairs, found, lambda item: item.query.actor)
    assert (row.name, row.positions, row.accuracy) == ("Chad", 6, 0.5)


def test_the_interval_narrows_with_more_positions() -> None:
    few = method_score("few", ["support", "oppose", "neutral"] * 5, ["support", "oppose", "oppose"] * 5, 0)
    many = method_score("many", ["support", "oppose", "neutral"] * 50, ["support", "oppose", "oppose"] * 50, 0)
    assert few.macro_f1 == many.macro_f1
    assert many.interval[1] - many.interval[0] < few.interval[1] - few.interval[0]
