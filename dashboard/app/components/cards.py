"""One statement as a card: who took which side of what, the sentence, when and where, and a button that opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.app.components.words import plain
from dashboard.charts.palette import SIGNS
from dashboard.charts.words import VERBS, day


def show_card(row: Any, title: str, key: str, on_open: Callable[[str], None], badge: str | None = None) -> None:
    """Draw the position `row` on the topic with this title; the button calls `on_open` with the statement's id."""
    with st.container(border=True):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(
                f"{SIGNS[row.stance]} **{plain(row.actor)}** {VERBS[row.stance]} *{plain(title)}*", width="content"
            )
            if badge:
                st.badge(badge, color="gray", icon=":material/fiber_new:")
        show_sentence(row, key, on_open)


def show_sentence(row: Any, key: str, on_open: Callable[[str], None]) -> None:
    """Draw the sentence of the position `row` with its day, its source and the button that opens it."""
    when = None if pd.isna(row.when) else row.when.date()
    source = f" · {row.source}" if isinstance(row.source, str) else ""
    st.text(row.text)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(plain(f"{day(when)}{source}"), width="content")
        st.button(
            "Open",
            key=key,
            icon=":material/arrow_forward:",
            on_click=on_open,
            args=(row.statement_id,),
            type="tertiary",
        )
