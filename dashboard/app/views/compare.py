"""Compare: actors side by side, who agrees with whom, and who comes nearer to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.app.components import agreement
from dashboard.app.components.convergence import show_convergence
from dashboard.app.components.data import is_dark, open_store, positions, topic_titles
from dashboard.app.components.empty import say_nothing_found
from dashboard.app.components.filters import chosen_filters
from dashboard.app.components.opening import deselected, on_click, show_opened
from dashboard.app.components.words import plain
from dashboard.charts.network import Network, network
from dashboard.charts.palette import actor_colours
from dashboard.charts.side_by_side import SideBySide, TopicRow, draw_side_by_side, rests_on, side_by_side
from dashboard.charts.words import counted
from dashboard.estimates import Agreement, Blocs, agreements, blocs, topic_means
from dashboard.queries import Filters, apply, compared, heard, statements_on

DOTS = "side_by_side"
DEFAULT = 5
THESE = "Those compared"
IN_NETWORK = {THESE: None, "12 most heard": 12, "20 most heard": 20}


def main() -> None:
    """Draw the page."""
    frame = positions()
    filters = chosen_filters()
    st.title("Compare", anchor=False)
    if apply(frame, filters)["when"].isna().all():
        say_nothing_found(frame, filters)
        return
    of_all = replace(filters, actors=())
    everyone = apply(frame, of_all)
    ranked = ranked_actors(*state(), of_all)
    actors = compared(ranked, filters.actors, DEFAULT)
    show_lead(everyone, actors, filters)
    if len(actors) < 2:
        st.info(
            "Only one actor is heard here: comparing takes two. Looser filters in the sidebar may bring more.",
            icon=":material/person:",
        )
        return
    titles = topic_titles(frame)
    colours = actor_colours(actors, ranked, is_dark())
    some = everyone[everyone["actor"].isin(actors)]
    means = means_of(*state(), of_all, tuple(actors))
    show_side_by_side(some, side_by_side(means, actors, titles), colours, filters.unit)
    show_who_agrees(everyone, ranked, actors, filters)
    show_convergence(some, actors, titles, colours)


def state() -> tuple[str, str]:
    """Return what the caches of this page hang on: the store and its version."""
    store = open_store()
    return store.place, store.version()


@st.cache_data(max_entries=64, show_spinner=False)
def ranked_actors(place: str, version: str, filters: Filters) -> list[str]:
    """Return the actors that pass `filters`, most heard first."""
    return heard(apply(positions(), filters))


@st.cache_data(max_entries=64, show_spinner="Comparing the actors …")
def means_of(place: str, version: str, filters: Filters, actors: tuple[str, ...]) -> pd.DataFrame:
    """Return the mean score of each of `actors` on each topic."""
    return topic_means(apply(positions(), replace(filters, actors=actors)))


@st.cache_data(max_entries=64, show_spinner="Looking for blocs …")
def agreed(
    place: str, version: str, filters: Filters, actors: tuple[str, ...]
) -> tuple[list[Agreement], Blocs, Network]:
    """Return the agreement of `actors`, their blocs and their network."""
    means = means_of(place, version, filters, actors)
    pairs = agreements(means, actors)
    found = blocs(actors, pairs)
    return pairs, found, network(pairs, found, means.groupby("actor")["utterances"].sum().to_dict())


def show_lead(everyone: pd.DataFrame, actors: Sequence[str], filters: Filters) -> None:
    """Say who is compared, and what it rests on."""
    some = everyone[everyone["actor"].isin(actors) & everyone["when"].notna()]
    st.markdown(f"**{plain(', '.join(actors))}**")
    number = sum(actor in filters.actors for actor in actors)
    why = {
        0: f"the {len(actors)} most heard; choose others in the sidebar",
        1: "one chosen, beside the most heard; choose more in the sidebar",
    }.get(number, "as chosen in the sidebar")
    pairs = some[["actor", "topic", "utterance"]].drop_duplicates()
    st.caption(
        f"{counted(len(pairs), filters.unit)} on {counted(some['topic'].nunique(), 'topic')} in "
        f"{counted(some['source'].nunique(), 'outlet')} · {why}"
    )


def show_side_by_side(some: pd.DataFrame, data: SideBySide, colours: dict[str, str], unit: str) -> None:
    """Draw a dot plot a topic, the most divided first."""
    st.subheader(
        "Side by side", anchor=False,
        help="The mean score of each actor on each topic, each utterance once, with a 95 % interval that takes the utterances "
        "of one story together.",
    )  # fmt: skip
    if not data.rows:
        st.info("No two of these actors speak on the same topic here.", icon=":material/hourglass_empty:")
        return
    st.markdown(in_words(data.rows, unit))
    st.plotly_chart(
        deselected(draw_side_by_side(data, colours, is_dark(), unit)), key=DOTS, selection_mode="points",
        config={"displayModeBar": False}, alt=describe(data),
        on_select=on_click(DOTS, lambda point: statements_on(some, [point[0]], [point[1]])),
    )  # fmt: skip
    alone = f" · one of them alone speaks on: {', '.join(data.spoken_by_one)}" if data.spoken_by_one else ""
    st.caption(f"hollow: a single {unit} · line: 95 % interval · most divided topic first · "
               f"click a dot for its statements{plain(alone)}")  # fmt: skip
    with st.expander("As a table", icon=":material/table:"):
        rows = [{"Topic": row.title, "Actor": dot.actor, "Mean score": dot.mean, "Low": dot.low, "High": dot.high,
                 f"{unit.capitalize()}s": dot.utterances, "Stories": dot.stories, "Outlets": dot.outlets}
                for row in data.rows for dot in row.dots]  # fmt: skip
        two_digits = st.column_config.NumberColumn(format="%+.2f")
        st.dataframe(rows, hide_index=True, column_config=dict.fromkeys(("Mean score", "Low", "High"), two_digits))


def in_words(rows: Sequence[TopicRow], unit: str) -> str:
    """Return the most and the least divided topic in a sentence."""
    told = [row for row in rows if row.spread is not None]
    if not told:
        return "Nothing rests on enough to say where they are divided."
    said = f"Furthest apart on {_ends(told[0], unit)}"
    return f"{said}; closest on {_ends(told[-1], unit)}." if len(told) > 1 else f"{said}."


def _ends(row: TopicRow, unit: str) -> str:
    dots = sorted((dot for dot in row.dots if not dot.thin), key=lambda dot: dot.mean)
    low, high = (f"{dot.actor} {rests_on(dot, unit)}" for dot in (dots[0], dots[-1]))
    return f"**{plain(row.title)}** ({plain(low)}; {plain(high)})"


def describe(data: SideBySide) -> str:
    """Return the chart in a sentence for those who cannot see it."""
    rows = (f"{row.title}: " + ", ".join(f"{dot.actor} {dot.mean:+.2f}" for dot in row.dots) for row in data.rows)
    return f"Mean score by topic, from -1 (opposes) to +1 (supports): {'; '.join(rows)}"


def show_who_agrees(everyone: pd.DataFrame, ranked: list[str], actors: list[str], filters: Filters) -> None:
    """Draw who agrees with whom, among those compared or the most heard."""
    st.subheader("Who agrees with whom", anchor=False, help=agreement.METHOD)
    group = actors
    if len(ranked) > len(actors):
        chosen = st.segmented_control(
            "Among", list(IN_NETWORK), default=THESE, required=True, key="network", bind="query-params"
        )
        group = ranked[: IN_NETWORK[chosen]] if IN_NETWORK[chosen] else actors
    pairs, found, shown = agreed(*state(), replace(filters, actors=()), tuple(group))
    if pairs:
        agreement.show_agreement(everyone[everyone["actor"].isin(group)], pairs, found, shown, filters.unit)
    else:
        agreement.say_too_few_shared(filters)


main()
show_opened()
