"""Nearer or further apart: the section of the page “Compare” on two actors and one topic over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.app.components.choice import choose_one
from dashboard.app.components.data import is_dark
from dashboard.app.components.opening import deselected, on_click
from dashboard.app.components.words import plain
from dashboard.charts import draw_over_time, over_time
from dashboard.charts.gap import EPOCH, GapCourse, draw_gap, told
from dashboard.charts.words import signed
from dashboard.estimates import Gap, Smoothing, change, gaps, utterances
from dashboard.queries import shared_topics, statements_on

LINES, GAP = "compare_lines", "compare_gap"
AROUND = dt.timedelta(days=Smoothing().gap / 2)
"""Around a day: a line never spans more without a statement."""
METHOD = (
    "The gap is the difference of the two smoothed lines, with its 95 % interval; it breaks where either is silent for 120 "
    "days. The first and the last gap are compared by a normal test where 90 days or more lie between them."
)


def show_convergence(
    frame: pd.DataFrame, actors: Sequence[str], titles: Mapping[str, str], colours: Mapping[str, str]
) -> None:
    """Draw the section: two of `actors`, a topic on which both speak in `frame`, and what became of the gap."""
    st.subheader("Nearer or further apart", anchor=False, help=METHOD)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one = choose_one("One actor", actors, "first", actors[0])
        others = [actor for actor in actors if actor != one]
        other = choose_one("The other", others, "second", others[0])
        shared = {titles[topic]: topic for topic in shared_topics(frame, one, other)}
        if shared:
            title = choose_one("On the topic", list(shared), "on", next(iter(shared)))
    if not shared:
        st.info(f"{plain(one)} and {plain(other)} speak on no topic in common here.", icon=":material/hourglass_empty:")
        return
    rows = frame[frame["actor"].isin((one, other)) & (frame["topic"] == shared[title]) & frame["when"].notna()]
    found = gaps_of(rows, one, other)
    st.markdown(told(found, change(found)))
    data = over_time(rows, {actor: colours[actor] for actor in (one, other)})
    st.plotly_chart(
        deselected(draw_over_time(data, is_dark(), 380)), key=LINES, selection_mode="points",
        config={"displayModeBar": False}, on_select=on_click(LINES, lambda point: [point[0]]),
        alt=f"Stance of {one} and {other} on {title} over time, from -1 (opposes) to +1 (supports)",
    )  # fmt: skip
    if not (found and data.start and data.end):
        return
    st.plotly_chart(
        deselected(draw_gap(GapCourse(one, other, found, data.start, data.end), is_dark())), key=GAP,
        selection_mode="points", config={"displayModeBar": False}, alt=describe(found, one, other, title),
        on_select=on_click(GAP, lambda point: around(rows, dt.date.fromisoformat(point[0]))),
    )  # fmt: skip
    st.caption(
        "above: the positions and the smoothed line of each · below: the gap between the lines with its 95 % interval, "
        "0 where both say the same · click a dot for the statements"
    )


def gaps_of(rows: pd.DataFrame, one: str, other: str) -> list[Gap]:
    """Return the gap between the lines of two actors through `rows`, the positions of both on one topic."""
    once = utterances(rows)
    once = once.assign(day=(once["when"] - EPOCH) / pd.Timedelta(days=1))
    its, others = once[once["actor"] == one], once[once["actor"] == other]
    return gaps(its["day"], its["score"], others["day"], others["score"])


def around(rows: pd.DataFrame, day: dt.date) -> list[str]:
    """Return the statements of `rows` that the lines rest on around a day, newest first."""
    return statements_on(rows, set(rows["actor"]), set(rows["topic"]), day - AROUND, day + AROUND)


def describe(found: Sequence[Gap], one: str, other: str, title: str) -> str:
    """Return the gap in a sentence for those who cannot see it."""
    first, last = float(found[0].gap[0]), float(found[-1].gap[-1])
    return f"Gap between {one} and {other} on {title}: {signed(first)} at first, {signed(last)} at last, of 2 at most"
