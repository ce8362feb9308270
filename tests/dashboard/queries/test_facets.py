from typing import Any

import pandas as pd
import pytest

from dashboard.queries import FACETS, facet_counts, narrow

NOTHING: dict[str, list[Any]] = {name: [] for name in FACETS}


def frame() -> pd.DataFrame:
    rows = [
        ("support", "direct", False, "TASS"),
        ("support", "direct", True, "TASS"),
        ("support", "indirect", False, "AFP"),
        ("oppose", "act", False, "AFP"),
        ("oppose", "direct", False, "AP"),
        ("neutral", "indirect", False, None),
        ("neutral", "indirect", False, ""),
    ]
    return pd.DataFrame(rows, columns=list(FACETS))


def test_each_value_is_counted_the_most_frequent_first() -> None:
    counts = facet_counts(frame(), NOTHING)
    assert list(counts) == list(FACETS)
    assert list(counts["stance"].items()) == [("support", 3), ("neutral", 2), ("oppose", 2)]
    assert list(counts["kind"].items()) == [("direct", 3), ("indirect", 3), ("act", 1)]
    assert counts["conditional"] == {False: 6, True: 1}
    assert list(counts["source"].items()) == [("AFP", 2), ("TASS", 2), ("AP", 1)]


def test_a_choice_narrows_the_other_facets_not_its_own() -> None:
    counts = facet_counts(frame(), NOTHING | {"stance": ["support"]})
    assert counts["stance"] == {"support": 3, "oppose": 2, "neutral": 2}
    assert counts["kind"] == {"direct": 2, "indirect": 1}
    assert counts["conditional"] == {False: 2, True: 1}
    assert counts["source"] == {"TASS": 2, "AFP": 1}
    both = facet_counts(frame(), NOTHING | {"stance": ["support", "oppose"], "kind": ["direct"]})
    assert both["stance"] == {"support": 2, "oppose": 1}
    assert both["kind"] == {"direct": 3, "indirect": 1, "act": 1}


@pytest.mark.parametrize(
    ("chosen", "left"),
    [({}, 7), (NOTHING, 7), ({"stance": ["support", "oppose"]}, 5), ({"conditional": [True]}, 1),
     ({"conditional": [True, False]}, 7), ({"kind": ("act",), "source": ["TASS"]}, 0), ({"source": ["nobody"]}, 0)],
)  # fmt: skip
def test_rows_hold_one_chosen_value_in_each_facet(chosen: dict[str, Any], left: int) -> None:
    assert len(narrow(frame(), chosen)) == left


def test_a_count_is_what_a_click_on_that_value_alone_leaves() -> None:
    chosen = NOTHING | {"stance": ["support"], "source": ["TASS", "AP"]}
    for name, counts in facet_counts(frame(), chosen).items():
        for value, number in counts.items():
            assert len(narrow(frame(), chosen | {name: [value]})) == number


def test_nothing_found_counts_nothing() -> None:
    assert facet_counts(frame().head(0), NOTHING) == {name: {} for name in FACETS}
