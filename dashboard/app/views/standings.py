"""Where they stand: the latest stance of actors on all topics."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.app.components.data import is_dark, positions, topic_titles
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.opening import deselected, on_click, show_opened
from dashboard.app.components.profile import offer_profiles
from dashboard.charts import draw_standings, where_they_stand
from dashboard.charts.words import counted, day
from dashboard.queries import apply, standings

KEY = "standings"
SHOWN = {"15 most heard": 15, "30 most heard": 30, "All": None}
# actors whose profiles are linked to
PROFILES = 30
ORDERS = ("Most heard first", "Alike together")


def main() -> None:
    """Draw the page."""
    frame = positions()
    titles = topic_titles(frame)
    filters = chosen_filters()
    found = apply(frame, filters)
    st.title("Where they stand", anchor=False)
    if found["when"].isna().all():
        say_nothing_found(frame, filters)
        return
    at = choose_day(frame)
    found = found[found["when"] < pd.Timestamp(at) + pd.Timedelta(days=1)]
    table = standings(found)
    if table.empty:
        st.info(
            f"Nobody has been heard by {day(at)} with these filters; choose a later day.", icon=":material/history:"
        )
        return
    most, alike = choose_actors(table["actor"].nunique(), bool(filters.actors))
    data = where_they_stand(table, titles, most, filters.unit, alike)
    st.caption(f"▲ supported, ▼ opposed, ● took no side when last heard · number: {filters.unit}s in the 90 days up to then · "
               "colour: their mean score, orange opposes, teal supports · click a cell for its statements")  # fmt: skip
    st.plotly_chart(
        deselected(draw_standings(data, is_dark())), key=KEY, selection_mode="points", config={"displayModeBar": False},
        on_select=on_click(KEY, partial(statements_in, found)),
        alt=f"Latest stance of {counted(len(data.actors), 'actor')} on {counted(len(data.topics), 'topic')}",
    )  # fmt: skip
    offer_profiles(data.actors[:PROFILES])


def choose_day(frame: pd.DataFrame) -> dt.date:
    """Draw the slider that travels through the days of `frame`, and return the day."""
    first: dt.date = frame["when"].min().date()
    last: dt.date = frame["when"].max().date()
    if first == last:
        return last
    at: dt.date = st.slider(
        "As of", first, last, last, format="D MMM YYYY", key="at", bind="query-params",
        help="Shows where the actors stood at the end of this day: nothing that was said later counts.",
    )  # fmt: skip
    return at


def choose_actors(heard: int, chosen: bool) -> tuple[int | None, bool]:
    """Return how many of the actors `heard` to show (None: all of them), and whether those who stand alike go together.

    Actors that the reader has `chosen` are all shown.
    """
    most = None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if not chosen and heard > min(value for value in SHOWN.values() if value):
            most = SHOWN[
                st.segmented_control(
                    "Actors shown", list(SHOWN), default="15 most heard", required=True, key="rows", bind="query-params"
                )
            ]
        order = st.segmented_control(
            "Order", ORDERS, default=ORDERS[0], required=True, key="order", bind="query-params",
            help="“Alike together” puts actors beside each other whose scores are close on the topics that they share.",
        )  # fmt: skip
    return most, order == ORDERS[1]


def statements_in(found: pd.DataFrame, cell: list[str]) -> list[str]:
    """Return the statements of a cell (actor, topic), newest first."""
    actor, topic = cell
    rows = found[(found["actor"] == actor) & (found["topic"] == topic) & found["when"].notna()]
    return list(rows.sort_values("when", ascending=False)["statement_id"])


main()
show_opened()
