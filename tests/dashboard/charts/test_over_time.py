import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.charts import draw_over_time, over_time

COLOURS = {"Russia": "#0072b2", "France": "#c8500a"}


def test_each_position_is_a_point(make: Callable[..., pd.DataFrame]) -> None:
    data = over_time(
        make({}, {"actor": "France", "score": 0.6, "stance": "support", "conditional": True, "kind": "act"}), COLOURS
    )
    assert [series.actor for series in data.series] == ["Russia", "France"]
    (point,) = data.series[0].points
    assert point == (
        dt.date(2026, 2, 3),
        -0.8,
        "oppose",
        "direct",
        False,
        pytest.approx(0.85),
        "0" * 16,
        "No truce.",
        "Sergei Lavrov",
    )
    assert (data.series[1].points[0].kind, data.series[1].points[0].conditional) == ("act", True)
    assert (data.start, data.end) == (dt.date(2026, 2, 3), dt.date(2026, 2, 3))


def test_line_counts_an_utterance_once(make: Callable[..., pd.DataFrame]) -> None:
    days = [{"when": "2026-01-01"}, {"when": "2026-02-01"}, {"when": "2026-03-01", "score": 1.0}]
    repeated = [{**days[2], "utterance": "u2"}] * 5
    (once,) = over_time(make(*days), COLOURS).series[0].stretches
    series = over_time(make(*days, *repeated), COLOURS).series[0]
    assert len(series.points) == 8
    assert list(series.stretches[0].mean) == pytest.approx(list(once.mean))


def test_undated_positions_have_no_place(make: Callable[..., pd.DataFrame]) -> None:
    data = over_time(make({"when": None}), COLOURS)
    assert (data.series[0].points, data.start) == ([], None)
    assert draw_over_time(data).data


def test_drawing_shows_kind_condition_and_doubt(make: Callable[..., pd.DataFrame]) -> None:
    frame = make({"kind": "indirect", "conditional": True, "probability": 0.4}, {"kind": "act", "probability": 1.0})
    figure = draw_over_time(over_time(frame, {"Russia": "#0072b2"}))
    (points,) = [trace for trace in figure.data if trace.customdata is not None]
    assert list(points.marker.symbol) == ["diamond-open", "square"]
    assert points.marker.opacity[0] < 0.4 < points.marker.opacity[1] == 1
    assert [list(custom) for custom in points.customdata] == [["0" * 16], ["0" * 15 + "1"]]


def test_hover_is_text_never_markup(make: Callable[..., pd.DataFrame]) -> None:
    frame = make({"text": '<a href="https://example.org">x</a>', "speaker": "<b>y</b>"})
    figure = draw_over_time(over_time(frame, {"Russia": "#0072b2"}))
    hover = next(trace.text[0] for trace in figure.data if trace.customdata is not None)
    assert "<a" not in hover and "&lt;a href" in hover and "&lt;b&gt;y" in hover
