import datetime as dt
from collections.abc import Callable

import pandas as pd

from dashboard.charts.lanes import draw_lanes, lanes
from dashboard.charts.palette import OPPOSE, SUPPORT

TITLES = {"ceasefire": "Ceasefire", "sanctions": "Sanctions on Russia"}
Make = Callable[..., pd.DataFrame]


def test_a_lane_a_topic_the_most_spoken_on_first(make: Make) -> None:
    frame = make(
        {"when": "2026-01-01"},
        {"topic": "sanctions", "when": "2026-02-01"},
        {"topic": "sanctions", "when": "2026-03-01", "utterance": "same"},
        {"topic": "sanctions", "when": "2026-03-02", "utterance": "same"},
        {"actor": "France", "topic": "ceasefire", "when": "2020-01-01"},
    )
    data = lanes(frame, "Russia", TITLES)
    assert [(lane.title, lane.utterances, len(lane.points)) for lane in data.lanes] == [
        ("Sanctions on Russia", 2, 3),
        ("Ceasefire", 1, 1),
    ]
    assert (data.start, data.end) == (dt.date(2026, 1, 1), dt.date(2026, 3, 2))
    assert data.lanes[0].points[0].when == dt.date(2026, 2, 1)


def test_a_full_lane_keeps_the_newest_points_and_its_line_rests_on_all(make: Make) -> None:
    frame = make(*({"when": day} for day in ("2026-01-01", "2026-02-01", "2026-03-01")))
    (few,), (all_of_them,) = (lanes(frame, "Russia", TITLES, most).lanes for most in (2, 3))
    assert (few.left_out, all_of_them.left_out) == (1, 0)
    assert [point.when.month for point in few.points] == [2, 3]
    assert list(few.stretches[0].mean) == list(all_of_them.stretches[0].mean)


def test_points_open_their_evidence_and_show_side_kind_and_condition(make: Make) -> None:
    frame = make({}, {"topic": "sanctions", "stance": "support", "score": 0.8, "kind": "act", "conditional": True})
    figure = draw_lanes(lanes(frame, "Russia", TITLES))
    points = [trace for trace in figure.data if trace.customdata is not None]
    assert [list(trace.customdata[0]) for trace in points] == [["0" * 16], ["0" * 15 + "1"]]
    assert [trace.marker.symbol[0] for trace in points] == ["circle", "square-open"]
    assert [trace.marker.color[0] for trace in points] == [OPPOSE[False], SUPPORT[False]]
    assert points[0].yaxis != points[1].yaxis


def test_every_lane_has_its_heading_and_its_halves(make: Make) -> None:
    figure = draw_lanes(lanes(make({}, {"topic": "sanctions"}), "Russia", TITLES))
    assert [note.text for note in figure.layout.annotations] == [
        "<b>Ceasefire</b>  1 utterance",
        "<b>Sanctions on Russia</b>  1 utterance",
    ]
    assert sum(shape.type == "rect" for shape in figure.layout.shapes) == 4


def test_titles_and_words_are_text_never_markup(make: Make) -> None:
    figure = draw_lanes(lanes(make({"topic": "<b>x</b>", "text": "<a href='x'>y</a>"}), "Russia", {}))
    assert "&lt;b&gt;x" in figure.layout.annotations[0].text
    assert "<a" not in next(trace.text[0] for trace in figure.data if trace.customdata is not None)


def test_undated_positions_have_no_lane(make: Make) -> None:
    data = lanes(make({"when": None}), "Russia", TITLES)
    assert (data.lanes, data.start) == ([], None)
    assert draw_lanes(data).layout.height > 0
