"""The router: page settings, first start, navigation, then the page itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.app.components.data import open_store
from dashboard.app.components.filters import show_filters
from dashboard.app.components.first_start import fill_empty_store

ASSETS = Path(__file__).parent / "assets"

st.set_page_config(page_title="Stancewatch", page_icon=ASSETS / "mark.svg", layout="wide")
st.logo(ASSETS / "wordmark.svg", icon_image=ASSETS / "mark.svg", size="large")

OVER_TIME = st.Page(
    "views/over_time.py", title="Over time", icon=":material/timeline:", url_path="over-time", default=True
)
STANDINGS = st.Page(
    "views/standings.py", title="Where they stand", icon=":material/grid_on:", url_path="where-they-stand"
)
STATEMENTS = st.Page("views/statements.py", title="Statements", icon=":material/format_quote:", url_path="statements")
METHOD = st.Page("views/method.py", title="Method and accuracy", icon=":material/rule:", url_path="method")
EVIDENCE = st.Page(
    "views/evidence.py", title="Evidence", icon=":material/find_in_page:", url_path="evidence", visibility="hidden"
)

page = st.navigation([OVER_TIME, STANDINGS, STATEMENTS, METHOD, EVIDENCE])
if page.url_path != EVIDENCE.url_path and "statement" in st.query_params:
    # a permanent link may also be given without the page's name
    st.switch_page(EVIDENCE, query_params={"statement": st.query_params["statement"]})
fill_empty_store(open_store())
if page.url_path != EVIDENCE.url_path:
    # drawn here, not by the pages: so they keep their values from page to page
    show_filters()
page.run()
