"""How right the classifier is: methods side by side, confusion, calibration, accuracy by group, behaviour.

Every function takes the figures that `stancewatch evaluate` writes (metrics.json), or a part of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import counted, plain
from models.schema import STANCES

Rows = Sequence[Mapping[str, Any]]
MEASURES = {"accuracy": "accuracy", "macro_f1": "macro-F1", "polarity": "polarity"}
BAR = 26
"""Height of a bar with its gap, in pixels."""
MOST = 15
"""Groups in one chart, the largest ones."""


def draw_all(figures: Mapping[str, Any], dark: bool = False) -> dict[str, go.Figure]:
    """Return every figure that `figures` has the numbers for, by name."""
    drawn: dict[str, go.Figure] = {}
    given = figures.get("given")
    if given:
        drawn["methods"] = draw_methods(given["methods"], dark)
        drawn["confusion"] = draw_confusion(given["confusion"], dark)
        drawn["reliability"] = draw_reliability(given["reliability"], dark)
        drawn |= {f"by_{name}": draw_groups(rows, dark) for name, rows in given["groups"].items() if rows}
    if figures.get("behaviour"):
        drawn["behaviour"] = draw_behaviour(figures["behaviour"]["kinds"], dark)
    return drawn


def draw_methods(methods: Rows, dark: bool = False) -> go.Figure:
    """Draw accuracy, macro-F1 (with its interval) and polarity of each method, the classifier last."""
    names = [plain(str(row["name"])) for row in methods]
    figure = go.Figure()
    for (measure, title), colour in zip(MEASURES.items(), palette.ACTORS[dark], strict=False):
        values = [row[measure] for row in methods]
        error = None
        if measure == "macro_f1":
            error = {
                "type": "data", "symmetric": False, "thickness": 1.2, "color": palette.TEXT[dark],
                "array": [row["interval"][1] - row["macro_f1"] for row in methods],
                "arrayminus": [row["macro_f1"] - row["interval"][0] for row in methods],
            }  # fmt: skip
        figure.add_bar(
            name=title, x=names, y=values, error_y=error, marker_color=colour,
            hovertemplate=f"%{{x}}<br>{title} %{{y:.3f}}<extra></extra>",
        )  # fmt: skip
    figure.update_layout(
        barmode="group", height=340, margin={"l": 8, "r": 8, "t": 8, "b": 8}, legend={"orientation": "h", "y": 1.12}
    )
    figure.update_yaxes(range=[0, 1], tickformat=".1f", fixedrange=True)
    figure.update_xaxes(fixedrange=True)
    return figure


def draw_confusion(counts: Sequence[Sequence[int]], dark: bool = False) -> go.Figure:
    """Draw gold (rows) against found (columns); colour is the share of the row, the number is the count."""
    shares = [[value / max(sum(row), 1) for value in row] for row in counts]
    names = [f"{palette.SIGNS[stance]} {stance}" for stance in STANCES]
    figure = go.Figure(
        go.Heatmap(
            x=names, y=names, z=shares, zmin=-1, zmax=1, xgap=3, ygap=3, showscale=False, hoverinfo="skip",
            colorscale=palette.colour_scale(dark),
        )
    )  # fmt: skip
    cells = [(row, column) for row in range(len(names)) for column in range(len(names))]
    text = [f"{counts[row][column]}<br>{shares[row][column]:.0%}" for row, column in cells]
    # texts of their own: those of a heat map have one colour, unreadable on some of the cells
    figure.add_scatter(
        x=[names[column] for _, column in cells], y=[names[row] for row, _ in cells], mode="text", text=text,
        textfont={"color": [palette.text_on(shares[row][column], dark) for row, column in cells]}, showlegend=False,
        hovertemplate="gold %{y}, found %{x}: %{text}<extra></extra>",
    )  # fmt: skip
    figure.update_layout(height=300, margin={"l": 8, "r": 8, "t": 8, "b": 8})
    figure.update_xaxes(title="found", side="bottom", fixedrange=True, showgrid=False)
    figure.update_yaxes(title="gold", autorange="reversed", fixedrange=True, showgrid=False)
    return figure


def draw_reliability(bins: Rows, dark: bool = False) -> go.Figure:
    """Draw the share that is right against the confidence; on the diagonal, a model means what it says."""
    figure = go.Figure(
        go.Scatter(
            x=[0, 1], y=[0, 1], mode="lines", line={"dash": "dot", "color": palette.MUTED[dark]}, hoverinfo="skip"
        )
    )
    most = max((row["positions"] for row in bins), default=1)
    figure.add_scatter(
        x=[row["confidence"] for row in bins],
        y=[row["accuracy"] for row in bins],
        mode="lines+markers",
        line={"color": palette.SUPPORT[dark]},
        marker={"size": [8 + 18 * (row["positions"] / most) ** 0.5 for row in bins], "color": palette.SUPPORT[dark]},
        hovertext=[
            f"said {row['confidence']:.0%}, right {row['accuracy']:.0%}<br>{counted(row['positions'], 'position')}"
            for row in bins
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.update_layout(height=300, margin={"l": 8, "r": 8, "t": 8, "b": 8}, showlegend=False)
    figure.update_xaxes(title="confidence", range=[0.3, 1.02], tickformat=".0%", fixedrange=True)
    figure.update_yaxes(title="share that is right", range=[0, 1.05], tickformat=".0%", fixedrange=True)
    return figure


def draw_groups(rows: Rows, dark: bool = False) -> go.Figure:
    """Draw the accuracy of each topic, actor, outlet or year, with the number of positions that it rests on."""
    shown = list(rows)[:MOST]
    labels = [f"{row['accuracy']:.0%} of {row['positions']}" for row in shown]
    return _bars([str(row["name"]) for row in shown], [row["accuracy"] for row in shown], labels, dark)


def draw_behaviour(kinds: Rows, dark: bool = False) -> go.Figure:
    """Draw the pass rate of each kind of minimal pair, the weakest on top."""
    ranked = sorted(kinds, key=lambda row: (row["rate"], row["kind"]))
    labels = [f"{row['passed']} of {row['pairs']}" for row in ranked]
    return _bars([str(row["kind"]) for row in ranked], [row["rate"] for row in ranked], labels, dark)


def _bars(names: Sequence[str], values: Sequence[float], labels: Sequence[str], dark: bool) -> go.Figure:
    figure = go.Figure(
        go.Bar(
            x=list(values), y=[plain(name) for name in names], orientation="h", text=list(labels), textposition="outside",
            marker_color=palette.SUPPORT[dark], cliponaxis=False, hoverinfo="skip",
        )
    )  # fmt: skip
    figure.update_layout(height=BAR * len(names) + 30, margin={"l": 8, "r": 80, "t": 4, "b": 4}, bargap=0.35)
    figure.update_xaxes(range=[0, 1], visible=False, fixedrange=True)
    figure.update_yaxes(autorange="reversed", fixedrange=True, ticks="", showgrid=False, type="category")
    return figure
