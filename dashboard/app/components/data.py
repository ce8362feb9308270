"""The store and its positions, opened and loaded once for all sessions."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.queries import load_positions
from dashboard.store import Store
from dashboard.store.engine import default_place
from models.topics import load_topics


def open_store() -> Store:
    """Return the store that STANCEWATCH_STORE names, else the user's own."""
    return _open(default_place())


def positions() -> pd.DataFrame:
    """Return all positions of the store as it is now. The frame is shared: never change it, derive from it."""
    store = open_store()
    return _load(store.place, store.version())


def topic_titles(frame: pd.DataFrame) -> dict[str, str]:
    """Return the titles of the catalogue's topics by key, and of any other topic that `frame` holds (its key)."""
    titles = {key: topic.title for key, topic in load_topics().items()}
    others = sorted(set(frame["topic"].unique()) - titles.keys())
    return titles | {key: key for key in others}


def propositions() -> Mapping[str, str]:
    """Return the proposition of each topic of the catalogue."""
    return {key: topic.proposition for key, topic in load_topics().items()}


def is_dark() -> bool:
    """Whether the reader's page is dark."""
    return bool(st.context.theme.type == "dark")


@st.cache_resource(max_entries=2)
def _open(place: str) -> Store:
    return Store.open(place)


# a resource, not data: a copy of a million rows on every click would cost more than all the rest
@st.cache_resource(max_entries=2, show_spinner="Loading positions …")
def _load(place: str, version: str) -> pd.DataFrame:
    return load_positions(_open(place))
