"""Where actors stand: a map of actors by topics, with sign, colour and number in each cell."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import VERBS, counted, day, plain, signed
from dashboard.estimates.similarity import similar_together

ROW_HEIGHT = 40


class Standing(NamedTuple):
    """One cell: the latest stance of an actor on a topic and what the score rests on."""

    actor: str
    topic: str
    score: float
    stance: str
    utterances: int
    outlets: int
    last: dt.date


class Standings(NamedTuple):
    """What the map shows: actors from top to bottom, topics (key and title) from left to right.

    `unit` is the noun for what the cells count.
    """

    actors: list[str]
    topics: list[tuple[str, str]]
    cells: list[Standing]
    unit: str


def where_they_stand(
    standings: pd.DataFrame,
    titles: Mapping[str, str],
    most: int | None = None,
    unit: str = "utterance",
    alike: bool = False,
) -> Standings:
    """Decide what the map shows of `standings`: the `most` heard actors, and the topics of `titles` that they speak on.

    The most heard come first; where `alike`, actors with like scores stand together instead.
    """
    heard = standings.groupby("actor")["total"].sum()
    ranked = sorted((str(actor) for actor in heard.index), key=lambda actor: (-heard[actor], actor))[:most]
    kept = standings[standings["actor"].isin(ranked)]
    spoken = set(kept["topic"])
    if alike:
        ranked = similar_together(kept, ranked)
    cells = [
        Standing(
            row.actor, row.topic, float(row.score), row.stance, int(row.utterances), int(row.outlets), row.last.date()
        )
        for row in kept.itertuples()
    ]
    return Standings(ranked, [(key, title) for key, title in titles.items() if key in spoken], cells, unit)


def draw_standings(data: Standings, dark: bool = False) -> go.Figure:
    """Draw the map; a click on a cell carries actor and topic as customdata."""
    scores = {(cell.actor, cell.topic): cell.score for cell in data.cells}
    rows = [[scores.get((actor, key)) for key, _ in data.topics] for actor in data.actors]
    actors, titles = [plain(actor) for actor in data.actors], _broken(data.topics)
    figure = go.Figure(
        go.Heatmap(
            x=titles, y=actors, z=rows, zmin=-1, zmax=1, xgap=3, ygap=3, hoverinfo="skip", hoverongaps=False,
            colorscale=palette.colour_scale(dark), showscale=False,
        )
    )  # fmt: skip
    _draw_labels(figure, data, dict(zip((key for key, _ in data.topics), titles, strict=True)), dark)
    font = {"size": 12, "color": palette.TEXT[dark]}
    figure.update_layout(
        height=ROW_HEIGHT * len(actors) + 70, margin={"l": 8, "r": 8, "t": 8, "b": 8}, showlegend=False,
        hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    figure.update_xaxes(
        side="top", range=[-0.5, len(titles) - 0.5], tickfont=font | {"size": 11}, fixedrange=True, showgrid=False, zeroline=False,
        ticks="", type="category",
    )  # fmt: skip
    figure.update_yaxes(
        range=[len(actors) - 0.5, -0.5], tickfont=font, fixedrange=True, showgrid=False, zeroline=False, ticks="", type="category",
    )  # fmt: skip
    return figure


def _draw_labels(figure: go.Figure, data: Standings, titles: Mapping[str, str], dark: bool) -> None:
    """Invisible squares that take the clicks (a heat map reports none), with sign and number as their text."""
    cells = data.cells
    figure.add_scatter(
        x=[titles[cell.topic] for cell in cells],
        y=[plain(cell.actor) for cell in cells],
        mode="markers+text",
        marker={"symbol": "square", "size": ROW_HEIGHT - 6, "opacity": 0},
        text=[f"{palette.SIGNS[cell.stance]}<br>{cell.utterances}" for cell in cells],
        textfont={"size": 12, "color": [palette.text_on(cell.score, dark) for cell in cells]},
        customdata=[[cell.actor, cell.topic] for cell in cells],
        hovertext=[_hover(cell, titles[cell.topic], data.unit) for cell in cells],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}, "textfont": {}},
    )


def _hover(cell: Standing, title: str, unit: str) -> str:
    return (
        f"<b>{plain(cell.actor)}: {title.replace('<br>', ' ')}</b><br>"
        f"last {VERBS[cell.stance]} it, {day(cell.last)}<br>"
        f"score {signed(cell.score)} over {counted(cell.utterances, unit)} "
        f"in {counted(cell.outlets, 'outlet')}, 90 days<br><i>Click for the statements</i>"
    )


def _broken(topics: Sequence[tuple[str, str]]) -> list[str]:
    """Titles in short lines, so that they stay level on a wide page."""
    return ["<br>".join(plain(line) for line in textwrap.wrap(title, 13)) for _, title in topics]
