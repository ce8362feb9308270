"""Over time: how the stance of actors on one topic moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.app.components.data import is_dark, positions, propositions, topic_titles
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.opening import deselected, on_click, show_opened
from dashboard.app.components.words import plain
from dashboard.charts import draw_over_time, over_time
from dashboard.charts.over_time import OverTime
from dashboard.charts.palette import ACTORS, actor_colours
from dashboard.charts.words import counted, day
from dashboard.estimates import Coverage, coverage
from dashboard.queries import Filters, apply

# as many actors share a chart as there are colours; more stand side by side
TOGETHER = len(ACTORS[False])
SHOWN = {"6 most heard": 6, "12 most heard": 12, "All": None}
PANELS = ("Together", "Side by side")
IN_A_ROW = 3
ON_A_PAGE = 12
LEGEND = (
    "● quoted ◆ reported ■ official act · hollow: under a condition · faint: less certain · line: local mean with a 95 % band, "
    "each {unit} once, broken where nobody spoke for 120 days · click a point for its evidence"
)
ZOOM = ", drag to zoom, double-click to zoom out"
CONFIG = {"displayModeBar": False}


def main() -> None:
    """Draw the page."""
    frame = positions()
    titles = topic_titles(frame)
    filters = chosen_filters()
    found = apply(frame, filters)
    found = found[found["when"].notna()]
    if found.empty:
        say_nothing_found(frame, filters)
        return
    topic = filters.topics[0] if filters.topics else str(found["topic"].mode().iloc[0])
    found = found[found["topic"] == topic]
    show_heading(titles[topic], propositions().get(topic, topic), found, filters)
    heard = coverage(found)
    actors, side_by_side = choose_actors([row.actor for row in heard], filters)
    shown = found[found["actor"].isin(actors)]
    ranked = coverage(apply(frame, Filters(topics=(topic,))))
    colours = actor_colours(actors, [row.actor for row in ranked], is_dark())
    data = over_time(shown, {actor: colours[actor] for actor in actors})
    rests = {row.actor: row for row in heard}
    if side_by_side:
        show_panels(data, titles[topic], rests, filters.unit)
    else:
        show_together(data, titles[topic], rests, filters.unit)
    legend = LEGEND.format(unit=filters.unit)
    st.caption(legend if side_by_side or len(actors) == 1 else legend + ZOOM)


def show_heading(title: str, proposition: str, found: pd.DataFrame, filters: Filters) -> None:
    """Say what is shown and what it rests on."""
    first, last = found["when"].min().date(), found["when"].max().date()
    rests = (
        f"{counted(found['utterance'].nunique(), filters.unit)} of {counted(found['actor'].nunique(), 'actor')} in "
        f"{counted(found['source'].nunique(), 'outlet')}, {day(first)} to {day(last)}"
    )
    with st.container(gap="xsmall"):
        st.title(plain(title), anchor=False)
        st.markdown(f"Who supports or opposes **{plain(proposition)}**")
        st.caption(
            rests if filters.topics else f"{rests} · the topic most spoken on; choose another one in the sidebar"
        )


def choose_actors(heard: Sequence[str], filters: Filters) -> tuple[list[str], bool]:
    """Return the actors to draw, and whether they stand side by side."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        actors = list(heard)
        if not filters.actors and len(heard) > min(value for value in SHOWN.values() if value):
            kept = st.segmented_control(
                "Actors shown", list(SHOWN), default="6 most heard", required=True, key="shown", bind="query-params"
            )
            actors = actors[: SHOWN[kept]]
        if len(actors) > TOGETHER or len(actors) == 1:
            return actors, len(actors) > 1
        panels = st.segmented_control(
            "Panels", PANELS, default=PANELS[0], required=True, key="panels", bind="query-params"
        )
    return actors, panels == PANELS[1]


def show_together(data: OverTime, title: str, rests: Mapping[str, Coverage], unit: str) -> None:
    """Draw one chart with a colour for each actor, and beside it what each line rests on."""
    left, right = st.columns([4, 1], gap="medium")
    with left:
        show_chart(data, f"over_time_{title}", describe(data, title), 540)
    with right:
        st.markdown("**What it rests on**")
        for series in data.series:
            st.markdown(f"**{plain(series.actor)}**  \n:gray[:small[{plain(in_words(rests[series.actor], unit))}]]")


def show_panels(data: OverTime, title: str, rests: Mapping[str, Coverage], unit: str) -> None:
    """Draw a small chart for each actor with what it rests on, some on a page."""
    pages = -(-len(data.series) // ON_A_PAGE)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    some = data.series[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    for start in range(0, len(some), IN_A_ROW):
        for column, series in zip(st.columns(IN_A_ROW), some[start : start + IN_A_ROW], strict=False):
            one = data._replace(series=[series])
            with column, st.container(gap=None):
                show_chart(one, f"over_time_{title}_{series.actor}", describe(one, title), 250)
                st.caption(plain(in_words(rests[series.actor], unit)))


def show_chart(data: OverTime, key: str, alt: str, height: int) -> None:
    """Draw a chart whose points open their evidence."""
    figure = draw_over_time(data, is_dark(), height)
    st.plotly_chart(
        deselected(figure), key=key, selection_mode="points", config=CONFIG, alt=alt,
        on_select=on_click(key, lambda customdata: [customdata[0]]),
    )  # fmt: skip


def describe(data: OverTime, title: str) -> str:
    """Return the chart in a sentence for those who cannot see it."""
    actors = ", ".join(f"{series.actor} ({counted(len(series.points), 'position')})" for series in data.series)
    return f"Stance on {title} over time, from -1 (opposes) to +1 (supports): {actors}"


def in_words(rests: Coverage, unit: str) -> str:
    """Return what an actor's line rests on."""
    days = f", {rests.first:%b %Y} to {rests.last:%b %Y}" if rests.first and rests.last else ""
    return f"{counted(rests.utterances, unit)} in {counted(rests.outlets, 'outlet')}{days}"


main()
show_opened()
