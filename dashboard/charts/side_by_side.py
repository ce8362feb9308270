"""Actors side by side: on each topic a dot an actor, with its interval, from oppose to support."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import counted, plain, signed
from dashboard.estimates.agreement import LEAST_UTTERANCES

EDGE = 1.1
LINE_HEIGHT = 19
"""Pixels for one dot."""
IN_A_LINE = 3
"""Names of the legend that fit beside each other on a telephone."""


class Dot(NamedTuple):
    """One actor on one topic: mean score and interval (-1 to +1), and what they rest on."""

    actor: str
    mean: float
    low: float
    high: float
    utterances: int
    stories: int
    outlets: int

    @property
    def thin(self) -> bool:
        """Whether it rests on too few utterances to be compared."""
        return self.utterances < LEAST_UTTERANCES


class TopicRow(NamedTuple):
    """One topic with a dot for each actor that speaks on it."""

    topic: str
    title: str
    dots: list[Dot]

    @property
    def spread(self) -> float | None:
        """Distance between the outermost means that rest on enough (0 to 2), None where there are no two such."""
        means = [dot.mean for dot in self.dots if not dot.thin]
        return max(means) - min(means) if len(means) > 1 else None


class SideBySide(NamedTuple):
    """What the chart shows, most divided topic first, and the titles of topics on which only one actor speaks."""

    actors: list[str]
    rows: list[TopicRow]
    spoken_by_one: list[str]


def side_by_side(means: pd.DataFrame, actors: Sequence[str], titles: Mapping[str, str]) -> SideBySide:
    """Decide what the chart shows of `means` (as the estimate `topic_means` returns them) for `actors`, in that order."""
    place = {actor: number for number, actor in enumerate(actors)}
    rows = []
    for topic, some in means[means["actor"].isin(place)].groupby("topic"):
        dots = [
            Dot(row.actor, float(row.mean), float(row.low), float(row.high), int(row.utterances), int(row.stories),
                int(row.outlets))
            for row in some.itertuples()
        ]  # fmt: skip
        dots.sort(key=lambda dot: place[dot.actor])
        rows.append(TopicRow(str(topic), titles.get(str(topic), str(topic)), dots))
    together = [row for row in rows if len(row.dots) > 1]
    together.sort(key=lambda row: (1 if row.spread is None else -row.spread, row.title))
    return SideBySide(list(actors), together, [row.title for row in rows if len(row.dots) == 1])


def draw_side_by_side(
    data: SideBySide, colours: Mapping[str, str], dark: bool = False, unit: str = "utterance"
) -> go.Figure:
    """Draw the chart with the `colours` of actors; a click on a dot carries actor and topic as customdata."""
    figure = go.Figure()
    step = len(data.actors) + 1
    for number, actor in enumerate(data.actors):
        symbol = palette.SHAPES[number % len(palette.SHAPES)]
        _draw_actor(figure, data, number, (symbol, colours[actor]), unit)
    lines = -(-len(data.actors) // IN_A_LINE)
    height = LINE_HEIGHT * step * len(data.rows)
    _draw_frame(figure, data, step, dark)
    figure.update_layout(
        height=height + 44 + 24 * lines, margin={"l": 8, "r": 16, "t": 34 + 24 * lines, "b": 10}, showlegend=True,
        hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
        legend={"orientation": "h", "yref": "container", "y": 1, "yanchor": "top", "x": 0, "itemsizing": "constant"},
    )  # fmt: skip
    return figure


def _draw_actor(figure: go.Figure, data: SideBySide, number: int, look: tuple[str, str], unit: str) -> None:
    actor, (symbol, colour) = data.actors[number], look
    dots = [
        (row, place * (len(data.actors) + 1) + number, dot)
        for place, row in enumerate(data.rows)
        for dot in row.dots
        if dot.actor == actor
    ]
    figure.add_scatter(
        x=[dot.mean for _, _, dot in dots],
        y=[y for _, y, _ in dots],
        mode="markers",
        name=plain(actor),
        customdata=[[actor, row.topic] for row, _, _ in dots],
        hovertext=[_hover(row, dot, unit) for row, _, dot in dots],
        hovertemplate="%{hovertext}<extra></extra>",
        error_x={
            "array": [dot.high - dot.mean for _, _, dot in dots], "arrayminus": [dot.mean - dot.low for _, _, dot in dots],
            "symmetric": False, "thickness": 1.5, "width": 0, "color": palette.fade(colour, 0.6),
        },
        marker={
            "symbol": [symbol + "-open" * dot.thin for _, _, dot in dots], "size": 12, "color": colour, "opacity": 1,
            "line": {"width": [2.0 if dot.thin else 0.0 for _, _, dot in dots], "color": colour},
        },
        unselected={"marker": {"opacity": 0.5}},
        selected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )  # fmt: skip


def _draw_frame(figure: go.Figure, data: SideBySide, step: int, dark: bool) -> None:
    """Axes, the tinted halves and a line between topics."""
    for low, high, colour in ((0, EDGE, palette.SUPPORT[dark]), (-EDGE, 0, palette.OPPOSE[dark])):
        figure.add_vrect(x0=low, x1=high, fillcolor=palette.fade(colour, 0.05), line_width=0, layer="below")
    figure.add_vline(x=0, line={"color": palette.MUTED[dark], "width": 1.5})
    for number in range(1, len(data.rows)):
        figure.add_hline(y=number * step - 1, line={"color": palette.GRID[dark], "width": 1})
    figure.update_xaxes(
        range=[-EDGE, EDGE], tickvals=[-1, 0, 1], ticktext=["▼ opposes", "no side", "supports ▲"], side="top",
        zeroline=False, showgrid=False, fixedrange=True, ticks="", tickfont={"color": palette.TEXT[dark]},
    )  # fmt: skip
    figure.update_yaxes(
        range=[len(data.rows) * step - 1, -1], tickvals=[number * step + step / 2 - 1 for number in range(len(data.rows))],
        ticktext=["<br>".join(plain(line) for line in textwrap.wrap(row.title, 14)) for row in data.rows],
        tickfont={"size": 12, "color": palette.TEXT[dark]}, zeroline=False, showgrid=False, fixedrange=True, ticks="",
    )  # fmt: skip


def _hover(row: TopicRow, dot: Dot, unit: str) -> str:
    return (
        f"<b>{plain(dot.actor)}: {plain(row.title)}</b><br>{rests_on(dot, unit)}<br>"
        f"95 % interval {signed(dot.low)} to {signed(dot.high)}<br>"
        f"<i>Click for {'the statement' if dot.utterances == 1 else 'these statements'}</i>"
    )


def rests_on(dot: Dot, unit: str = "utterance") -> str:
    """Return a mean with what it rests on: +0.62 from 14 utterances, 9 outlets."""
    return f"{signed(dot.mean)} from {counted(dot.utterances, unit)}, {counted(dot.outlets, 'outlet')}"
