"""The evidence of one statement: the sentence in its document, who, when, where, how sure, by which model."""

from __future__ import annotations

import re
from typing import Any, Literal
from urllib.parse import urlsplit, urlunsplit

import pandas as pd
import streamlit as st

from dashboard.app.components.data import is_dark, open_store, propositions
from dashboard.app.components.words import marked, plain, web_address
from dashboard.charts import draw_probabilities, probabilities
from dashboard.charts.palette import SIGNS
from dashboard.charts.words import KINDS, VERBS, counted, day
from dashboard.queries import Evidence, statement_evidence
from models.schema import Document

PAGE = "views/evidence.py"
LISTED = 20
BADGES: dict[str, Literal["green", "orange", "gray"]] = {"support": "green", "oppose": "orange", "neutral": "gray"}


def is_statement_id(value: str) -> bool:
    """Whether `value` has the form of a statement's identity."""
    return re.fullmatch(r"[0-9a-f]{16}", value) is not None


def permanent_link(statement_id: str, page_address: str | None) -> str:
    """Return the address of a statement's own page, given the address of any page of the app."""
    parts = urlsplit(page_address or "")
    folder = parts.path.rsplit("/", 1)[0]
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/evidence", f"statement={statement_id}", ""))


def show_statement(statement_id: str) -> None:
    """Draw the evidence of a statement, or say that there is no such statement."""
    evidence = statement_evidence(open_store(), statement_id) if is_statement_id(statement_id) else None
    if evidence is None:
        st.warning(
            "There is no such statement in this store: the link may be incomplete, or the document was read anew. "
            "Look for it on the page “Statements”.",
            icon=":material/search_off:",
        )
        return
    _show_positions(evidence)
    _show_document(evidence)
    _show_facts(evidence)
    _show_other_reports(evidence)
    _show_story(evidence)
    _show_link(statement_id)


def _show_positions(evidence: Evidence) -> None:
    words = propositions()
    for number, row in enumerate(evidence.positions.itertuples()):
        left, right = st.columns([3, 2], vertical_alignment="center")
        with left:
            st.markdown(f"**{plain(row.actor)} {VERBS[row.stance]} {plain(words.get(row.topic, row.topic))}**")
            with st.container(horizontal=True, gap="small"):
                st.badge(f"{SIGNS[row.stance]} {row.stance}", color=BADGES[row.stance])
                st.badge(KINDS[row.kind], color="gray")
                if row.conditional:
                    st.badge("under a condition", color="gray", icon=":material/rule:")
            if row.conditional and isinstance(row.condition, str):
                st.markdown(f"**Condition:** {plain(row.condition)}")
        with right:
            shown = probabilities(row.p_support, row.p_oppose, row.p_neutral)
            st.plotly_chart(
                draw_probabilities(shown, is_dark()),
                key=f"probabilities_{row.statement_id}_{number}",
                config={"displayModeBar": False},
                alt=f"Probabilities: support {shown.support:.0%}, oppose {shown.oppose:.0%}, neutral {shown.neutral:.0%}",
            )


def _show_facts(evidence: Evidence) -> None:
    row: Any = next(evidence.positions.itertuples())
    facts = {
        "Speaker": row.speaker if isinstance(row.speaker, str) else "not named",
        "Speaks for": row.actor,
        "Date": said_on(row.date, row.published),
        "Source": evidence.document.source or "not known",
        "Model": row.model,
    }
    with st.container(border=True):
        for column, (name, value) in zip(st.columns(len(facts)), facts.items(), strict=True):
            column.caption(name)
            column.text(value)


def said_on(date: Any, published: Any) -> str:
    """Return the day of a statement in words, saying whether it is the day of publication."""
    said, out = (None if pd.isna(moment) else moment.date() for moment in (date, published))
    if said is None and out is None:
        return "not known"
    if said is None:
        return f"{day(out)} (published; the day of the words is not known)"
    if out is None:
        return day(said)
    return f"{day(said)} (day of publication)" if said == out else f"{day(said)} (published {day(out)})"


def _show_document(evidence: Evidence) -> None:
    document: Document = evidence.document
    row: Any = next(evidence.positions.itertuples())
    with st.container(border=True):
        if document.title:
            st.markdown(f"**{plain(document.title)}**")
        # the text is escaped as a whole in `marked`: the only tags are its own paragraphs and mark
        st.html(marked(document.text, int(row.start), int(row.end)))
        address = web_address(document.url)
        if address:
            st.link_button("Read it at the source", address, icon=":material/open_in_new:")
        elif document.url:
            st.text(f"Address: {document.url}")


def _show_other_reports(evidence: Evidence) -> None:
    others = evidence.other_reports.drop_duplicates("statement_id")
    if others.empty:
        return
    with st.expander(f"{counted(len(others), 'other report')} of the same utterance", icon=":material/content_copy:"):
        for row in others.head(LISTED).itertuples():
            st.text(row.text)
            when = None if pd.isna(row.when) else row.when.date()
            label = " · ".join(part for part in (day(when), row.source, row.title) if isinstance(part, str))
            st.page_link(PAGE, label=plain(label), query_params={"statement": row.statement_id})
        if len(others) > LISTED:
            st.caption(f"The first {LISTED} of {len(others)}.")


def _show_story(evidence: Evidence) -> None:
    if not evidence.story:
        return
    with st.expander(
        f"{counted(len(evidence.story), 'other document')} on the same event", icon=":material/newspaper:"
    ):
        for document in evidence.story[:LISTED]:
            title = document.title or document.text[:80]
            st.text(" · ".join(part for part in (day(document.published), document.source, title) if part))
        if len(evidence.story) > LISTED:
            st.caption(f"The first {LISTED} of {len(evidence.story)}.")


def _show_link(statement_id: str) -> None:
    st.caption("Permanent link to this statement")
    st.code(permanent_link(statement_id, st.context.url), language=None, wrap_lines=True)
