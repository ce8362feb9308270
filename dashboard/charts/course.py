"""How many documents there were: bars over the period before and the period itself."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import counted, day


class Part(NamedTuple):
    """One bar: from `start` to `end`, both included; `new` where it is of the period itself."""

    start: dt.date
    end: dt.date
    new: bool
    documents: int
    positions: int


def parts(course: pd.DataFrame) -> list[Part]:
    """Decide what the chart shows of `course`, as the query of that name returns it."""
    return [
        Part(row.start, row.end, bool(row.new), int(row.documents), int(row.positions)) for row in course.itertuples()
    ]


def draw_parts(data: list[Part], dark: bool = False) -> go.Figure:
    """Draw a bar a part, the earlier period faint."""
    figure = go.Figure(
        go.Bar(
            x=[part.start for part in data], y=[part.documents for part in data], offset=0,
            width=[((part.end - part.start).days + 0.9) * 86_400_000 for part in data],
            marker_color=[palette.fade(palette.SUPPORT[dark], 1 if part.new else 0.3) for part in data],
            hovertext=[_hover(part) for part in data], hovertemplate="%{hovertext}<extra></extra>",
        )
    )  # fmt: skip
    for new, text in ((False, "before"), (True, "this period")):
        some = [part for part in data if part.new == new]
        if some:
            figure.add_annotation(
                x=some[0].start, y=1, yref="y domain", yanchor="bottom", xanchor="left", text=text, showarrow=False,
                font={"size": 12, "color": palette.MUTED[dark]},
            )  # fmt: skip
    figure.update_layout(height=230, margin={"l": 8, "r": 8, "t": 26, "b": 8}, showlegend=False, dragmode=False)
    figure.update_yaxes(
        fixedrange=True, gridcolor=palette.GRID[dark], rangemode="tozero", tickformat=",d", nticks=5,
        title={"text": "documents", "font": {"size": 12}},
    )  # fmt: skip
    figure.update_xaxes(fixedrange=True, showgrid=False)
    return figure


def _hover(part: Part) -> str:
    days = day(part.start) if part.start == part.end else f"{day(part.start)} to {day(part.end)}"
    return f"<b>{days}</b><br>{counted(part.documents, 'document')}, {counted(part.positions, 'position')}"
