"""The first start: seed documents are read with their progress shown."""

from __future__ import annotations

import streamlit as st

from dashboard.seeding import needs_seeding, seed_store
from dashboard.store import Store


def fill_empty_store(store: Store) -> None:
    """Read the seeds into `store` where it is empty; later starts pass at once."""
    checked = _checked_stores()
    if store.place in checked:
        return
    if needs_seeding(store):
        _show_seeding(store)
    checked.add(store.place)


def _show_seeding(store: Store) -> None:
    place = st.empty()
    with place.container():
        st.title("Welcome to Stancewatch")
        st.write("This first start reads the seed documents: who said what on which topic, from 2022 to 2026.")
        bar = st.progress(0.0, "Loading the model …")

        def show(done: int, total: int) -> None:
            bar.progress(done / max(total, 1), f"{done} of {total} documents read")

        seed_store(store, show)
    place.empty()


@st.cache_resource
def _checked_stores() -> set[str]:
    return set()
