from typing import Any

import pytest

from dashboard.charts import palette
from dashboard.charts.accuracy import draw_all, draw_confusion, draw_groups, draw_methods, draw_reliability

METHODS = [
    {"name": "majority", "accuracy": 0.6, "macro_f1": 0.25, "polarity": 0.5, "interval": (0.2, 0.3)},
    {"name": "made@1", "accuracy": 0.8, "macro_f1": 0.7, "polarity": 0.9, "interval": (0.6, 0.75)},
]
BINS = [{"confidence": 0.7, "accuracy": 0.6, "positions": 10}, {"confidence": 0.9, "accuracy": 0.95, "positions": 40}]


def figures(**more: Any) -> dict[str, Any]:
    given = {
        "methods": METHODS, "confusion": [[8, 1, 1], [0, 5, 0], [1, 1, 2]], "reliability": BINS,
        "groups": {"topic": [{"name": "ceasefire", "positions": 9, "accuracy": 0.5}], "year": []},
    }  # fmt: skip
    return {"given": given, **more}


def test_what_has_numbers_is_drawn_and_nothing_else() -> None:
    assert set(draw_all(figures())) == {"methods", "confusion", "reliability", "by_topic"}
    assert draw_all({}) == {}
    suite = {"kinds": [{"kind": "negation", "passed": 3, "pairs": 8, "rate": 0.375}]}
    assert "behaviour" in draw_all(figures(behaviour=suite))


def test_each_method_has_its_three_figures_and_the_interval_of_macro_f1() -> None:
    figure = draw_methods(METHODS)
    assert {bar.name: list(bar.y) for bar in figure.data} == {
        "accuracy": [0.6, 0.8], "macro-F1": [0.25, 0.7], "polarity": [0.5, 0.9]
    }  # fmt: skip
    (interval,) = [bar.error_y for bar in figure.data if bar.error_y.array is not None]
    assert list(interval.array) == pytest.approx([0.05, 0.05])
    assert list(interval.arrayminus) == pytest.approx([0.05, 0.1])


def test_the_confusion_shows_counts_and_is_coloured_by_row_shares() -> None:
    heat, labels = draw_confusion([[8, 1, 1], [0, 5, 0], [0, 0, 0]]).data
    assert [list(row) for row in heat.z] == [[0.8, 0.1, 0.1], [0, 1, 0], [0, 0, 0]]
    assert (labels.text[0], labels.x[0], labels.y[0]) == ("8<br>80%", "▲ support", "▲ support")


@pytest.mark.parametrize("dark", [False, True])
def test_the_numbers_of_the_confusion_are_readable_on_their_cells(dark: bool) -> None:
    labels = draw_confusion([[8, 1, 1], [0, 5, 0], [0, 0, 0]], dark).data[1]
    assert labels.textfont.color[0] == palette.text_on(0.8, dark)
    assert labels.textfont.color[1] == palette.text_on(0.1, dark)


def test_the_reliability_stands_beside_the_diagonal() -> None:
    diagonal, line = draw_reliability(BINS).data
    assert list(diagonal.x) == list(diagonal.y) == [0, 1]
    assert list(zip(line.x, line.y, strict=True)) == [(0.7, 0.6), (0.9, 0.95)]
    assert "40 positions" in line.hovertext[1]


def test_a_group_says_how_many_positions_it_rests_on() -> None:
    (bars,) = draw_groups([{"name": "<b>TASS</b>", "positions": 9, "accuracy": 0.5}]).data
    assert list(bars.text) == ["50% of 9"]
    assert list(bars.y) == ["&lt;b&gt;TASS&lt;/b&gt;"]
