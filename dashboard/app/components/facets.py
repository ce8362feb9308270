"""Facets above a list: choices with the number of positions that each would leave, kept in the address.

A widget that is bound to the address writes its labels there, and labels with counts in them would go stale in a link.
So the address gets the plain values: stance and source are those of the sidebar, under its names; kind and conditional
are read from the address and written to it here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.app.components.words import plain
from dashboard.charts.words import KINDS
from dashboard.queries import Filters, facet_counts
from models.schema import STANCES

OUTLETS = 8
"""So many outlets are offered, those with the most positions; the sidebar has all."""
CONDITIONS = {"yes": "conditional", "no": "unconditional"}
OF_THE_PAGE: dict[str, dict[str, str]] = {"kind": KINDS, "conditional": CONDITIONS}
"""The facets that the sidebar does not have, with the values in the address and the words for them."""
TITLES = {"stance": "Stance", "kind": "Kind", "conditional": "Condition", "source": "Top outlets"}


def chosen_facets(filters: Filters) -> dict[str, list[str]]:
    """Return what is chosen in each facet, as the address has it; what a link cannot have is said and left out."""
    of_the_page = {name: _asked(name, offered) for name, offered in OF_THE_PAGE.items()}
    return {"stance": list(filters.stances), **of_the_page, "source": list(filters.sources)}


def values_of(chosen: Mapping[str, Sequence[str]]) -> dict[str, Sequence[Any]]:
    """Return the chosen values as the columns of a frame of positions hold them."""
    return {**chosen, "conditional": [value == "yes" for value in chosen["conditional"]]}


def show_facets(found: pd.DataFrame, chosen: Mapping[str, list[str]]) -> None:
    """Draw the facets of `found`, the positions before any facet narrows them."""
    counts: dict[str, dict[str, int]] = facet_counts(found, values_of(chosen))
    counts["conditional"] = {"yes" if value else "no": number for value, number in counts["conditional"].items()}
    orders: dict[str, Sequence[str]] = {
        "stance": STANCES,
        "kind": list(KINDS),
        "conditional": list(CONDITIONS),
        "source": _outlets(counts["source"], chosen["source"]),
    }
    with st.container(horizontal=True, gap="medium"):
        for name, order in orders.items():
            _show_facet(name, order, counts[name], chosen[name])


def _show_facet(name: str, order: Sequence[str], counts: Mapping[str, int], chosen: list[str]) -> None:
    options = [value for value in order if counts.get(value) or value in chosen]
    words = OF_THE_PAGE.get(name, {})

    def label(value: str) -> str:
        return f"{plain(words.get(value, value))} **{counts.get(value, 0):,}**"

    key = widget_key(name)
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.pills(
        TITLES[name], options, selection_mode="multi", format_func=label, key=key, wrap=True,
        on_change=_choose, args=(name,),
    )  # fmt: skip


def widget_key(name: str) -> str:
    """Return the key of a facet's widget."""
    return f"facet_{name}"


def _outlets(counts: Mapping[str, int], chosen: Collection[str]) -> list[str]:
    """The outlets with the most positions, and those that are chosen already."""
    most = list(counts)[:OUTLETS]
    return most + [name for name in chosen if name not in most]


def _choose(name: str) -> None:
    chosen = list(st.session_state[widget_key(name)])
    if name in OF_THE_PAGE:
        _write(name, chosen)
    else:
        st.session_state[name] = chosen


def _write(name: str, values: list[str]) -> None:
    if values:
        st.query_params[name] = values
    elif name in st.query_params:
        del st.query_params[name]


def _asked(name: str, offered: Collection[str]) -> list[str]:
    asked = list(dict.fromkeys(st.query_params.get_all(name)))
    good = [value for value in asked if value in offered]
    for value in asked:
        if value and value not in good:
            st.toast(
                f"The link asks for “{plain(value)}” as “{name}”, which is not here; it is left out.",
                icon=":material/link_off:", duration="long",
            )  # fmt: skip
    if good != asked:
        _write(name, good)
    return good
