"""Which period the briefing is about: the last days, or those since the reader was here; kept in the address."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

import pandas as pd
import streamlit as st

from dashboard.app.components.link import parsed_day
from dashboard.charts.words import day
from dashboard.queries import Period, latest_period, period_since

PERIODS = {"30 days": 30, "90 days": 90, "Half a year": 182, "A year": 365}
DEFAULT = "30 days"
SINCE = "Since my last visit"
A_WEEK = dt.timedelta(days=7)


def choose_period(frame: pd.DataFrame) -> Period:
    """Draw the choice for `frame`, which holds a dated position, and return what is chosen."""
    latest = latest_period(frame, 1)
    assert latest is not None, "the page says itself where nothing is dated"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _preset("period", _asked_period())
        chosen = st.segmented_control(
            "Period", [*PERIODS, SINCE], required=True, key="period", bind="query-params", wrap=True,
            help="It ends with the last day that holds a document, and is compared with as many days before.",
        )  # fmt: skip
        if chosen != SINCE:
            period = latest_period(frame, PERIODS[chosen or DEFAULT])
        else:
            first = min(frame["when"].min().date(), latest.end)
            asked = parsed_day(st.query_params.get("since")) or latest.end - A_WEEK
            _preset("since", min(max(asked, first), latest.end))
            since = st.date_input(
                "I was here on", min_value=first, max_value=latest.end, format="YYYY-MM-DD", key="since",
                value=None, bind="query-params", width=170,
            )  # fmt: skip
            period = period_since(frame, since or latest.end)
        _offer_bookmark(latest.end)
    return period or latest


def choose(name: str) -> None:
    """Choose the period with this name: the callback of a button."""
    st.session_state["period"] = name


def visit_link(page_address: str | None, query: dict[str, Any], last: dt.date) -> str:
    """Return the address that shows what is new from the day `last` on, with the filters of `query`."""
    parts = urlsplit(page_address or "")
    kept = {name: value for name, value in query.items() if name not in ("period", "since")}
    asked = urlencode(kept | {"period": SINCE, "since": last.isoformat()}, doseq=True)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, asked, ""))


def _asked_period() -> str:
    asked = st.query_params.get("period")
    if asked is None or asked in (*PERIODS, SINCE):
        return asked or (SINCE if "since" in st.query_params else DEFAULT)
    st.toast(
        f"The link asks for the period “{asked}”, which is not here; the last {DEFAULT} are shown.",
        icon=":material/link_off:", duration="long",
    )  # fmt: skip
    return DEFAULT


def _preset(key: str, value: Any) -> None:
    """Give a widget its first value by the session: what it shall be may depend on other parts of the address."""
    if st.session_state.get(key) is None:
        st.session_state[key] = value


def _offer_bookmark(last: dt.date) -> None:
    with st.popover("For my next visit", icon=":material/bookmark_add:"):
        st.markdown(f"Keep this link. It opens this page with all that is new from **{day(last)}** on.")
        query = {name: st.query_params.get_all(name) for name in st.query_params}
        st.code(visit_link(st.context.url, query, last), language=None, wrap_lines=True)
