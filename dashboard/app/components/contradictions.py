"""Contradictions: opposite statements of an actor, side by side, each with the way to its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.app.components.cards import show_sentence
from dashboard.app.components.data import open_store, positions
from dashboard.app.components.opening import open_statements
from dashboard.app.components.words import plain
from dashboard.charts.palette import SIGNS
from dashboard.charts.words import VERBS, counted
from dashboard.estimates import Contradiction, contradictions
from dashboard.estimates.contradictions import LEAST_PROBABILITY, WITHIN_DAYS, plain_sides
from dashboard.queries import Filters, apply

SHOWN = 4
LISTED = 20
SIDES = {"support", "oppose"}
METHOD = (
    "Each statement is set against the one before it on the topic. Of one utterance, and of one day and side, only the "
    "surest statement is taken. A pair may also be a change of policy, or a misreading: read both before you quote."
)
RULE = f"Opposite sides of one topic, at most {WITHIN_DAYS} days apart"


def show_contradictions(found: pd.DataFrame, filters: Filters, titles: Mapping[str, str]) -> None:
    """Draw the contradictions in `found`, which is what passes `filters`."""
    st.subheader("Contradictions", anchor=False, help=METHOD)
    if filters.stances and SIDES - set(filters.stances):
        st.info("The stance filter hides a side; a contradiction needs both.", icon=":material/filter_alt:")
        return
    least = max(LEAST_PROBABILITY, filters.least_probability)
    pairs, compared = _pairs_of(open_store().place, open_store().version(), filters, least)
    rule = f"Only statements that are at least {least:.0%} sure and under no condition are compared."
    st.markdown(f"{_verdict(len(pairs), compared)}  \n:gray[:small[{rule}]]")
    rows = _rows(pairs[:LISTED], found)
    for pair in pairs[:SHOWN]:
        _show_pair(pair, rows, titles)
    rest = pairs[SHOWN:LISTED]
    if rest:
        with st.expander(f"{counted(len(rest), 'more pair')}, less sure or older", icon=":material/compare_arrows:"):
            for pair in rest:
                _show_pair(pair, rows, titles)
            if len(pairs) > LISTED:
                st.caption(f"The first {LISTED} of {len(pairs):,}; dates or a topic in the sidebar narrow them down.")


@st.cache_data(max_entries=64, show_spinner="Comparing statements …")
def _pairs_of(place: str, version: str, filters: Filters, least: float) -> tuple[list[Contradiction], int]:
    """Return the pairs in the store as it is, and how many statements were compared, kept for all sessions."""
    found = apply(positions(), filters)
    return contradictions(found, least=least), len(plain_sides(found, least))


def _verdict(pairs: int, compared: int) -> str:
    among = f"among {counted(compared, 'statement')} that take a side plainly"
    if compared < 2:
        return f"Nothing to compare: {'one statement takes' if compared else 'no statement takes'} a side plainly."
    if not pairs:
        return f"**None**: no opposite sides of one topic within {WITHIN_DAYS} days {among}."
    return f"**{counted(pairs, 'pair')}** {among}. {RULE}."


def _rows(pairs: Sequence[Contradiction], frame: pd.DataFrame) -> dict[tuple[str, str], Any]:
    wanted = {name for pair in pairs for name in (pair.earlier, pair.later)}
    return {(row.statement_id, row.topic): row for row in frame[frame["statement_id"].isin(wanted)].itertuples()}


def _show_pair(pair: Contradiction, rows: Mapping[tuple[str, str], Any], titles: Mapping[str, str]) -> None:
    apart = "on one day" if pair.days == 0 else f"{counted(pair.days, 'day')} apart"
    with st.container(border=True):
        st.markdown(f"**{plain(titles[pair.topic])}**, {apart}")
        for column, name in zip(st.columns(2, gap="medium"), (pair.earlier, pair.later), strict=True):
            row = rows[name, pair.topic]
            with column:
                st.markdown(f"{SIGNS[row.stance]} **{VERBS[row.stance]}** it, {row.probability:.0%} sure")
                show_sentence(row, f"against_{pair.earlier}_{pair.later}_{pair.topic}_{name}", _open)


def _open(statement_id: str) -> None:
    open_statements([statement_id])
