"""One actor's positions over time: a lane a topic, support above and oppose below, all on the same days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.over_time import EPOCH, FAINTEST, Point, hover, line_of, points_of
from dashboard.charts.words import counted, plain
from dashboard.estimates import Stretch, utterances

MOST_POINTS = 250
"""Points in a lane: the newest ones. The line rests on all."""
LANE_HEIGHT = 84
BETWEEN = 34
"""Pixels between two lanes: room for a heading."""
TOP, BOTTOM = 30, 34
EDGE = 1.25


class Lane(NamedTuple):
    """One topic: the actor's points on it, oldest first, and its line; `left_out` older points are not drawn."""

    topic: str
    title: str
    utterances: int
    points: list[Point]
    stretches: list[Stretch]
    left_out: int


class Lanes(NamedTuple):
    """What the chart shows: the topic most spoken on first; all lanes span `start` to `end`."""

    actor: str
    lanes: list[Lane]
    start: dt.date | None
    end: dt.date | None


def lanes(frame: pd.DataFrame, actor: str, titles: Mapping[str, str], most_points: int = MOST_POINTS) -> Lanes:
    """Decide what the chart shows of the dated positions of `actor` in `frame`."""
    dated = frame[(frame["actor"] == actor) & frame["when"].notna()]
    if dated.empty:
        return Lanes(actor, [], None, None)
    once = utterances(dated)
    heard = once["topic"].value_counts()
    made = []
    for topic in sorted(heard.index, key=lambda topic: (-heard[topic], titles.get(topic, topic))):
        rows = dated[dated["topic"] == topic]
        newest = rows.sort_values(["when", "statement_id"]).tail(most_points)
        line = line_of(once[once["topic"] == topic])
        left_out = len(rows) - len(newest)
        made.append(Lane(topic, titles.get(topic, topic), int(heard[topic]), points_of(newest), line, left_out))
    return Lanes(actor, made, dated["when"].min().date(), dated["when"].max().date())


def draw_lanes(data: Lanes, dark: bool = False, unit: str = "utterance") -> go.Figure:
    """Draw a lane a topic; a click on a point carries its statement's id as customdata."""
    traces: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    headings: list[dict[str, Any]] = []
    for lane, axis in zip(data.lanes, _axes(data), strict=True):
        for stretch in lane.stretches:
            traces += [{**trace, "yaxis": axis} for trace in _line(stretch, dark)]
        traces.append({**_points(data.actor, lane.points, dark), "yaxis": axis})
        shapes += _ground(axis, dark)
        headings.append(_heading(lane, axis, dark, unit))
    # all at once: Plotly checks the whole figure again with each part that is added
    return go.Figure(traces, layout={"shapes": shapes, "annotations": headings, **_frame(data, dark)})


def _axes(data: Lanes) -> list[str]:
    """The names of the lanes' axes, from top to bottom."""
    return [f"y{row}" if row > 1 else "y" for row in range(1, len(data.lanes) + 1)]


def _line(stretch: Stretch, dark: bool) -> list[dict[str, Any]]:
    moments = EPOCH + pd.to_timedelta(stretch.days, unit="D")
    colour = palette.NEUTRAL[dark]
    shared = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    band = np.concatenate([stretch.high, stretch.low[::-1]])
    return [
        {**shared, "x": np.concatenate([moments, moments[::-1]]), "y": band, "line": {"width": 0}, "fill": "toself",
         "fillcolor": palette.fade(colour, 0.18)},
        {**shared, "x": moments, "y": stretch.mean, "line": {"color": colour, "width": 2}},
    ]  # fmt: skip


def _points(actor: str, points: Sequence[Point], dark: bool) -> dict[str, Any]:
    colours = [palette.stance_colour(point.stance, dark) for point in points]
    return {
        "type": "scatter", "mode": "markers", "x": [point.when for point in points],
        "y": [point.score for point in points], "customdata": [[point.statement_id] for point in points],
        "text": [hover(actor, point) for point in points], "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "color": colours, "size": 10,
            "symbol": [palette.SYMBOLS[point.kind] + "-open" * point.conditional for point in points],
            "opacity": [FAINTEST + (1 - FAINTEST) * point.sure for point in points],
            "line": {"width": [2.0 if point.conditional else 0.0 for point in points], "color": colours},
        },
        "unselected": {"marker": {"opacity": 0.35}}, "selected": {"marker": {"opacity": 1, "size": 14}},
        "cliponaxis": False,
    }  # fmt: skip


def _ground(axis: str, dark: bool) -> list[dict[str, Any]]:
    """The tinted halves and the line between them."""
    across = {"xref": "paper", "x0": 0, "x1": 1, "yref": axis, "layer": "below"}
    halves = [
        {**across, "type": "rect", "y0": 0, "y1": edge, "fillcolor": palette.fade(colours[dark], 0.09), "line": {"width": 0}}
        for edge, colours in ((EDGE, palette.SUPPORT), (-EDGE, palette.OPPOSE))
    ]  # fmt: skip
    return [*halves, {**across, "type": "line", "y0": 0, "y1": 0, "line": {"color": palette.MUTED[dark], "width": 1}}]


def _heading(lane: Lane, axis: str, dark: bool, unit: str) -> dict[str, Any]:
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": f"{axis} domain", "yanchor": "bottom",
        "showarrow": False, "text": f"<b>{plain(lane.title)}</b>  {counted(lane.utterances, unit)}",
        "font": {"size": 13, "color": palette.TEXT[dark]},
    }  # fmt: skip


def _frame(data: Lanes, dark: bool) -> dict[str, Any]:
    """Axes, sizes and margins."""
    count = max(1, len(data.lanes))
    inner = count * LANE_HEIGHT + (count - 1) * BETWEEN
    layout: dict[str, Any] = {
        "height": inner + TOP + BOTTOM, "margin": {"l": 8, "r": 14, "t": TOP, "b": BOTTOM}, "showlegend": False,
        "hovermode": "closest", "dragmode": False,
        "hoverlabel": {"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
        "xaxis": {"gridcolor": palette.fade(palette.MUTED[dark], 0.25), "zeroline": False, "fixedrange": True, "anchor": "free", "position": 0},
    }  # fmt: skip
    if data.start and data.end:
        margin = max(dt.timedelta(days=7), (data.end - data.start) * 0.02)
        layout["xaxis"]["range"] = [data.start - margin, data.end + margin]
    for row, axis in enumerate(_axes(data)):
        top = inner - row * (LANE_HEIGHT + BETWEEN)
        layout[axis.replace("y", "yaxis")] = {
            "domain": [max(0.0, (top - LANE_HEIGHT) / inner), top / inner], "range": [-EDGE, EDGE],
            "tickvals": [-1, 0, 1], "ticktext": ["▼", "●", "▲"], "zeroline": False, "showgrid": False, "fixedrange": True,
            "ticks": "", "tickfont": {"size": 12, "color": palette.MUTED[dark]},
        }  # fmt: skip
    return layout
