"""Nearer or further apart: the gap between the lines of two actors on one topic, with its interval."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import day, p_value, plain, signed
from dashboard.estimates import Change, Gap

EPOCH = pd.Timestamp(0)
EDGE = 2.15
A_DOT = 4
"""Steps of the line between two dots to click on."""


class GapCourse(NamedTuple):
    """What the chart shows: the gap of `actor` from `other`, days from 1970-01-01, and the days that it spans."""

    actor: str
    other: str
    stretches: list[Gap]
    start: dt.date
    end: dt.date


def draw_gap(data: GapCourse, dark: bool = False, height: int = 260) -> go.Figure:
    """Draw line and band, broken where a line is missing; a click on a dot carries its day as customdata."""
    figure = go.Figure()
    colour = palette.TEXT[dark]
    for gap in data.stretches:
        moments = EPOCH + pd.to_timedelta(gap.days, unit="D")
        figure.add_scatter(
            x=np.concatenate([moments, moments[::-1]]), y=np.concatenate([gap.high, gap.low[::-1]]), mode="lines",
            line={"width": 0}, fill="toself", fillcolor=palette.fade(colour, 0.14), hoverinfo="skip",
        )  # fmt: skip
        figure.add_scatter(x=moments, y=gap.gap, mode="lines", line={"color": colour, "width": 2.5}, hoverinfo="skip")
    for gap in data.stretches:
        some = _dots(len(gap.days))
        moments = [(EPOCH + pd.Timedelta(days=float(gap.days[index]))).date() for index in some]
        figure.add_scatter(
            x=moments, y=gap.gap[some], mode="markers", customdata=[[moment.isoformat()] for moment in moments],
            hovertext=[_hover(data, gap, index, moment) for index, moment in zip(some, moments, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>", marker={"size": 9, "color": colour, "opacity": 1},
            selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.5}}, cliponaxis=False,
        )  # fmt: skip
    _draw_frame(figure, data, dark, height)
    return figure


def _dots(length: int) -> list[int]:
    """The first, the last, and some between."""
    return sorted({*range(0, length - 1, A_DOT), length - 1})


def _draw_frame(figure: go.Figure, data: GapCourse, dark: bool, height: int) -> None:
    figure.add_hline(y=0, line={"color": palette.MUTED[dark], "width": 1.5})
    notes = (
        (EDGE, "top", f"▲ {plain(data.actor)} more for it than {plain(data.other)}"),
        (-EDGE, "bottom", f"▼ {plain(data.other)} more for it than {plain(data.actor)}"),
    )
    for y, anchor, text in notes:
        figure.add_annotation(
            x=0, xref="x domain", xanchor="left", y=y, yanchor=anchor, text=text, showarrow=False,
            font={"size": 12, "color": palette.MUTED[dark]},
        )  # fmt: skip
    figure.update_layout(
        height=height, margin={"l": 8, "r": 12, "t": 8, "b": 8}, showlegend=False, hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    figure.update_yaxes(
        range=[-EDGE, EDGE], tickvals=[-2, -1, 0, 1, 2], ticktext=["−2", "−1", "no gap", "+1", "+2"], zeroline=False,
        gridcolor=palette.GRID[dark], fixedrange=True,
    )  # fmt: skip
    # the same margin as the chart of the two lines, so that the days stand below each other
    margin = max(dt.timedelta(days=7), (data.end - data.start) * 0.02)
    figure.update_xaxes(
        range=[data.start - margin, data.end + margin], gridcolor=palette.GRID[dark], zeroline=False, fixedrange=True
    )


def _hover(data: GapCourse, gap: Gap, index: int, moment: dt.date) -> str:
    return (
        f"<b>{plain(data.actor)} less {plain(data.other)}: {signed(float(gap.gap[index]))}</b><br>{day(moment)}<br>"
        f"95 % interval {signed(float(gap.low[index]))} to {signed(float(gap.high[index]))}<br>"
        "<i>Click for the statements around this day</i>"
    )


def told(found: Sequence[Gap], change: Change | None) -> str:
    """Return in a sentence whether the two came nearer."""
    if not found:
        return "There is no stretch of time in which both have a line: each needs three days over two weeks, and no gap of 120 days."
    if change is None:
        return "The time in which both have a line is too short to say whether they came nearer."
    first, last = ((EPOCH + pd.Timedelta(days=moment)).date() for moment in (change.first_day, change.last_day))
    span = f"gap {change.first:.2f} on {day(first)}, {change.last:.2f} on {day(last)}"
    said = {
        "nearer": "**They came nearer**", "apart": "**They moved apart**", "same": "**Neither nearer nor apart beyond chance**"
    }[change.word]  # fmt: skip
    return f"{said}: {span} ({p_value(change.p)})."
