"""Stance over time: the positions as points, a smoothed line with its band, by actor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import KINDS, VERBS, day, plain, signed, wrapped
from dashboard.estimates import Smoothing, Stretch, smooth, utterances

FAINTEST = 0.25
EDGE = 1.22
"""Of the y axis: leaves room for the words above and below the points."""
EPOCH = pd.Timestamp(0)


class Point(NamedTuple):
    """One position. `sure` is 0 where all three stances are as likely, 1 where there is no doubt."""

    when: dt.date
    score: float
    stance: str
    kind: str
    conditional: bool
    sure: float
    statement_id: str
    text: str
    said_by: str


class Series(NamedTuple):
    """One actor's points and line; a stretch's days count from 1970-01-01."""

    actor: str
    colour: str
    points: list[Point]
    stretches: list[Stretch]


class OverTime(NamedTuple):
    """What the chart shows; `start` and `end` are the same on all charts that stand side by side."""

    series: list[Series]
    start: dt.date | None
    end: dt.date | None


def over_time(frame: pd.DataFrame, colours: Mapping[str, str], settings: Smoothing = Smoothing()) -> OverTime:  # noqa: B008
    """Decide what the chart of one topic shows: the actors of `colours`, in that order.

    Each position is a point; the line counts each utterance once.
    """
    dated = frame[frame["when"].notna()]
    once = utterances(dated)
    series = [
        Series(
            actor,
            colour,
            points_of(dated[dated["actor"] == actor]),
            line_of(once[once["actor"] == actor], settings),
        )
        for actor, colour in colours.items()
    ]
    if dated.empty:
        return OverTime(series, None, None)
    return OverTime(series, dated["when"].min().date(), dated["when"].max().date())


def points_of(rows: pd.DataFrame) -> list[Point]:
    """Return a point for each of `rows`, which are dated, oldest first."""
    ordered = rows.sort_values(["when", "statement_id"])
    return [
        Point(
            when=row.when.date(),
            score=float(row.score),
            stance=row.stance,
            kind=row.kind,
            conditional=bool(row.conditional),
            sure=max(0.0, (row.probability - 1 / 3) * 1.5),
            statement_id=row.statement_id,
            text=row.text,
            said_by=row.speaker if isinstance(row.speaker, str) else row.actor,
        )
        for row in ordered.itertuples()
    ]


def line_of(rows: pd.DataFrame, settings: Smoothing = Smoothing()) -> list[Stretch]:  # noqa: B008
    """Return the line through `rows`, as `utterances` returns them."""
    return smooth((rows["when"] - EPOCH) / pd.Timedelta(days=1), rows["score"], settings)


def draw_over_time(data: OverTime, dark: bool = False, height: int = 480) -> go.Figure:
    """Draw the chart; a click on a point carries its statement's id and topic as customdata."""
    figure = go.Figure()
    band = 0.16 / max(1, len(data.series)) ** 0.5
    for series in data.series:
        for stretch in series.stretches:
            _draw_stretch(figure, series, stretch, band)
    for series in data.series:
        _draw_points(figure, series)
    _draw_frame(figure, data, dark, height)
    return figure


def _draw_stretch(figure: go.Figure, series: Series, stretch: Stretch, band: float) -> None:
    moments = EPOCH + pd.to_timedelta(stretch.days, unit="D")
    shared = {"legendgroup": series.actor, "showlegend": False, "hoverinfo": "skip"}
    figure.add_scatter(
        x=np.concatenate([moments, moments[::-1]]),
        y=np.concatenate([stretch.high, stretch.low[::-1]]),
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=palette.fade(series.colour, round(band, 3)),
        **shared,
    )
    figure.add_scatter(x=moments, y=stretch.mean, mode="lines", line={"color": series.colour, "width": 2.5}, **shared)


def _draw_points(figure: go.Figure, series: Series) -> None:
    points = series.points
    # the legend's entry: a plain dot, whatever the shape of the first point
    figure.add_scatter(
        x=[None], y=[None], mode="markers", marker={"color": series.colour, "size": 12}, name=plain(series.actor),
        legendgroup=series.actor,
    )  # fmt: skip
    figure.add_scatter(
        x=[point.when for point in points],
        y=[point.score for point in points],
        mode="markers",
        showlegend=False,
        legendgroup=series.actor,
        customdata=[[point.statement_id] for point in points],
        text=[hover(series.actor, point) for point in points],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "color": series.colour,
            "size": 10,
            "symbol": [palette.SYMBOLS[point.kind] + "-open" * point.conditional for point in points],
            "opacity": [FAINTEST + (1 - FAINTEST) * point.sure for point in points],
            "line": {"width": [2.0 if point.conditional else 0.0 for point in points], "color": series.colour},
        },
        unselected={"marker": {"opacity": 0.35}},
        selected={"marker": {"opacity": 1, "size": 14}},
        cliponaxis=False,
    )


def hover(actor: str, point: Point) -> str:
    """Return what stands beside a point of `actor`."""
    condition = ", under a condition" if point.conditional else ""
    return (
        f"<b>{plain(actor)} {VERBS[point.stance]} this</b>{condition} ({signed(point.score)})<br>"
        f"{day(point.when)} · {plain(point.said_by)} · {KINDS[point.kind]}<br><br>{wrapped(point.text)}<br><br>"
        "<i>Click to read it in its document</i>"
    )


def _draw_frame(figure: go.Figure, data: OverTime, dark: bool, height: int) -> None:
    """Axes, the labelled zero line and the tinted halves."""
    for low, high, colour in ((0, EDGE, palette.SUPPORT[dark]), (-EDGE, 0, palette.OPPOSE[dark])):
        figure.add_hrect(y0=low, y1=high, fillcolor=palette.fade(colour, 0.05), line_width=0, layer="below")
    figure.add_hline(y=0, line={"color": palette.MUTED[dark], "width": 1.5})
    for y, anchor, text in ((EDGE - 0.02, "top", "▲ supports"), (0.02 - EDGE, "bottom", "▼ opposes")):
        figure.add_annotation(
            x=0, xref="x domain", xanchor="left", y=y, yanchor=anchor, text=text, showarrow=False,
            font={"size": 12, "color": palette.MUTED[dark]},
        )  # fmt: skip
    several = len(data.series) > 1
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 12, "t": 8 if several else 34, "b": 8},
        hovermode="closest",
        dragmode="zoom" if several else False,
        showlegend=several,
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.01, "x": 0, "itemsizing": "constant"},
        title=None
        if several or not data.series
        else {"text": plain(data.series[0].actor), "font": {"size": 15}, "x": 0.02},
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
        uirevision="kept",  # a zoom outlives the click that opens a statement
    )
    figure.update_yaxes(
        range=[-EDGE, EDGE], tickvals=[-1, -0.5, 0, 0.5, 1], ticktext=["−1", "−0.5", "no side", "+0.5", "+1"],
        zeroline=False, gridcolor=palette.GRID[dark], fixedrange=True,
    )  # fmt: skip
    if data.start and data.end:
        margin = max(dt.timedelta(days=7), (data.end - data.start) * 0.02)
        figure.update_xaxes(range=[data.start - margin, data.end + margin])
    figure.update_xaxes(gridcolor=palette.GRID[dark], zeroline=False)
