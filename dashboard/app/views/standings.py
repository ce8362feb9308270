"""Where they stand: the latest stance of actors on all topics."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.app.components.data import is_dark, positions, topic_titles
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.opening import deselected, on_click, show_opened
from dashboard.app.components.profile import offer_profiles
from dashboard.charts import draw_standings, where_they_stand
from dashboard.charts.words import counted
from dashboard.queries import apply, standings

KEY = "standings"
SHOWN = {"15 most heard": 15, "30 most heard": 30, "All": None}
# actors whose profiles are linked to
PROFILES = 30


def main() -> None:
    """Draw the page."""
    frame = positions()
    titles = topic_titles(frame)
    filters = chosen_filters()
    found = apply(frame, filters)
    table = standings(found, filters.end)
    st.title("Where they stand", anchor=False)
    if table.empty:
        say_nothing_found(frame, filters)
        return
    most = None
    if not filters.actors and table["actor"].nunique() > min(value for value in SHOWN.values() if value):
        most = SHOWN[
            st.segmented_control(
                "Actors shown", list(SHOWN), default="15 most heard", required=True, key="rows", bind="query-params"
            )
        ]
    data = where_they_stand(table, titles, most, filters.unit)
    st.caption(f"▲ supported, ▼ opposed, ● took no side when last heard · number: {filters.unit}s in the 90 days up to then · "
               "colour: their mean score, orange opposes, teal supports · click a cell for its statements")  # fmt: skip
    st.plotly_chart(
        deselected(draw_standings(data, is_dark())), key=KEY, selection_mode="points", config={"displayModeBar": False},
        on_select=on_click(KEY, partial(statements_in, found)),
        alt=f"Latest stance of {counted(len(data.actors), 'actor')} on {counted(len(data.topics), 'topic')}",
    )  # fmt: skip
    offer_profiles(data.actors[:PROFILES])


def statements_in(found: pd.DataFrame, cell: list[str]) -> list[str]:
    """Return the statements of a cell (actor, topic), newest first."""
    actor, topic = cell
    rows = found[(found["actor"] == actor) & (found["topic"] == topic) & found["when"].notna()]
    return list(rows.sort_values("when", ascending=False)["statement_id"])


main()
show_opened()
