"""Who moved: the chart, and for the surest shifts the statements before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.app.components.cards import show_sentence
from dashboard.app.components.data import is_dark
from dashboard.app.components.opening import deselected, on_click, open_statements
from dashboard.app.components.period import PERIODS, choose
from dashboard.app.components.words import plain
from dashboard.charts.shifts import Move, draw_moves, moves, rests_on
from dashboard.charts.words import counted, p_value
from dashboard.estimates import Shifts
from dashboard.estimates.shifts import LEAST_DOCUMENTS, testable
from dashboard.queries import Period, with_before, within

KEY = "moves"
CARDS = 4
"""Moves that are told with their statements."""
IF_NONE = 1
"""So many where none is told from chance."""
SENTENCES = 2
"""On each side of such a card."""
METHOD = (
    "Mean score before and after, each utterance once. The p-value is that of a permutation test: how often the documents, "
    "shuffled over both periods, give a difference as large. It is corrected for all pairs of actor and topic that were "
    "looked at (Benjamini and Hochberg 1995)."
)


def show_moves(found: Shifts, frame: pd.DataFrame, period: Period, titles: Mapping[str, str]) -> None:
    """Draw the section: `found` are the shifts of `frame` from the period before to `period`."""
    st.subheader("Who moved", anchor=False, help=METHOD)
    st.markdown(verdict(found))
    if not found.tested:
        _offer_longer(frame, period)
        return
    shown = moves(found.tested, titles)
    st.plotly_chart(
        deselected(draw_moves(shown, is_dark())), key=KEY, selection_mode="points", config={"displayModeBar": False},
        on_select=on_click(KEY, lambda point: statements_of(frame, period, *point)), alt=describe(shown),
    )  # fmt: skip
    st.caption("○ mean before · ● mean in this period · dotted grey: may be chance · click a dot for its statements")


def show_statements(found: Shifts, frame: pd.DataFrame, period: Period, titles: Mapping[str, str]) -> None:
    """Draw the statements before and after of the surest moves."""
    for move in moves(found.tested, titles, min(CARDS, len(found.moved)) or IF_NONE):
        _show_move(move, frame, period)


def _offer_longer(frame: pd.DataFrame, period: Period) -> None:
    """Say why nothing was tested, and which longer periods have enough."""
    longer = {name: Period(period.end - dt.timedelta(days=days - 1), period.end) for name, days in PERIODS.items()}
    numbers = {
        name: testable(with_before(frame, other), other.start)
        for name, other in longer.items()
        if other.days > period.days
    }
    enough = {name: number for name, number in numbers.items() if number}
    st.info(
        f"A shift is looked for where an actor speaks on a topic in {LEAST_DOCUMENTS} documents of each period. None does "
        f"here: {'a longer period has more.' if enough else 'more documents would help.'}",
        icon=":material/hourglass_empty:",
    )
    with st.container(horizontal=True):
        for name, number in enough.items():
            st.button(f"{name}: {counted(number, 'pair')}", key=f"longer_{name}", on_click=choose, args=(name,))


def verdict(found: Shifts) -> str:
    """Return in a sentence how many moved, and among how many."""
    if not found.tested:
        return f"Too few documents to tell for all {counted(found.too_thin, 'pair')} of actor and topic."
    looked = f"{counted(len(found.tested), 'pair')} of actor and topic"
    thin = f"; {counted(found.too_thin, 'more pair')} rest on too few documents" if found.too_thin else ""
    if not found.moved:
        return f"**Nobody moved beyond chance** among {looked}{thin}. The clearest differences:"
    moved = len(found.moved)
    return f"**{counted(moved, 'shift')}** among {looked} {'is' if moved == 1 else 'are'} more than chance{thin}."


def statements_of(frame: pd.DataFrame, period: Period, actor: str, topic: str, side: str) -> list[str]:
    """Return the statements of an actor on a topic before or after, newest first, each utterance once."""
    rows = within(frame, period if side == "after" else period.before)
    rows = rows[(rows["actor"] == actor) & (rows["topic"] == topic)]
    newest = rows.sort_values(["when", "statement_id"], ascending=False).drop_duplicates("utterance")
    return list(newest["statement_id"])


def describe(shown: Sequence[Move]) -> str:
    """Return the chart in a sentence for those who cannot see it."""
    said = "; ".join(
        f"{move.actor} on {move.title} from {move.before.score:+.2f} to {move.after.score:+.2f} ({p_value(move.p)})"
        for move in shown
    )
    return f"Mean score before and in this period, from -1 (opposes) to +1 (supports): {said}"


def _show_move(move: Move, frame: pd.DataFrame, period: Period) -> None:
    direction = "support" if move.after.score > move.before.score else "opposition"
    with st.container(border=True):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(
                f"**{plain(move.actor)}** on **{plain(move.title)}**: towards {direction}, {p_value(move.p)}",
                width="content",
            )
            if not move.sure:
                st.badge("may be chance", color="gray")
        before, after = st.columns(2, gap="medium")
        with before:
            _show_side(move, "before", "Before", frame, period)
        with after:
            _show_side(move, "after", "In this period", frame, period)


def _show_side(move: Move, side: str, heading: str, frame: pd.DataFrame, period: Period) -> None:
    values = move.after if side == "after" else move.before
    st.markdown(f"{heading}: **{plain(rests_on(values))}**")
    found = statements_of(frame, period, move.actor, move.topic, side)
    rows = frame[(frame["topic"] == move.topic) & frame["statement_id"].isin(found[:SENTENCES])]
    for row in rows.sort_values(["when", "statement_id"], ascending=False).itertuples():
        show_sentence(row, f"{side}_{move.topic}_{row.statement_id}", _open)
    if len(found) > SENTENCES:
        st.button(
            f"All {len(found)} statements", key=f"all_{side}_{move.actor}_{move.topic}", type="tertiary",
            icon=":material/list:", on_click=open_statements, args=(found,),
        )  # fmt: skip


def _open(statement_id: str) -> None:
    open_statements([statement_id])
