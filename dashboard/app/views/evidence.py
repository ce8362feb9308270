"""The permanent page of one statement."""

from __future__ import annotations

import streamlit as st

from dashboard.app.components.evidence import show_statement

statement_id = st.query_params.get("statement", "")
st.page_link("views/over_time.py", label="All positions", icon=":material/arrow_back:")
if statement_id:
    show_statement(statement_id)
else:
    st.info(
        "This page shows one statement: open it from a chart or from the page “Statements”.", icon=":material/info:"
    )
