"""Who agrees with whom: the section of the page “Compare” with the network, the matrix and the blocs in words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.app.components.data import is_dark
from dashboard.app.components.opening import deselected, on_click
from dashboard.app.components.words import plain
from dashboard.charts.agreement_matrix import agreement_matrix, bloc_letters, draw_agreement_matrix
from dashboard.charts.network import Network, draw_network
from dashboard.charts.words import counted
from dashboard.estimates import Agreement, Blocs
from dashboard.estimates.agreement import LEAST_TOPICS, LEAST_UTTERANCES
from dashboard.queries import Filters, statements_on

NETWORK, MATRIX = "agreement_network", "agreement_matrix"
BESIDE = 12
"""Actors up to which network and matrix stand beside each other."""
METHOD = (
    "Agreement is 1 less half the mean distance of two actors' mean scores, over the topics on which both have "
    f"{LEAST_UTTERANCES} utterances or more; with fewer than {LEAST_TOPICS} such topics nothing is said. Blocs are found by "
    "Louvain (Blondel et al. 2008) on the pairs that agree more than not, weighted by closeness and by shared topics."
)


def say_too_few_shared(filters: Filters) -> None:
    """Say why no pair has an agreement, and what would help."""
    helps = (
        "The filters leave one topic: choose all topics in the sidebar."
        if filters.topics
        else "More actors, or looser filters, may help."
    )
    st.info(
        f"Agreement needs {LEAST_TOPICS} topics on which both actors have {LEAST_UTTERANCES} {filters.unit}s or more. "
        f"No two of these actors share so many. {helps}",
        icon=":material/hourglass_empty:",
    )


def show_agreement(frame: pd.DataFrame, pairs: Sequence[Agreement], found: Blocs, shown: Network, unit: str) -> None:
    """Draw the section: `pairs` and blocs of `frame`, and the network that they make."""
    st.markdown(verdict(pairs, found, unit))
    # a large matrix needs the whole width
    beside = len(shown.nodes) <= BESIDE
    left, right = st.columns(2, gap="large") if beside else (st.container(), st.container())
    with left:
        st.plotly_chart(
            deselected(draw_network(shown, is_dark(), unit, 420 if beside else 560)), key=NETWORK, selection_mode="points",
            config={"displayModeBar": False}, alt=describe(pairs, found),
            on_select=on_click(NETWORK, lambda point: _behind(frame, pairs, point)),
        )  # fmt: skip
        st.caption(
            "near each other: they agree · thicker line: closer, on more topics · larger: heard more · shape, colour and "
            "letter: bloc, hollow: in none · click an actor or the middle of a line for the statements"
        )
    with right:
        data = agreement_matrix(pairs, found)
        st.plotly_chart(
            deselected(draw_agreement_matrix(data, is_dark(), unit)), key=MATRIX, selection_mode="points",
            config={"displayModeBar": False}, alt=describe(pairs, found),
            on_select=on_click(MATRIX, lambda point: _behind(frame, pairs, point)),
        )  # fmt: skip
        st.caption(
            "agreement in per cent: orange below 50, teal above, grey between · –: too few shared topics · "
            "click a cell for the statements of both"
        )


def verdict(pairs: Sequence[Agreement], found: Blocs, unit: str) -> str:
    """Return who is closest, who is furthest, and the blocs, as Markdown."""
    ordered = sorted(pairs, key=lambda pair: (-pair.value, pair.actor, pair.other))
    said = f"Closest: {_told(ordered[0], unit)}."
    if len(ordered) > 1:
        said += f" Furthest apart: {_told(ordered[-1], unit)}."
    return f"{said}  \n{blocs_in_words(found)}"


def blocs_in_words(found: Blocs) -> str:
    """Return the blocs in a sentence, with how clear the division is."""
    letters = bloc_letters(found)
    several = [group for group in found.groups if len(group) > 1]
    alone = [group[0] for group in found.groups if len(group) == 1]
    named = "; ".join(f"**{letters[group[0]]}** {plain(', '.join(group))}" for group in several)
    apart = f" In no bloc: {plain(', '.join(alone))}." if alone else ""
    measured = f":gray[:small[(modularity {found.modularity:.2f})]]"
    if not several:
        return f"No two of them agree more than not.{apart}"
    if len(several) == 1:
        return f"One bloc: {named}.{apart}"
    if found.clear:
        return f"{counted(len(several), 'bloc')}: {named}.{apart} {measured}"
    return f"No clear blocs, a leaning at most: {named}.{apart} {measured}"


def describe(pairs: Sequence[Agreement], found: Blocs) -> str:
    """Return network and matrix in a sentence for those who cannot see them."""
    said = "; ".join(f"{pair.actor} and {pair.other} {pair.value:.0%}" for pair in pairs)
    groups = "; ".join(", ".join(group) for group in found.groups)
    return f"Agreement of actors: {said}. Groups: {groups}"


def _told(pair: Agreement, unit: str) -> str:
    return (
        f"**{plain(pair.actor)} and {plain(pair.other)}**, {pair.value:.0%} over {counted(len(pair.topics), 'topic')} "
        f"from {counted(pair.utterances, unit)}"
    )


def _behind(frame: pd.DataFrame, pairs: Sequence[Agreement], point: Sequence[str]) -> list[str]:
    """The statements of a point: of one actor on all topics, or of two on those that they share."""
    if len(point) == 1:
        return statements_on(frame, point, set(frame["topic"]))
    topics = next(pair.topics for pair in pairs if {pair.actor, pair.other} == set(point))
    return statements_on(frame, point, topics)
