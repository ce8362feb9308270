import datetime as dt

import pandas as pd
import pytest

from dashboard.charts import palette
from dashboard.charts.agreement_matrix import agreement_matrix, draw_agreement_matrix
from dashboard.charts.gap import GapCourse, draw_gap, told
from dashboard.charts.network import draw_network, network
from dashboard.charts.side_by_side import draw_side_by_side, side_by_side
from dashboard.estimates import Agreement, Blocs, Change, change, gaps
from dashboard.estimates.means import COLUMNS

TITLES = {"ceasefire": "Ceasefire", "sanctions": "Sanctions on Russia", "arms": "Arms"}
ACTORS = ["Russia", "<b>Narnia", "France"]
COLOURS = dict(zip(ACTORS, palette.ACTORS[False], strict=False))
MEANS = pd.DataFrame(
    [
        ("Russia", "ceasefire", -0.62, -0.9, -0.3, 14, 10, 9),
        ("France", "ceasefire", 0.8, 0.5, 1.0, 6, 6, 1),
        ("Russia", "arms", 0.1, -0.4, 0.6, 4, 4, 4),
        ("France", "arms", 0.9, -0.7, 1.0, 1, 1, 1),
        ("<b>Narnia", "arms", 0.2, -0.3, 0.7, 2, 2, 2),
        ("France", "sanctions", 0.8, 0.4, 1.0, 3, 3, 3),
        ("Malta", "arms", 0.0, -0.5, 0.5, 2, 2, 2),
    ],
    columns=COLUMNS,
)
PAIRS = [
    Agreement("France", "Poland", 0.93, ("a", "b", "c"), 21),
    Agreement("France", "Russia", 0.2, ("a", "b", "c"), 40),
]
BLOCS = Blocs([["France", "Poland"], ["Russia"], ["<b>Narnia"]], 0.2)


def test_the_most_divided_topic_is_on_top_and_thin_means_divide_nothing() -> None:
    data = side_by_side(MEANS, ACTORS, TITLES)
    assert [row.title for row in data.rows] == ["Ceasefire", "Arms"]
    assert [row.spread for row in data.rows] == [pytest.approx(1.42), pytest.approx(0.1)]
    assert [dot.actor for dot in data.rows[1].dots] == ACTORS
    assert data.spoken_by_one == ["Sanctions on Russia"]


def test_a_dot_has_its_interval_its_shape_and_opens_its_statements() -> None:
    figure = draw_side_by_side(side_by_side(MEANS, ACTORS, TITLES), COLOURS)
    russia, narnia, france = figure.data
    assert list(russia.x) == [-0.62, 0.1]
    assert russia.error_x.array[0] == pytest.approx(0.32) and russia.error_x.arrayminus[0] == pytest.approx(0.28)
    assert list(russia.customdata[0]) == ["Russia", "ceasefire"]
    assert "−0.62 from 14 utterances, 9 outlets" in russia.hovertext[0]
    assert narnia.name == "&lt;b&gt;Narnia"
    assert list(france.marker.symbol) == ["diamond", "diamond-open"]  # the second rests on one utterance
    assert {trace.marker.color for trace in figure.data} == set(COLOURS.values())


def test_dots_of_a_topic_do_not_cover_each_other() -> None:
    figure = draw_side_by_side(side_by_side(MEANS, ACTORS, TITLES), COLOURS)
    heights = [y for trace in figure.data for y in trace.y]
    assert len(set(heights)) == len(heights) == 5


def test_the_matrix_shows_each_pair_twice_and_a_dash_where_nothing_is_known() -> None:
    data = agreement_matrix(PAIRS, BLOCS)
    assert data.actors == ["France", "Poland", "Russia", "<b>Narnia"]
    assert data.letters == {"France": "A", "Poland": "A"}
    heat, labels, missing = draw_agreement_matrix(data).data
    assert list(heat.z[0]) == [None, 0.93, 0.2, None]
    assert heat.z[1][0] == 0.93 and heat.z[2][0] == 0.2
    assert list(labels.text) == ["93%<br>3 topics", "20%<br>3 topics"] * 2
    assert list(labels.customdata[2]) == ["Poland", "France"]
    assert "from 21 utterances" in labels.hovertext[0]
    assert len(missing.x) == 2 * 4  # four of the six pairs
    assert heat.y[0] == "A · France" and heat.y[3] == "&lt;b&gt;Narnia"


def test_many_actors_keep_their_numbers() -> None:
    actors = [f"Actor {number}" for number in range(10)]
    pair = Agreement(actors[0], actors[9], 0.756, ("a", "b", "c"), 12)
    figure = draw_agreement_matrix(agreement_matrix([pair], Blocs([[actor] for actor in actors], 0)))
    assert list(figure.data[1].text) == ["76", "76"]
    assert figure.layout.xaxis.tickangle == -90


def test_the_network_ties_only_those_who_agree_and_tells_blocs_without_colour() -> None:
    data = network(PAIRS, BLOCS, {"France": 30, "Poland": 9, "Russia": 36})
    assert [(pair.actor, pair.other) for pair in data.ties] == [("France", "Poland")]
    figure = draw_network(data)
    middles, nodes = figure.data[-2:]
    assert list(middles.customdata[0]) == ["France", "Poland"]
    assert [list(item) for item in nodes.customdata] == [["France"], ["Poland"], ["Russia"], ["<b>Narnia"]]
    assert list(nodes.text) == ["A · France", "A · Poland", "Russia", "&lt;b&gt;Narnia"]
    assert list(nodes.marker.symbol) == ["circle", "circle", "circle-open", "circle-open"]
    assert nodes.marker.size[2] > nodes.marker.size[0] > nodes.marker.size[1]
    assert len(figure.data) == 3  # one line, the middles, the nodes


def test_the_gap_breaks_and_its_dots_carry_their_day() -> None:
    some = [0, 30, 60, 300, 330, 360]
    found = gaps(some, [0.8] * 6, some, [-0.2] * 6)
    figure = draw_gap(GapCourse("France", "Russia", found, dt.date(1970, 1, 1), dt.date(1970, 12, 27)))
    assert len(figure.data) == 6  # band, line and dots, twice
    first, second = figure.data[-2:]
    assert (first.customdata[0][0], first.customdata[-1][0]) == ("1970-01-01", "1970-03-02")
    assert second.customdata[0][0] == "1970-10-28"
    assert "France less Russia: +1.00" in first.hovertext[0]
    assert [note.text for note in figure.layout.annotations][0] == "▲ France more for it than Russia"


def test_the_gap_in_words() -> None:
    days = [10 * number for number in range(30)]
    found = gaps(days, [0.8] * 30, days, [0.8 - number / 20 for number in range(30)])
    assert told(found, change(found)).startswith("**They moved apart**: gap ")
    nearer = Change(0.0, 365.0, 1.2, 0.3, 0.004)
    assert (
        told(found, nearer) == "**They came nearer**: gap 1.20 on 1 January 1970, 0.30 on 1 January 1971 (p = 0.004)."
    )
    assert "beyond chance" in told(found, nearer._replace(p=0.4))
    assert "too short" in told(found, None) and "no stretch" in told([], None)
