"""Who agrees with whom as a matrix: in each cell the agreement of two actors, bloc by bloc."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import counted, plain
from dashboard.estimates import Agreement, Blocs
from dashboard.estimates.agreement import LEAST_TOPICS, LEAST_UTTERANCES

ROW_HEIGHT = 46
FEW = 6
"""Actors up to which a cell has room for its topics, and the columns' names for standing upright."""
LETTERS = "ABCDEFGH"


class AgreementMatrix(NamedTuple):
    """What the matrix shows: actors from top to bottom and from left to right, the letters of their blocs, the pairs."""

    actors: list[str]
    letters: dict[str, str]
    pairs: list[Agreement]


def agreement_matrix(pairs: Sequence[Agreement], found: Blocs) -> AgreementMatrix:
    """Decide what the matrix shows of the agreement of actors and the blocs that they form."""
    actors = [actor for group in found.groups for actor in group]
    return AgreementMatrix(actors, bloc_letters(found), list(pairs))


def bloc_letters(found: Blocs) -> dict[str, str]:
    """Return a letter for each actor of a bloc; who stands alone has none."""
    several = [group for group in found.groups if len(group) > 1]
    return {actor: LETTERS[number % len(LETTERS)] for number, group in enumerate(several) for actor in group}


def draw_agreement_matrix(data: AgreementMatrix, dark: bool = False, unit: str = "utterance") -> go.Figure:
    """Draw the matrix; a click on a cell carries both actors as customdata."""
    names = [_named(actor, data.letters) for actor in data.actors]
    columns = [_column(name, len(names)) for name in names]
    place = {actor: number for number, actor in enumerate(data.actors)}
    values: list[list[float | None]] = [[None] * len(names) for _ in names]
    both = list(data.pairs) + [pair._replace(actor=pair.other, other=pair.actor) for pair in data.pairs]
    for pair in both:
        values[place[pair.actor]][place[pair.other]] = pair.value
    figure = go.Figure(
        go.Heatmap(
            x=columns, y=names, z=values, zmin=0, zmax=1, xgap=3, ygap=3, hoverinfo="skip", hoverongaps=False,
            colorscale=palette.colour_scale(dark), showscale=False,
        )
    )  # fmt: skip
    few = len(names) <= FEW
    figure.add_scatter(
        x=[columns[place[pair.other]] for pair in both],
        y=[names[place[pair.actor]] for pair in both],
        mode="markers+text",
        marker={"symbol": "square", "size": ROW_HEIGHT - 8 if few else 26, "opacity": 0},
        text=[_label(pair, few) for pair in both],
        textfont={"size": 12 if few else 11, "color": [palette.text_on(2 * pair.value - 1, dark) for pair in both]},
        customdata=[[pair.actor, pair.other] for pair in both],
        hovertext=[hover(pair, unit) for pair in both],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}, "textfont": {}},
    )
    _draw_missing(figure, data, names, columns, dark)
    _draw_frame(figure, columns, names, dark)
    return figure


def _draw_missing(figure: go.Figure, data: AgreementMatrix, names: list[str], columns: list[str], dark: bool) -> None:
    """A dash where nothing is said of two actors."""
    known = {frozenset((pair.actor, pair.other)) for pair in data.pairs}
    missing = [
        (row, column)
        for row, actor in enumerate(data.actors)
        for column, other in enumerate(data.actors)
        if row != column and frozenset((actor, other)) not in known
    ]
    figure.add_scatter(
        x=[columns[column] for _, column in missing], y=[names[row] for row, _ in missing], mode="text",
        text=["–"] * len(missing), textfont={"size": 12, "color": palette.MUTED[dark]},
        hovertext=[f"fewer than {LEAST_TOPICS} topics with {LEAST_UTTERANCES} utterances of each"] * len(missing),
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _draw_frame(figure: go.Figure, columns: list[str], names: list[str], dark: bool) -> None:
    few = len(names) <= FEW
    font = {"size": 12, "color": palette.TEXT[dark]}
    shared = {"fixedrange": True, "showgrid": False, "zeroline": False, "ticks": "", "type": "category"}
    figure.update_layout(
        height=(ROW_HEIGHT if few else 28) * len(names) + (60 if few else 130), margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=False, hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    figure.update_xaxes(
        side="top", range=[-0.5, len(columns) - 0.5], tickfont=font | {"size": 11}, tickangle=0 if few else -90,
        categoryorder="array", categoryarray=columns, **shared,
    )  # fmt: skip
    figure.update_yaxes(
        range=[len(names) - 0.5, -0.5], tickfont=font, categoryorder="array", categoryarray=names, **shared
    )


def _named(actor: str, letters: dict[str, str]) -> str:
    return plain(f"{letters[actor]} · {actor}" if actor in letters else actor)


def _column(name: str, columns: int) -> str:
    return "<br>".join(textwrap.wrap(name, 9)) if columns <= FEW else name


def _label(pair: Agreement, few: bool) -> str:
    return f"{pair.value:.0%}<br>{counted(len(pair.topics), 'topic')}" if few else f"{pair.value * 100:.0f}"


def hover(pair: Agreement, unit: str = "utterance") -> str:
    """Return the agreement of two actors with what it rests on, for a hover box."""
    return (
        f"<b>{plain(pair.actor)} and {plain(pair.other)}: {pair.value:.0%} agreement</b><br>"
        f"over {counted(len(pair.topics), 'topic')}, from {counted(pair.utterances, unit)} of both<br>"
        "<i>Click for their statements on these topics</i>"
    )
