"""The download of positions, in each form that the export has."""

from __future__ import annotations

import io
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.charts.words import counted
from dashboard.queries import export_refusal, write_export


class Form(NamedTuple):
    """A form of the export as a reader knows it."""

    label: str
    mime: str


FORMS = {
    "csv": Form("CSV", "text/csv"),
    "xlsx": Form("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": Form("Parquet", "application/vnd.apache.parquet"),
    "jsonl": Form("JSON Lines", "application/x-ndjson"),
}


def offer_downloads(found: pd.DataFrame) -> None:
    """Draw a button that opens the forms in which all of `found` can be downloaded; a file is made on its click."""
    with st.popover("Download", icon=":material/download:"):
        st.caption(f"All that is found: {counted(len(found), 'position')}.")
        for form, (label, mime) in FORMS.items():
            refusal = export_refusal(len(found), form)
            st.download_button(
                label, partial(as_file, found, form), f"stancewatch.{form}", mime,
                on_click="ignore", disabled=bool(refusal), width="stretch", key=f"download_{form}",
            )  # fmt: skip
            if refusal:
                st.caption(refusal)


def as_file(found: pd.DataFrame, form: str) -> bytes:
    """Return `found` as a file of the export."""
    stream = io.BytesIO()
    write_export(found, stream, form)
    return stream.getvalue()
