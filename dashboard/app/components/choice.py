"""One of several, kept in the address, where what is offered changes with the filters."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.app.components.words import plain


def choose_one(label: str, options: Sequence[str], key: str, default: str) -> str:
    """Draw a choice among `options` and return what is chosen; what is asked for and not offered is said."""
    asked = st.session_state.get(key) or st.query_params.get(key)
    if asked is not None and asked not in options:
        st.toast(
            f"{label}: “{plain(asked)}” is not offered here; “{plain(default)}” is shown.",
            icon=":material/link_off:",
            duration="long",
        )
    st.session_state[key] = asked if asked in options else default
    chosen: str | None = st.selectbox(label, options, index=None, key=key, bind="query-params")
    return chosen or default
