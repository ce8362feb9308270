"""The first start: seed documents are read with their progress shown, and pages open while the rest is read."""

from __future__ import annotations

import time

import streamlit as st

from dashboard.seeding import BackgroundSeeding, needs_seeding
from dashboard.store import Store

ENOUGH = 30
"""Seed documents, of all years, that make a first chart worth looking at."""
GLANCE = 0.3
EVERY = 3
"""Seconds between two looks at how far the reading is: before the first chart, and after it."""


def fill_empty_store(store: Store) -> None:
    """Read the seeds into `store` where it is empty; return when there is enough to see, at once on later starts."""
    seedings = _seedings()
    if store.place not in seedings:
        seedings[store.place] = BackgroundSeeding(store) if needs_seeding(store) else None
    seeding = seedings[store.place]
    if seeding is None:
        return
    if seeding.running and seeding.done < ENOUGH:
        _wait_for_enough(seeding)
    if seeding.error is not None:
        del seedings[store.place]  # another look at the page tries again
        raise seeding.error
    if seeding.running:
        _show_the_rest(seeding)


def _wait_for_enough(seeding: BackgroundSeeding) -> None:
    place = st.empty()
    with place.container():
        st.title("Welcome to Stancewatch")
        st.write("This first start reads the seed documents: who said what on which topic, from 2022 to 2026.")
        bar = st.progress(0.0, "Loading the model …")
        while seeding.running and seeding.done < ENOUGH:
            if seeding.done:
                bar.progress(min(1.0, seeding.done / ENOUGH), f"{seeding.done} of {seeding.total} documents read")
            time.sleep(GLANCE)
    place.empty()


def _show_the_rest(seeding: BackgroundSeeding) -> None:
    with st.sidebar:
        _progress(seeding)


@st.fragment(run_every=EVERY)
def _progress(seeding: BackgroundSeeding) -> None:
    """Say how far the reading is; at its end the whole page is drawn again, with everything."""
    if not seeding.running:
        st.rerun()
    share = seeding.done / max(seeding.total, 1)
    st.progress(share, f"Reading the seeds: {seeding.done} of {seeding.total}. The charts grow as it goes.")


@st.cache_resource
def _seedings() -> dict[str, BackgroundSeeding | None]:
    return {}
