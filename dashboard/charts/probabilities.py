"""How likely each stance of one position is, as three bars."""

from __future__ import annotations

from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.charts import palette


class Probabilities(NamedTuple):
    """Calibrated probabilities of the three stances; they sum to 1."""

    support: float
    oppose: float
    neutral: float


def probabilities(p_support: float, p_oppose: float, p_neutral: float) -> Probabilities:
    """Decide what the chart shows."""
    return Probabilities(float(p_support), float(p_oppose), float(p_neutral))


def draw_probabilities(data: Probabilities, dark: bool = False) -> go.Figure:
    """Draw one labelled bar a stance, support on top."""
    rows = (("neutral", data.neutral), ("oppose", data.oppose), ("support", data.support))
    figure = go.Figure(
        go.Bar(
            x=[value for _, value in rows],
            y=[f"{palette.SIGNS[name]} {name}" for name, _ in rows],
            orientation="h",
            marker_color=[palette.stance_colour(name, dark) for name, _ in rows],
            text=[f"{value:.0%}" for _, value in rows],
            textposition="outside",
            hoverinfo="skip",
            cliponaxis=False,
        )
    )
    figure.update_layout(height=120, margin={"l": 8, "r": 40, "t": 4, "b": 4}, showlegend=False, bargap=0.35)
    figure.update_xaxes(range=[0, 1], visible=False, fixedrange=True)
    figure.update_yaxes(fixedrange=True, ticks="", showgrid=False)
    return figure
