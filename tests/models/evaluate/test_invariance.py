import json
import random
from collections.abc import Callable, Sequence

import pytest

from models.actors import load_catalogue
from models.errors import InputError
from models.evaluate.invariance import renamed_pairs, swap_test
from models.stance import Judgement, Query
from models.stance.base import LABELS, Label
from models.training.swaps import NameSwapper


class Words:
    """A classifier that goes by one word: the label where the text holds it, `neutral` otherwise."""

    name = "words@1"

    def __init__(self, labels: dict[str, Label]) -> None:
        self._labels = labels

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        found = [
            next((label for word, label in self._labels.items() if word in query.text), "neutral") for query in queries
        ]
        return [
            Judgement(*(float(label == one) for one in LABELS), conditional=False, condition=None) for label in found
        ]


QUERIES = [
    Query("Poland rejects the Kremlin's offer of a truce.", "Poland", "a truce with Russia", ((0, 6),)),
    Query("Norway welcomes the truce.", "Norway", "a truce", ((0, 6),)),
    Query("NATO welcomes the truce.", "NATO", "a truce", ((0, 4),)),
]


@pytest.fixture(scope="module")
def swapper() -> NameSwapper:
    return NameSwapper(load_catalogue(), share=1.0)


def test_a_classifier_that_reads_the_verb_never_flips(swapper: NameSwapper) -> None:
    result = swap_test(QUERIES, swapper, Words({"rejects": "oppose", "welcomes": "support"}), swaps=20)
    assert (result.swaps, result.flip_rate, result.flipped) == (20, 0.0, ())


def test_a_classifier_that_goes_by_the_name_flips_and_the_cases_are_shown(swapper: NameSwapper) -> None:
    result = swap_test(QUERIES, swapper, Words({"Poland": "oppose"}), swaps=2, seed=4)
    assert result.swaps == 2 and result.flip_rate == 0.5
    (flip,) = result.flipped
    assert (flip.actor, flip.label, flip.swapped_label) == ("Poland", "oppose", "neutral")
    assert flip.swapped_text == f"{flip.swapped_actor} rejects the Kremlin's offer of a truce."
    values = json.loads(json.dumps(result.to_dict()))
    assert values["flips"] == 1 and values["flipped"][0]["swapped_actor"] == flip.swapped_actor
    assert result.table().splitlines() == [
        "1 of 2 labels flip (50.0%), model words@1",
        f"Poland oppose > {flip.swapped_actor} neutral",
    ]


def test_only_the_actor_is_renamed_each_time_otherwise(swapper: NameSwapper) -> None:
    pairs = renamed_pairs(QUERIES, swapper, 12, random.Random(1))
    assert len(pairs) == len(set(pairs)) == 12
    assert {query.actor for query, _ in pairs} == {"Poland", "Norway"}
    for query, renamed in pairs:
        assert renamed.actor != query.actor and renamed.proposition == query.proposition
        assert "Kremlin" in renamed.text or query.actor == "Norway"


def test_the_same_seed_makes_the_same_swaps(swapper: NameSwapper) -> None:
    first, second = (renamed_pairs(QUERIES, swapper, 5, random.Random(9)) for _ in range(2))
    assert first == second


def test_queries_without_a_country_are_refused(swapper: NameSwapper) -> None:
    with pytest.raises(InputError, match="nothing can be swapped"):
        swap_test(QUERIES[2:], swapper, Words({}))
