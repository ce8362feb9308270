"""The router: page settings, first start, navigation, then the page itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.app.components.data import open_store
from dashboard.app.components.filters import show_filters
from dashboard.app.components.first_start import fill_empty_store
from dashboard.app.components.link import is_chart_link

ASSETS = Path(__file__).parent / "assets"
ARRIVED = "arrived"

st.set_page_config(page_title="Stancewatch", page_icon=ASSETS / "mark.svg", layout="wide")
st.logo(ASSETS / "wordmark.svg", icon_image=ASSETS / "mark.svg", size="large")

# an address without a page's name: it leads on, so that the address of every view says which page it is
FRONT_DOOR = st.Page("views/briefing.py", title="Briefing", url_path="start", default=True, visibility="hidden")
BRIEFING = st.Page("views/briefing.py", title="Briefing", icon=":material/today:", url_path="briefing")
OVER_TIME = st.Page("views/over_time.py", title="Over time", icon=":material/timeline:", url_path="over-time")
STANDINGS = st.Page(
    "views/standings.py", title="Where they stand", icon=":material/grid_on:", url_path="where-they-stand"
)
COMPARE = st.Page("views/compare.py", title="Compare", icon=":material/compare_arrows:", url_path="compare")
ACTOR = st.Page("views/actor.py", title="Actor", icon=":material/person_search:", url_path="actor")
STATEMENTS = st.Page("views/statements.py", title="Statements", icon=":material/format_quote:", url_path="statements")
METHOD = st.Page("views/method.py", title="Method and accuracy", icon=":material/rule:", url_path="method")
EVIDENCE = st.Page(
    "views/evidence.py", title="Evidence", icon=":material/find_in_page:", url_path="evidence", visibility="hidden"
)

page = st.navigation([BRIEFING, OVER_TIME, STANDINGS, COMPARE, ACTOR, STATEMENTS, METHOD, EVIDENCE, FRONT_DOOR])
if page.url_path != EVIDENCE.url_path and "statement" in st.query_params:
    # a permanent link may also be given without the page's name
    st.switch_page(EVIDENCE, query_params={"statement": st.query_params["statement"]})
if page == FRONT_DOOR and ARRIVED not in st.session_state:
    # only where a session begins: who comes back to it by the browser's button is not sent forward again
    st.session_state[ARRIVED] = True
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    st.switch_page(OVER_TIME if is_chart_link(asked) else BRIEFING, query_params=asked)
st.session_state[ARRIVED] = True
fill_empty_store(open_store())
if page.url_path != EVIDENCE.url_path:
    # drawn here, not by the pages: so they keep their values from page to page
    show_filters()
page.run()
