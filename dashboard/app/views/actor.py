"""Actor: one actor's profile, where it stands, who speaks for it, and where it contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.app.components.contradictions import show_contradictions
from dashboard.app.components.data import is_dark, open_store, positions, topic_titles
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.opening import deselected, on_click, open_statements, show_opened
from dashboard.app.components.profile import choose_another, profiled
from dashboard.app.components.words import plain
from dashboard.charts.lanes import Lanes, draw_lanes, lanes
from dashboard.charts.palette import SIGNS
from dashboard.charts.words import VERBS, counted, day, signed
from dashboard.estimates import coverage
from dashboard.queries import Filters, apply, by_outlet, by_speaker, standings
from dashboard.queries.outlets import UNKNOWN
from dashboard.queries.speakers import NOT_NAMED

LISTED = 10
DATE = st.column_config.DateColumn("Last", format="YYYY-MM-DD", width=95)


def main() -> None:
    """Draw the page."""
    frame = positions()
    filters = chosen_filters()
    if frame.empty:
        st.title("Actor", anchor=False)
        say_nothing_found(frame, filters)
        return
    actor = profiled(frame, filters)
    own = replace(filters, actors=(actor,))
    found = apply(frame, own)
    titles = topic_titles(frame)
    show_heading(actor, found, list(frame["actor"].value_counts().index), filters)
    if found.empty:
        say_nothing_found(frame, own if filters.actors else filters)
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        show_lanes(lanes_of(open_store().place, open_store().version(), own), filters.unit)
    with right:
        show_latest(found, titles, own)
    show_contradictions(found, own, titles)
    left, right = st.columns(2, gap="large")
    with left:
        show_speakers(found, filters.unit)
    with right:
        show_outlets(found)


@st.cache_data(max_entries=64, show_spinner="Drawing the topics …")
def lanes_of(place: str, version: str, own: Filters) -> Lanes:
    """Return the lanes of the one actor of `own` in the store as it is, kept for all sessions."""
    frame = positions()
    return lanes(apply(frame, own), own.actors[0], topic_titles(frame))


def show_heading(actor: str, found: pd.DataFrame, actors: list[str], filters: Filters) -> None:
    """Say whose profile this is, what it rests on, and offer another one."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left, st.container(gap="xsmall"):
        st.title(plain(actor), anchor=False)
        for rests in coverage(found):
            days = f", {day(rests.first)} to {day(rests.last)}" if rests.first else ""
            st.markdown(
                f"Heard on **{counted(found['topic'].nunique(), 'topic')}** in **{counted(rests.utterances, filters.unit)}** from "
                f"{counted(rests.outlets, 'outlet')}{days}"
            )
        if not filters.actors:
            st.caption("The actor most heard; choose another one.")
        elif len(filters.actors) > 1:
            others = ", ".join(filters.actors[1:])
            st.caption(f"The first actor of the filter; it also names {plain(others)}.")
    with right:
        choose_another(actors, actor)


def show_lanes(data: Lanes, unit: str) -> None:
    """Draw the positions of each topic over time."""
    st.subheader("Topic by topic", anchor=False)
    if not data.lanes:
        st.info("None of these positions has a date: nothing can be placed in time.", icon=":material/event_busy:")
        return
    key = f"lanes_{data.actor}"
    st.plotly_chart(
        deselected(draw_lanes(data, is_dark(), unit)), key=key, selection_mode="points", config={"displayModeBar": False},
        on_select=on_click(key, lambda point: [point[0]]), alt=describe(data, unit),
    )  # fmt: skip
    left_out = sum(lane.left_out for lane in data.lanes)
    st.caption(
        "▲ supports, ▼ opposes, ● takes no side · circle: quoted, diamond: reported, square: official act · hollow: under a "
        f"condition · faint: less certain · line: local mean with a 95 % band, each {unit} once · click a point for its evidence"
        + (f" · {counted(left_out, 'older point')} not drawn, but in the lines" if left_out else "")
    )


def describe(data: Lanes, unit: str) -> str:
    """Return the chart in a sentence for those who cannot see it."""
    said = "; ".join(
        f"{lane.title} {counted(lane.utterances, unit)}, last {VERBS[lane.points[-1].stance]} it" for lane in data.lanes
    )
    return f"Positions of {data.actor} over time, from opposes to supports, a lane a topic: {said}"


def show_latest(found: pd.DataFrame, titles: dict[str, str], filters: Filters) -> None:
    """List the latest stance on each topic with what its score rests on."""
    table = standings(found, filters.end)
    if table.empty:
        return
    st.subheader(
        "Latest stance", anchor=False,
        help="The side of its last statement on the topic. The score is the mean over the 90 days up to then, from −1 "
        "(opposes) to +1 (supports), each utterance once.",
    )  # fmt: skip
    for row in table.sort_values(["last", "topic"], ascending=[False, True]).itertuples():
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            st.markdown(
                f"{SIGNS[row.stance]} {VERBS[row.stance]} **{plain(titles[row.topic])}**  \n:gray[:small["
                f"{plain(signed(row.score))} from {counted(row.utterances, filters.unit)}, {counted(row.outlets, 'outlet')}]]",
                width="stretch",
            )
            st.button(
                f"{row.last.day} {row.last:%b %Y}", key=f"latest_{row.topic}", icon=":material/arrow_forward:", type="tertiary",
                on_click=open_statements, args=([row.statement_id],),
                help=f"Open the last statement on {plain(titles[row.topic])}",
            )  # fmt: skip


def show_speakers(found: pd.DataFrame, unit: str) -> None:
    """List who spoke for the actor."""
    st.subheader("Who spoke for it", anchor=False, help="Names as the texts write them; one person may have several.")
    table = by_speaker(found)
    shown = _with_last_row(table, "speaker", NOT_NAMED)
    columns = {
        "speaker": "Speaker", "utterances": f"{unit.capitalize()}s", "topics": "Topics", "outlets": "Outlets", "last": DATE
    }  # fmt: skip
    show_table("speakers", "Speakers, the most heard first", shown, columns, found, NOT_NAMED)
    named = len(table[table["speaker"] != NOT_NAMED])
    more = f"The {LISTED} most heard of {named:,}. " if named > LISTED else ""
    st.caption(f"{more}Click a row for the statements.")


def show_outlets(found: pd.DataFrame) -> None:
    """List the outlets that quote the actor most."""
    st.subheader("Most quoted outlets", anchor=False)
    table = by_outlet(found).rename(columns={"outlet": "source"})
    columns = {"source": "Outlet", "documents": "Documents", "positions": "Positions", "last": DATE}
    show_table("outlets", "Outlets, the most quoted first", table.head(LISTED), columns, found, UNKNOWN)
    more = f"The {LISTED} most quoted of {len(table):,}. " if len(table) > LISTED else ""
    st.caption(f"{more}Click a row for the statements.")


def show_table(
    key: str, alt: str, shown: pd.DataFrame, columns: Mapping[str, Any], found: pd.DataFrame, blank: str
) -> None:
    """Draw a table whose first column names a column of `found`: a row opens the statements that have its value there."""
    st.dataframe(
        shown[list(columns)], hide_index=True, height="content", key=key, column_config=columns, alt=alt,
        selection_mode=["single-row", "single-cell"],
        on_select=partial(_open_row, key, found, next(iter(columns)), list(shown.iloc[:, 0]), blank),
    )  # fmt: skip


def statements_with(found: pd.DataFrame, column: str, value: str, blank: str) -> list[str]:
    """Return the statements whose `column` has `value` (`blank`: has none), newest first, each utterance once."""
    rows = found[found[column].fillna(blank).replace("", blank) == value]
    newest = rows.sort_values(["when", "statement_id"], ascending=False, na_position="last")
    return list(newest.drop_duplicates("utterance")["statement_id"])


def _with_last_row(table: pd.DataFrame, column: str, last: str) -> pd.DataFrame:
    """The first LISTED rows, and the one that is called `last` in any case."""
    named = table[table[column] != last].head(LISTED)
    return pd.concat([named, table[table[column] == last]])


def _open_row(key: str, found: pd.DataFrame, column: str, values: list[str], blank: str) -> None:
    selection = st.session_state[key].selection
    rows = [*selection.rows, *(row for row, _ in selection.cells)]
    if rows:
        open_statements(statements_with(found, column, values[rows[0]], blank))


main()
show_opened()
