import datetime as dt

import pandas as pd

from dashboard.charts import palette
from dashboard.charts.course import draw_parts, parts
from dashboard.charts.heat import draw_hot_topics, hot_topics
from dashboard.charts.shifts import draw_moves, moves, rests_on
from dashboard.charts.words import p_value
from dashboard.estimates import Heat, Shift, Side

MOVED = Shift("Russia", "ceasefire", Side(-0.62, 14, 9, 9), Side(0.4, 6, 4, 1), 0.001, 0.012)
STAYED = Shift("<b>Narnia", "sanctions", Side(0.2, 3, 3, 3), Side(0.1, 3, 3, 3), 0.9, 0.9)
TITLES = {"ceasefire": "Ceasefire", "sanctions": "Sanctions on Russia"}


def test_a_move_shows_both_means_and_what_they_rest_on() -> None:
    figure = draw_moves(moves([MOVED, STAYED], TITLES))
    before, after = figure.data[-2:]
    assert (list(before.x), list(after.x)) == ([-0.62, 0.2], [0.4, 0.1])
    assert list(before.customdata[0]) == ["Russia", "ceasefire", "before"]
    assert list(after.customdata[1]) == ["<b>Narnia", "sanctions", "after"]
    assert "−0.62 from 14 utterances, 9 outlets" in before.hovertext[0]
    assert rests_on(MOVED.after) == "+0.40 from 6 utterances, 1 outlet"
    said = [note.text for note in figure.layout.annotations]
    assert said == ["▲ +1.02<br>p = 0.012", "▼ −0.10<br>p = 0.90"]


def test_only_a_sure_move_has_the_colour_of_its_direction() -> None:
    for dark in (False, True):
        figure = draw_moves(moves([MOVED, STAYED], TITLES), dark)
        assert list(figure.data[-1].marker.color) == [palette.SUPPORT[dark], palette.NEUTRAL[dark]]
        assert [line.line.dash for line in figure.data[:2]] == [None, "dot"]


def test_names_are_never_markup_and_rows_are_limited() -> None:
    (row,) = moves([STAYED] * 5, TITLES, most=1)
    assert "&lt;b&gt;Narnia" in draw_moves([row]).data[0].y[0]
    assert moves([STAYED], {})[0].title == "sanctions"


def test_hot_topics_show_shares_and_leave_out_the_silent() -> None:
    heat = [Heat("ceasefire", 3, 31, 7, 10, 0.0005, 0.0045), Heat("sanctions", 2, 31, 0, 10, 1, 1)]
    (row,) = hot_topics(heat, TITLES)
    assert row.shares == (3 / 31, 0.7) and row.sure
    figure = draw_hot_topics([row])
    assert list(figure.data[-1].x) == [0.7] and list(figure.data[-2].x) == [3 / 31]
    assert list(figure.data[-1].customdata[0]) == ["ceasefire"]
    assert figure.layout.annotations[0].text == "7 of 10<br>p = 0.004"


def test_nothing_before_is_no_division() -> None:
    assert hot_topics([Heat("ceasefire", 0, 0, 2, 2, 1, 1)], {})[0].shares == (0, 1)
    assert draw_hot_topics([]).data[-1].x == ()


def test_the_course_of_documents() -> None:
    rows = [
        (dt.date(2026, 1, 1), dt.date(2026, 1, 3), False, 4, 1, 2, 1),
        (dt.date(2026, 1, 4), dt.date(2026, 1, 4), True, 9, 2, 1, 1),
    ]
    columns = ["start", "end", "new", "positions", "actors", "documents", "outlets"]
    data = parts(pd.DataFrame(rows, columns=columns))
    (bars,) = draw_parts(data).data
    assert list(bars.y) == [2, 1]
    assert bars.width[0] > bars.width[1]
    assert "1 January 2026 to 3 January 2026" in bars.hovertext[0] and "1 document, 9 positions" in bars.hovertext[1]
    assert bars.marker.color[0] != bars.marker.color[1]


def test_p_values_as_they_are_quoted() -> None:
    assert [p_value(p) for p in (0.0002, 0.0124, 0.2513, 1)] == ["p < 0.001", "p = 0.012", "p = 0.25", "p = 1.00"]
