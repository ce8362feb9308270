"""Which actor a profile is about, and the ways to a profile."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.app.components.words import plain
from dashboard.queries import Filters, apply

PAGE = "views/actor.py"
FILTER = "actor"
"""The filter of the sidebar, which the address keeps: the profile is that of its first actor."""
CHOICE = "profile"


def profiled(frame: pd.DataFrame, filters: Filters) -> str:
    """Return the actor to show: the first one of the filter, else the one most heard of what passes it."""
    if filters.actors:
        return filters.actors[0]
    heard = apply(frame, filters)
    return str((frame if heard.empty else heard)["actor"].value_counts().index[0])


def choose_another(actors: Sequence[str], actor: str) -> None:
    """Draw the choice of an actor, which is that of the sidebar's filter."""
    st.session_state[CHOICE] = actor
    st.selectbox("Show another actor", actors, key=CHOICE, on_change=_choose)


def offer_profiles(actors: Sequence[str]) -> None:
    """Draw a link to the profile of each of `actors`."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption("Profiles", width="content")
        for actor in actors:
            st.page_link(PAGE, label=plain(actor), query_params={FILTER: actor}, width="content")


def _choose() -> None:
    st.session_state[FILTER] = [st.session_state[CHOICE]]
