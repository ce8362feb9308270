"""One actor's positions over time: a lane a topic, support above and oppose below, all on the same days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.charts import palette
from dashboard.charts.over_time import EPOCH, FAINTEST, Point, hover, over_time
from dashboard.charts.words import counted, plain
from dashboard.estimates import Stretch

MOST_POINTS = 400
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
    heard = dated.groupby("topic")["utterance"].nunique()
    ranked = sorted(heard.index, key=lambda topic: (-heard[topic], titles.get(topic, topic)))
    made = [_lane(dated[dated["topic"] == topic], actor, titles, most_points) for topic in ranked]
    return Lanes(actor, made, dated["when"].min().date(), dated["when"].max().date())


def _lane(rows: pd.DataFrame, actor: str, titles: Mapping[str, str], most_points: int) -> Lane:
    topic = str(rows["topic"].iloc[0])
    (series,) = over_time(rows, {actor: ""}).series
    kept = series.points[-most_points:]
    utterances = int(rows["utterance"].nunique())
    return Lane(topic, titles.get(topic, topic), utterances, kept, series.stretches, len(series.points) - len(kept))


def draw_lanes(data: Lanes, dark: bool = False, unit: str = "utterance") -> go.Figure:
    """Draw a lane a topic; a click on a point carries its statement's id as customdata."""
    count = max(1, len(data.lanes))
    inner = count * LANE_HEIGHT + (count - 1) * BETWEEN
    figure = make_subplots(rows=count, cols=1, shared_xaxes=True, vertical_spacing=BETWEEN / inner)
    for row, lane in enumerate(data.lanes, 1):
        for stretch in lane.stretches:
            _draw_stretch(figure, row, stretch, dark)
        _draw_points(figure, row, data.actor, lane.points, dark)
        _draw_ground(figure, row, dark)  # after the points: Plotly gives an empty lane no shapes
        _draw_heading(figure, row, lane, dark, unit)
    _draw_frame(figure, data, inner, dark)
    return figure


def _draw_ground(figure: go.Figure, row: int, dark: bool) -> None:
    """The tinted halves and the line between them."""
    for low, high, colour in ((0, EDGE, palette.SUPPORT[dark]), (-EDGE, 0, palette.OPPOSE[dark])):
        figure.add_hrect(
            y0=low, y1=high, fillcolor=palette.fade(colour, 0.07), line_width=0, layer="below", row=row, col=1
        )
    figure.add_hline(y=0, line={"color": palette.MUTED[dark], "width": 1}, row=row, col=1)


def _draw_stretch(figure: go.Figure, row: int, stretch: Stretch, dark: bool) -> None:
    moments = EPOCH + pd.to_timedelta(stretch.days, unit="D")
    colour = palette.NEUTRAL[dark]
    figure.add_scatter(
        x=np.concatenate([moments, moments[::-1]]), y=np.concatenate([stretch.high, stretch.low[::-1]]), mode="lines",
        line={"width": 0}, fill="toself", fillcolor=palette.fade(colour, 0.16), hoverinfo="skip", row=row, col=1,
    )  # fmt: skip
    figure.add_scatter(
        x=moments, y=stretch.mean, mode="lines", line={"color": colour, "width": 2}, hoverinfo="skip", row=row, col=1
    )


def _draw_points(figure: go.Figure, row: int, actor: str, points: Sequence[Point], dark: bool) -> None:
    colours = [palette.stance_colour(point.stance, dark) for point in points]
    figure.add_scatter(
        x=[point.when for point in points], y=[point.score for point in points], mode="markers",
        customdata=[[point.statement_id] for point in points],
        text=[hover(actor, point) for point in points], hovertemplate="%{text}<extra></extra>",
        marker=_marker(points, colours), unselected={"marker": {"opacity": 0.35}},
        selected={"marker": {"opacity": 1, "size": 13}}, cliponaxis=False, row=row, col=1,
    )  # fmt: skip


def _marker(points: Sequence[Point], colours: Sequence[str]) -> dict[str, Any]:
    return {
        "color": list(colours), "size": 9,
        "symbol": [palette.SYMBOLS[point.kind] + "-open" * point.conditional for point in points],
        "opacity": [FAINTEST + (1 - FAINTEST) * point.sure for point in points],
        "line": {"width": [2.0 if point.conditional else 0.0 for point in points], "color": list(colours)},
    }  # fmt: skip


def _draw_heading(figure: go.Figure, row: int, lane: Lane, dark: bool, unit: str) -> None:
    axis = "" if row == 1 else str(row)
    figure.add_annotation(
        x=0, xref="paper", xanchor="left", y=1, yref=f"y{axis} domain", yanchor="bottom", yshift=1, showarrow=False,
        text=f"<b>{plain(lane.title)}</b>  {counted(lane.utterances, unit)}",
        font={"size": 13, "color": palette.TEXT[dark]},
    )  # fmt: skip


def _draw_frame(figure: go.Figure, data: Lanes, inner: int, dark: bool) -> None:
    figure.update_layout(
        height=inner + TOP + BOTTOM, margin={"l": 8, "r": 14, "t": TOP, "b": BOTTOM}, showlegend=False,
        hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    figure.update_yaxes(
        range=[-EDGE, EDGE], tickvals=[-1, 0, 1], ticktext=["▼", "●", "▲"], zeroline=False, showgrid=False,
        fixedrange=True, ticks="", tickfont={"size": 11, "color": palette.MUTED[dark]},
    )  # fmt: skip
    if data.start and data.end:
        margin = max(dt.timedelta(days=7), (data.end - data.start) * 0.02)
        figure.update_xaxes(range=[data.start - margin, data.end + margin])
    figure.update_xaxes(gridcolor=palette.GRID[dark], zeroline=False, fixedrange=True)
