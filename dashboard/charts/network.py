"""Who agrees with whom as a network: those who agree lie near each other, tied by lines, in their blocs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.agreement_matrix import LETTERS, bloc_letters, hover
from dashboard.charts.words import counted, plain
from dashboard.estimates import Agreement, Blocs, layout
from dashboard.estimates.blocs import tie

SIZES = {False: (18, 40), True: (12, 26)}
"""Pixels across the smallest and the largest node, where there are few (False) and where there are MANY (True)."""
MANY = 9
THICKEST = 7


class Node(NamedTuple):
    """One actor: its place, the letter of its bloc (empty where it stands alone), and how often it is heard."""

    actor: str
    x: float
    y: float
    letter: str
    utterances: int


class Network(NamedTuple):
    """What the network shows: all actors, and the pairs that agree more than not."""

    nodes: list[Node]
    ties: list[Agreement]


def network(pairs: Sequence[Agreement], found: Blocs, utterances: Mapping[str, int]) -> Network:
    """Decide what the network shows; `utterances` are those of each actor."""
    actors = [actor for group in found.groups for actor in group]
    letters, places = bloc_letters(found), layout(actors, pairs)
    nodes = [Node(actor, *places[actor], letters.get(actor, ""), utterances.get(actor, 0)) for actor in actors]
    return Network(nodes, [pair for pair in pairs if tie(pair) > 0])


def draw_network(data: Network, dark: bool = False, unit: str = "utterance", height: int = 420) -> go.Figure:
    """Draw it; a click on a node carries its actor, one on the middle of a line its two actors, as customdata."""
    figure = go.Figure()
    places = {node.actor: (node.x, node.y) for node in data.nodes}
    strongest = max((tie(pair) for pair in data.ties), default=1.0)
    for pair in sorted(data.ties, key=tie):
        (x0, y0), (x1, y1) = places[pair.actor], places[pair.other]
        strength = tie(pair) / strongest
        figure.add_scatter(
            x=[x0, x1], y=[y0, y1], mode="lines", hoverinfo="skip",
            line={"width": 0.8 + (THICKEST - 0.8) * strength, "color": palette.fade(palette.SUPPORT[dark], 0.15 + 0.4 * strength)},
        )  # fmt: skip
    figure.add_scatter(
        x=[(places[pair.actor][0] + places[pair.other][0]) / 2 for pair in data.ties],
        y=[(places[pair.actor][1] + places[pair.other][1]) / 2 for pair in data.ties],
        mode="markers", marker={"size": 16, "opacity": 0},
        customdata=[[pair.actor, pair.other] for pair in data.ties],
        hovertext=[hover(pair, unit) for pair in data.ties], hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0}}, unselected={"marker": {"opacity": 0}},
    )  # fmt: skip
    _draw_nodes(figure, data, dark, unit)
    figure.update_layout(
        height=height, margin={"l": 8, "r": 8, "t": 8, "b": 8}, showlegend=False, hovermode="closest", dragmode=False,
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    figure.update_xaxes(visible=False, range=[-1.35, 1.35], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-1.3, 1.2], fixedrange=True)
    return figure


def _draw_nodes(figure: go.Figure, data: Network, dark: bool, unit: str) -> None:
    most = max((node.utterances for node in data.nodes), default=1) or 1
    smallest, largest = SIZES[len(data.nodes) >= MANY]
    looks = [_look(node, dark) for node in data.nodes]
    figure.add_scatter(
        x=[node.x for node in data.nodes], y=[node.y for node in data.nodes], mode="markers+text",
        text=[f"{node.letter} · {plain(node.actor)}" if node.letter else plain(node.actor) for node in data.nodes],
        textposition="bottom center", textfont={"size": 12, "color": palette.TEXT[dark]},
        customdata=[[node.actor] for node in data.nodes],
        hovertext=[_hover(node, unit) for node in data.nodes], hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "symbol": [symbol for symbol, _ in looks], "color": [colour for _, colour in looks], "opacity": 1,
            "size": [smallest + (largest - smallest) * (node.utterances / most) ** 0.5 for node in data.nodes],
            "line": {"width": 2, "color": [colour for _, colour in looks]},
        },
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.6}}, cliponaxis=False,
    )  # fmt: skip


def _look(node: Node, dark: bool) -> tuple[str, str]:
    """Shape and colour of a bloc; hollow and grey where an actor stands alone."""
    if not node.letter:
        return "circle-open", palette.NEUTRAL[dark]
    number = LETTERS.index(node.letter)
    return palette.SHAPES[number % len(palette.SHAPES)], palette.ACTORS[dark][number % len(palette.ACTORS[dark])]


def _hover(node: Node, unit: str) -> str:
    where = f"bloc {node.letter}" if node.letter else "in no bloc"
    return f"<b>{plain(node.actor)}</b>, {where}<br>{counted(node.utterances, unit)}<br><i>Click for the statements</i>"
