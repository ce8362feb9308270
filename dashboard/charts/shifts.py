"""Who moved: for each actor and topic the mean score before and after, joined by a line."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import counted, p_value, plain, signed
from dashboard.estimates import Shift, Side

ROW_HEIGHT = 46
EDGE = 1.1
LABEL = 24
"""Characters in a line of a row's label."""


class Move(NamedTuple):
    """One row: where an actor stood on a topic and where it stands; `sure` where the shift is told from chance."""

    actor: str
    topic: str
    title: str
    before: Side
    after: Side
    p: float
    sure: bool


def moves(shifts: Sequence[Shift], titles: Mapping[str, str], most: int = 8) -> list[Move]:
    """Decide what the chart shows of `shifts` (the surest first): the first `most`, with the titles of their topics."""
    return [
        Move(shift.actor, shift.topic, titles.get(shift.topic, shift.topic), shift.before, shift.after,
             shift.corrected, shift.told_from_chance)
        for shift in shifts[:most]
    ]  # fmt: skip


def draw_moves(data: Sequence[Move], dark: bool = False) -> go.Figure:
    """Draw a row a move; a click on a dot carries actor, topic and side (before or after) as customdata."""
    figure = go.Figure()
    rows = [_label(move) for move in data]
    colours = [_colour(move, dark) for move in data]
    for row, move, colour in zip(rows, data, colours, strict=True):
        figure.add_scatter(
            x=[move.before.score, move.after.score], y=[row, row], mode="lines", hoverinfo="skip",
            line={"color": colour, "width": 3 if move.sure else 1.5, "dash": None if move.sure else "dot"},
        )  # fmt: skip
    for side in ("before", "after"):
        _draw_dots(figure, data, rows, colours, side)
    _draw_frame(figure, data, rows, dark)
    return figure


def _draw_dots(figure: go.Figure, data: Sequence[Move], rows: Sequence[str], colours: Sequence[str], side: str) -> None:
    values: list[Side] = [getattr(move, side) for move in data]
    figure.add_scatter(
        x=[value.score for value in values],
        y=list(rows),
        mode="markers",
        customdata=[[move.actor, move.topic, side] for move in data],
        hovertext=[_hover(move, side) for move in data],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "symbol": "circle-open" if side == "before" else "circle", "size": 15, "color": list(colours),
            "line": {"width": 2.5, "color": list(colours)}, "opacity": 1,
        },
        unselected={"marker": {"opacity": 0.5}},
        selected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )  # fmt: skip


def _draw_frame(figure: go.Figure, data: Sequence[Move], rows: Sequence[str], dark: bool) -> None:
    """Axes, the tinted halves, and on the right the change with its p-value."""
    for low, high, colour in ((0, EDGE, palette.SUPPORT[dark]), (-EDGE, 0, palette.OPPOSE[dark])):
        figure.add_vrect(x0=low, x1=high, fillcolor=palette.fade(colour, 0.05), line_width=0, layer="below")
    figure.add_vline(x=0, line={"color": palette.MUTED[dark], "width": 1.5})
    for row, move in zip(rows, data, strict=True):
        figure.add_annotation(
            x=1.01, xref="x domain", xanchor="left", y=row, showarrow=False, align="left",
            text=f"{_change(move)}<br>{p_value(move.p)}",
            font={"size": 12, "color": palette.TEXT[dark] if move.sure else palette.MUTED[dark]},
        )  # fmt: skip
    figure.update_layout(
        height=ROW_HEIGHT * len(data) + 46, margin={"l": 8, "r": 76, "t": 30, "b": 8}, showlegend=False,
        hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    figure.update_xaxes(
        range=[-EDGE, EDGE], tickvals=[-1, 0, 1], ticktext=["▼ opposes", "no side", "supports ▲"], side="top",
        zeroline=False, showgrid=False, fixedrange=True, ticks="",
    )  # fmt: skip
    figure.update_yaxes(
        type="category", range=[len(rows) - 0.5, -0.5], fixedrange=True, ticks="", gridcolor=palette.GRID[dark],
        tickfont={"size": 12, "color": palette.TEXT[dark]}, categoryorder="array", categoryarray=list(rows),
    )  # fmt: skip


def _label(move: Move) -> str:
    actor, title = (
        plain(textwrap.shorten(text, LABEL, placeholder=" …") or text[:LABEL]) for text in (move.actor, move.title)
    )
    return f"<b>{actor}</b><br>{title}"


def _colour(move: Move, dark: bool) -> str:
    if not move.sure:
        return palette.NEUTRAL[dark]
    return palette.SUPPORT[dark] if move.after.score > move.before.score else palette.OPPOSE[dark]


def _change(move: Move) -> str:
    change = move.after.score - move.before.score
    sign = "" if abs(change) < 0.005 else "▲ " if change > 0 else "▼ "
    return sign + signed(change)


def _hover(move: Move, side: str) -> str:
    value: Side = getattr(move, side)
    return (
        f"<b>{plain(move.actor)}: {plain(move.title)}</b><br>{side} {rests_on(value)}<br>"
        f"<i>Click for {'the statement' if value.utterances == 1 else 'these statements'}</i>"
    )


def rests_on(side: Side) -> str:
    """Return a mean with what it rests on: +0.62 from 14 utterances, 9 outlets."""
    return f"{signed(side.score)} from {counted(side.utterances, 'utterance')}, {counted(side.outlets, 'outlet')}"
