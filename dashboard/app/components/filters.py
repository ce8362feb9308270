"""The filters in the sidebar, shared by all pages and kept in the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.app.components.data import positions, topic_titles
from dashboard.app.components.link import Choices, faults
from dashboard.queries import Filters
from models.schema import STANCES

COUNTS = ("Utterances", "Every report")
"""What counts once: a remark, however many outlets report it, or each report of it."""
CLEARED: dict[str, Any] = {
    "topic": None, "actor": [], "from": None, "to": None, "stance": [], "source": [], "least": 0, "count": COUNTS[0]
}  # fmt: skip
"""The names of the filters in the address and in the session, with the values that filter nothing."""
ALL_TOPICS = "All topics"
CHOSEN = "filters"


def show_filters() -> None:
    """Draw the filters for what the store holds; the pages ask `chosen_filters` for what is chosen."""
    frame = positions()
    titles = topic_titles(frame)
    choices = choices_of(frame, titles)
    for fault in faults(st.query_params.to_dict(), _repeated(), choices):
        st.toast(fault, icon=":material/link_off:", duration="long")
    with st.sidebar:
        chosen = _draw(choices)
        st.button("Clear filters", icon=":material/filter_alt_off:", on_click=_clear, width="stretch")
    keys = {title: key for key, title in titles.items()}
    start, end = chosen["from"], chosen["to"]
    if start and end and start > end:
        st.sidebar.warning("“From” is later than “to”; the dates are taken the other way round.")
        start, end = end, start
    st.session_state[CHOSEN] = Filters(
        topics=(keys[chosen["topic"]],) if chosen["topic"] else (),
        actors=tuple(chosen["actor"]),
        sources=tuple(chosen["source"]),
        stances=tuple(chosen["stance"]),
        start=start,
        end=end,
        least_probability=chosen["least"] / 100,
        every_report=chosen["count"] == COUNTS[1],
    )


def chosen_filters() -> Filters:
    """Return what the reader has chosen in the sidebar."""
    filters: Filters = st.session_state[CHOSEN]
    return filters


def choices_of(frame: pd.DataFrame, titles: Mapping[str, str]) -> Choices:
    """Return what can be chosen in `frame`: actors and sources by how often they occur, the days that it spans."""
    days = frame["when"].dropna()
    today = dt.date.today()
    return Choices(
        topics=tuple(titles.values()),
        actors=tuple(frame["actor"].value_counts().index),
        sources=tuple(sorted(frame["source"].dropna().unique(), key=str.casefold)),
        stances=STANCES,
        counts=COUNTS,
        first=days.min().date() if len(days) else today,
        last=days.max().date() if len(days) else today,
    )


def _draw(choices: Choices) -> dict[str, Any]:
    span: dict[str, Any] = {"min_value": choices.first, "max_value": choices.last, "format": "YYYY-MM-DD"}
    chosen: dict[str, Any] = {
        "topic": st.selectbox(
            "Topic", choices.topics, index=None, placeholder=ALL_TOPICS, key="topic", bind="query-params"
        ),
        "actor": st.multiselect("Actors", choices.actors, placeholder="All actors", key="actor", bind="query-params"),
    }
    chosen["from"] = st.date_input("From", None, key="from", bind="query-params", **span)
    chosen["to"] = st.date_input("To", None, key="to", bind="query-params", **span)
    chosen["stance"] = st.pills("Stance", choices.stances, selection_mode="multi", key="stance", bind="query-params")
    chosen["source"] = st.multiselect(
        "Sources", choices.sources, placeholder="All sources", key="source", bind="query-params"
    )
    chosen["least"] = st.slider(
        "Least probability", 0, 95, 0, step=5, format="%d%%", key="least", bind="query-params",
        help="Leaves out positions whose stance is less likely than this.",
    )  # fmt: skip
    chosen["count"] = st.segmented_control(
        "Count", COUNTS, default=COUNTS[0], required=True, key="count", bind="query-params",
        help="A remark that several outlets report, or that a document repeats, is one utterance. “Every report” counts "
        "each of them: how loud it was, not how often it was said.",
    )  # fmt: skip
    return chosen


def _repeated() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in ("actor", "stance", "source")}


def _clear() -> None:
    for name, value in CLEARED.items():
        st.session_state[name] = value
