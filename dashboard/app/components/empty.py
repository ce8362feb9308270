"""What to change where nothing is found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.words import counted
from dashboard.queries import Filters, apply

LOOSER: dict[str, dict[str, Any]] = {
    "the topic": {"topics": ()},
    "the actors": {"actors": ()},
    "the dates": {"start": None, "end": None},
    "the stance": {"stances": ()},
    "the sources": {"sources": ()},
    "the least probability": {"least_probability": 0.0},
}


def say_nothing_found(frame: pd.DataFrame, filters: Filters) -> None:
    """Say that no position passes `filters`, and which of them to drop."""
    if frame.empty:
        st.info(
            "The store holds no positions yet. Add documents with the command `stancewatch add PATH`.",
            icon=":material/inbox:",
        )
        return
    helps = [f"- without {name}: {counted(number, 'position')}" for name, number in loosened(frame, filters)]
    advice = "\n".join(helps) if helps else "Use “Clear filters” in the sidebar: no single filter is the cause."
    st.info(
        f"No position passes all filters. What would be there:\n\n{advice}"
        if helps
        else f"No position passes all filters. {advice}",
        icon=":material/filter_alt:",
    )


def loosened(frame: pd.DataFrame, filters: Filters) -> list[tuple[str, int]]:
    """Return how many positions there would be without each filter that is set, where there would be any."""
    tries = ((name, replace(filters, **change)) for name, change in LOOSER.items())
    counts = [(name, len(apply(frame, looser))) for name, looser in tries if looser != filters]
    return [(name, count) for name, count in counts if count]
