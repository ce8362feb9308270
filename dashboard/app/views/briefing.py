"""Briefing: what changed in a period against the one before it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.app.components.cards import show_card
from dashboard.app.components.data import is_dark, open_store, positions, topic_titles
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.moves import show_moves, show_statements
from dashboard.app.components.opening import deselected, on_click, open_statements, show_opened
from dashboard.app.components.period import choose_period
from dashboard.charts.course import draw_parts, parts
from dashboard.charts.heat import draw_hot_topics, hot_topics
from dashboard.charts.words import counted, day
from dashboard.estimates import Shifts, shifts, topic_heat
from dashboard.queries import (
    Filters,
    Period,
    Tally,
    apply,
    by_outlet,
    course,
    first_heard,
    tally,
    with_before,
    within,
)  # fmt: skip

HOT = "hot_topics"
NEWEST = 6
OUTLETS = 8
TALLIES = {
    "positions": ("New positions", "Stances of an actor on a topic, dated in this period."),
    "actors": ("Actors heard", "Countries and organisations with a position in this period."),
    "documents": ("Documents", "Documents of this period that hold a position."),
    "outlets": ("Outlets", "Different sources of these documents."),
}


def main() -> None:
    """Draw the page."""
    frame = positions()
    filters = chosen_filters()
    found = apply(frame, filters)
    found = found[found["when"].notna()]
    st.title("Briefing", anchor=False)
    if found.empty:
        say_nothing_found(frame, filters)
        return
    titles = topic_titles(frame)
    period = choose_period(found)
    now, before = within(found, period), within(found, period.before)
    show_lead(period, tally(now))
    show_tallies(found, period, tally(now), tally(before))
    moved = shifts_of(open_store().place, open_store().version(), filters, period)
    left, right = st.columns([3, 2], gap="large")
    with left:
        show_moves(moved, found, period, titles)
    with right:
        show_heat(found, period, titles)
    show_statements(moved, found, period, titles)
    show_newest(found, now, period, titles)
    show_coverage(found, now, period)


@st.cache_data(max_entries=64, show_spinner="Comparing the periods …")
def shifts_of(place: str, version: str, filters: Filters, period: Period) -> Shifts:
    """Return the shifts in the store as it is, kept for all sessions: on a large store they take a second."""
    return shifts(with_before(apply(positions(), filters), period), period.start)


def show_lead(period: Period, now: Tally) -> None:
    """Say in a sentence what this is about."""
    days = day(period.start) if period.days == 1 else f"{day(period.start)} to {day(period.end)}"
    before = period.before
    earlier = day(before.start) if before.days == 1 else f"{day(before.start)} to {day(before.end)}"
    st.markdown(
        f"**{days}**: {counted(now.positions, 'new position')} of {counted(now.actors, 'actor')}, from "
        f"{counted(now.documents, 'document')} in {counted(now.outlets, 'outlet')}.  \n"
        f":gray[:small[Compared with the {counted(period.days, 'day')} before, {earlier}]]"
    )


def show_tallies(found: pd.DataFrame, period: Period, now: Tally, before: Tally) -> None:
    """Draw how much there is, against before, with its course over both periods."""
    lines = course(found, period)
    with st.container(horizontal=True):
        for name, (label, explained) in TALLIES.items():
            number, earlier = getattr(now, name), getattr(before, name)
            st.metric(
                label, f"{number:,}", number - earlier, delta_color="off", delta_description=f"from {earlier:,} before",
                help=explained, border=True, chart_data=list(lines[name]), chart_type="bar", width="stretch",
            )  # fmt: skip


def show_heat(found: pd.DataFrame, period: Period, titles: dict[str, str]) -> None:
    """Draw which topics are spoken on more than before."""
    st.subheader(
        "Topics heating up", anchor=False,
        help="The share of the documents that speak on a topic, now and before. A rise is told from chance by Fisher's exact "
        "test, corrected for all topics (Benjamini and Hochberg 1995), and rests on three documents at least.",
    )  # fmt: skip
    shown = hot_topics(topic_heat(with_before(found, period), period.start), titles)
    sure = [row.title for row in shown if row.sure]
    st.markdown(f"**{', '.join(sure)}**: more than before, beyond chance." if sure else "None beyond chance.")
    heard = within(found, period).sort_values("when", ascending=False)
    st.plotly_chart(
        deselected(draw_hot_topics(shown, is_dark())), key=HOT, selection_mode="points", config={"displayModeBar": False},
        on_select=on_click(HOT, lambda point: list(heard.loc[heard["topic"] == point[0], "statement_id"])),
        alt="Share of documents by topic: "
        + "; ".join(f"{row.title} {row.shares[1]:.0%}, before {row.shares[0]:.0%}" for row in shown),
    )  # fmt: skip
    st.caption("share of documents: ○ before · ● now, with their number · click a dot for its statements")


def show_newest(found: pd.DataFrame, now: pd.DataFrame, period: Period, titles: dict[str, str]) -> None:
    """List the newest positions, and lead to all."""
    st.subheader("New positions", anchor=False)
    first = first_heard(found, period)
    newest = now.sort_values(["when", "probability"], ascending=False).drop_duplicates(["actor", "topic", "utterance"])
    for start in range(0, min(NEWEST, len(newest)), 2):
        rows = newest.iloc[start : start + 2].itertuples()
        for column, row in zip(st.columns(2), rows, strict=False):
            with column:
                badge = "first on this topic" if (row.actor, row.topic) in first else None
                key = f"new_{row.statement_id}_{row.topic}"
                show_card(row, titles[row.topic], key, lambda statement: open_statements([statement]), badge)
    if len(newest) > NEWEST:
        st.button(
            f"All {len(newest):,} new positions", icon=":material/list:", on_click=open_statements,
            args=(list(newest["statement_id"]),),
        )  # fmt: skip


def show_coverage(found: pd.DataFrame, now: pd.DataFrame, period: Period) -> None:
    """Draw what all this rests on: documents over time and by outlet."""
    st.subheader("What it rests on", anchor=False)
    left, right = st.columns([3, 2], gap="large")
    bars = parts(course(found, period))
    with left:
        st.plotly_chart(
            draw_parts(bars, is_dark()), config={"displayModeBar": False}, key="course",
            alt=f"Documents over time: {sum(bar.documents for bar in bars if bar.new)} in this period, "
            f"{sum(bar.documents for bar in bars if not bar.new)} before",
        )  # fmt: skip
    with right:
        outlets = by_outlet(now)
        st.dataframe(
            outlets.head(OUTLETS)[["outlet", "documents", "positions", "last"]], hide_index=True, height="content",
            column_config={
                "outlet": "Outlet", "documents": "Documents", "positions": "Positions",
                "last": st.column_config.DateColumn("Last", format="YYYY-MM-DD"),
            },
        )  # fmt: skip
        if len(outlets) > OUTLETS:
            st.caption(f"The {OUTLETS} most quoted of {len(outlets)}; the page “Method and accuracy” lists all.")


main()
show_opened()
