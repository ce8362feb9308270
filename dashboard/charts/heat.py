"""Topics heating up: the share of documents that speak on each, before and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.charts import palette
from dashboard.charts.words import counted, p_value, plain
from dashboard.estimates import Heat

ROW_HEIGHT = 46


class HotTopic(NamedTuple):
    """One row: documents on a topic of all documents, before and now; `sure` where the rise is told from chance."""

    topic: str
    title: str
    before: int
    before_of: int
    after: int
    after_of: int
    p: float
    sure: bool

    @property
    def shares(self) -> tuple[float, float]:
        """Share of the documents before and now, 0 to 1."""
        return self.before / max(self.before_of, 1), self.after / max(self.after_of, 1)


def hot_topics(heat: Sequence[Heat], titles: Mapping[str, str], most: int = 8) -> list[HotTopic]:
    """Decide what the chart shows of `heat` (most gained first): the first `most` topics that are spoken on now."""
    return [
        HotTopic(row.topic, titles.get(row.topic, row.topic), *row[1:5], row.corrected, row.told_from_chance)
        for row in heat
        if row.after
    ][:most]


def draw_hot_topics(data: Sequence[HotTopic], dark: bool = False) -> go.Figure:
    """Draw a row a topic, its shares joined by a line; a click on the dot of now carries the topic as customdata."""
    figure = go.Figure()
    rows = [plain(row.title) for row in data]
    colours = [palette.ACTORS[dark][0] if row.sure else palette.NEUTRAL[dark] for row in data]
    for label, row, colour in zip(rows, data, colours, strict=True):
        figure.add_scatter(
            x=list(row.shares), y=[label, label], mode="lines", hoverinfo="skip",
            line={"color": colour, "width": 3 if row.sure else 1.5, "dash": None if row.sure else "dot"},
        )  # fmt: skip
    for index, symbol in enumerate(("circle-open", "circle")):
        figure.add_scatter(
            x=[row.shares[index] for row in data], y=rows, mode="markers", cliponaxis=False,
            customdata=[[row.topic] for row in data] if index else None,
            hovertext=[_hover(row) for row in data], hovertemplate="%{hovertext}<extra></extra>",
            marker={"symbol": symbol, "size": 15, "color": colours, "opacity": 1,
                    "line": {"width": 2.5, "color": colours}},
            unselected={"marker": {"opacity": 0.5}},
        )  # fmt: skip
    _draw_frame(figure, data, rows, dark)
    return figure


def _draw_frame(figure: go.Figure, data: Sequence[HotTopic], rows: Sequence[str], dark: bool) -> None:
    """Axes, and on the right what the share of now rests on."""
    for label, row in zip(rows, data, strict=True):
        certainty = f"<br>{p_value(row.p)}" if row.sure else ""
        figure.add_annotation(
            x=1.02, xref="x domain", xanchor="left", y=label, showarrow=False, align="left",
            text=f"{row.after} of {row.after_of}{certainty}",
            font={"size": 12, "color": palette.TEXT[dark] if row.sure else palette.MUTED[dark]},
        )  # fmt: skip
    figure.update_layout(
        height=ROW_HEIGHT * len(data) + 46, margin={"l": 8, "r": 76, "t": 30, "b": 8}, showlegend=False,
        dragmode=False, hovermode="closest",
        hoverlabel={"align": "left", "font": {"size": 13, "color": palette.TEXT[dark]}},
    )  # fmt: skip
    most = max([0.01, *(share for row in data for share in row.shares)])
    figure.update_xaxes(
        range=[-0.05 * most, most * 1.05], tickformat=".0%", nticks=4, side="top", fixedrange=True, zeroline=False,
        gridcolor=palette.GRID[dark], ticks="",
    )  # fmt: skip
    figure.update_yaxes(
        type="category", range=[len(rows) - 0.5, -0.5], fixedrange=True, ticks="", gridcolor=palette.GRID[dark],
        tickfont={"size": 12, "color": palette.TEXT[dark]}, categoryorder="array", categoryarray=list(rows),
    )  # fmt: skip


def _hover(row: HotTopic) -> str:
    was, now = row.shares
    return (
        f"<b>{plain(row.title)}</b><br>now {now:.0%}: {row.after} of {counted(row.after_of, 'document')}<br>"
        f"before {was:.0%}: {row.before} of {counted(row.before_of, 'document')}<br>{p_value(row.p)} for a rise, "
        "corrected for all topics<br><i>Click for the statements</i>"
    )
