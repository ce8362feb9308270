"""What a click opens: a dialog with the evidence of one statement, or a list of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.app.components.cards import show_card
from dashboard.app.components.data import positions, topic_titles
from dashboard.app.components.evidence import PAGE, show_statement

OPENED = "opened_statements"
CHOSEN = "chosen_statement"
CLICKS = "clicks"
LISTED = 50


def open_statements(statement_ids: Sequence[str]) -> None:
    """Remember what to open; `show_opened` opens it at the end of the page's run."""
    st.session_state[OPENED] = list(dict.fromkeys(statement_ids))
    st.session_state[CHOSEN] = statement_ids[0] if len(st.session_state[OPENED]) == 1 else None


def on_click(key: str, statements_of: Callable[[Any], Sequence[str]]) -> Callable[[], None]:
    """Return the callback of a chart with the key `key`: a click opens `statements_of` the point's customdata."""
    return partial(_clicked, key, statements_of)


def deselected(figure: go.Figure) -> go.Figure:
    """Return `figure` without the point that opened the last statements, so that it can be clicked on again."""
    return figure.update_layout(selectionrevision=st.session_state.get(CLICKS, 0))


def _clicked(key: str, statements_of: Callable[[Any], Sequence[str]]) -> None:
    points = st.session_state[key].selection.points
    found = [name for point in points if point.get("customdata") for name in statements_of(point["customdata"])]
    if found:
        st.session_state[CLICKS] = st.session_state.get(CLICKS, 0) + 1
        open_statements(found)


def show_opened() -> None:
    """Open what was clicked on, once: it stays open until it is closed."""
    if st.session_state.get(OPENED):
        _dialog(st.session_state.pop(OPENED))


@st.dialog("Evidence", width="large", icon=":material/find_in_page:")
def _dialog(statement_ids: list[str]) -> None:
    chosen = st.session_state.get(CHOSEN)
    if chosen is None:
        _show_list(statement_ids)
        return
    if len(statement_ids) > 1:
        st.button("Back to the list", icon=":material/arrow_back:", on_click=_choose, args=(None,))
    show_statement(chosen)
    st.page_link(PAGE, label="Open on its own page", icon=":material/open_in_full:", query_params={"statement": chosen})


def _show_list(statement_ids: list[str]) -> None:
    frame = positions()
    rows = frame[frame["statement_id"].isin(statement_ids)].sort_values("when", ascending=False, na_position="last")
    rows = rows.drop_duplicates("statement_id")
    titles = topic_titles(frame)
    for row in rows.head(LISTED).itertuples():
        show_card(row, titles[row.topic], f"open_{row.statement_id}", _choose)
    if len(rows) > LISTED:
        st.caption(f"The newest {LISTED} of {len(rows)}; the page “Statements” lists all.")


def _choose(statement_id: str | None) -> None:
    st.session_state[CHOSEN] = statement_id
