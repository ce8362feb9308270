"""Statements: a table to search, filter and take away."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.app.components.data import positions, topic_titles
from dashboard.app.components.download import offer_downloads
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.facets import chosen_facets, show_facets, values_of
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.opening import open_statements, show_opened
from dashboard.app.components.words import web_address
from dashboard.charts.palette import SIGNS
from dashboard.charts.words import KINDS, counted
from dashboard.queries import apply, narrow, search

# rows in the table; the download has all
MOST = 2000


def main() -> None:
    """Draw the page."""
    frame = positions()
    titles = topic_titles(frame)
    filters = chosen_filters()
    st.title("Statements", anchor=False)
    words = st.text_input(
        "Search", key="words", bind="query-params", icon=":material/search:", max_chars=200,
        placeholder="Words in the statement, its speaker, actor, title or source",
    )  # fmt: skip
    chosen = chosen_facets(filters)
    filtered = apply(frame, filters)
    if filtered.empty:
        say_nothing_found(frame, filters)
        return
    # stance and source are facets too: their own choice does not narrow their own counts
    base = search(apply(frame, replace(filters, stances=(), sources=())), words or "")
    if narrow(base, {"stance": filters.stances, "source": filters.sources}).empty:
        st.info(
            f"None of {counted(len(filtered), 'position')} holds all of these words; try fewer or shorter ones.",
            icon=":material/search_off:",
        )
        return
    show_facets(base, chosen)
    found = narrow(base, values_of(chosen))
    if found.empty:
        st.info("No position passes all that is chosen above; drop one of the choices.", icon=":material/filter_alt:")
        return
    show_table(found.sort_values("when", ascending=False, na_position="last"), titles)


def show_table(found: pd.DataFrame, titles: dict[str, str]) -> None:
    """Draw the table with its count and download."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        more = f"; the newest {MOST:,} are listed, the download has all" if len(found) > MOST else ""
        st.caption(f"{counted(len(found), 'position')} from {counted(found['document_id'].nunique(), 'document')}{more}. "
                   "Click a row for its evidence.")  # fmt: skip
        offer_downloads(found)
    listed = found.head(MOST)
    st.dataframe(
        table_of(listed, titles), hide_index=True, height=620, key="table", alt="Statements, newest first",
        selection_mode=["single-row", "single-cell"], on_select=lambda: _open_row(list(listed["statement_id"])),
        column_config={
            "Date": st.column_config.DateColumn(format="YYYY-MM-DD", width=95),
            "Actor": st.column_config.TextColumn(width=125),
            "Stance": st.column_config.TextColumn(width=105),
            "Probability": st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1, width=95, color="primary"),
            "Topic": st.column_config.TextColumn(width=145),
            "Statement": st.column_config.TextColumn(width=430),
            "Link": st.column_config.LinkColumn(display_text="open", width=60),
        },
    )  # fmt: skip


def table_of(found: pd.DataFrame, titles: dict[str, str]) -> pd.DataFrame:
    """Return what the table shows of `found`."""
    return pd.DataFrame(
        {
            "Date": found["when"],
            "Actor": found["actor"],
            "Stance": found["stance"].map(lambda stance: f"{SIGNS[stance]} {stance}"),
            "Topic": found["topic"].map(titles),
            "Statement": found["text"],
            "Speaker": found["speaker"].fillna(""),
            "Probability": found["probability"],
            "Condition": found["condition"].fillna(""),
            "Kind": found["kind"].map(KINDS),
            "Source": found["source"].fillna(""),
            "Link": found["url"].map(lambda url: web_address(url) if isinstance(url, str) else None),
        }
    )


def _open_row(statement_ids: list[str]) -> None:
    selection = st.session_state["table"].selection
    rows = [*selection.rows, *(row for row, _ in selection.cells)]
    if rows:
        open_statements([statement_ids[rows[0]]])


main()
show_opened()
