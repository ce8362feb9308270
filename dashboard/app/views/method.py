"""Method and accuracy: how right the figures are, how they are computed, and by which versions."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.app.components.data import is_dark, positions
from dashboard.app.components.filters import chosen_filters
from dashboard.charts.accuracy import draw_all
from dashboard.charts.words import counted
from dashboard.estimates import Smoothing
from dashboard.estimates.shifts import LEAST_DOCUMENTS, MANY
from dashboard.queries import apply, by_outlet
from models.stance.weights import CARD, FIGURES, RECORD, weights_folder

GROUPS = {"by_topic": "Topic", "by_actor": "Actor", "by_source": "Outlet", "by_year": "Year"}
CONFIG = {"displayModeBar": False}
LIBRARIES = ("streamlit", "plotly", "pandas", "onnxruntime", "transformers", "spacy")


def main() -> None:
    """Draw the page."""
    st.title("Method and accuracy", anchor=False)
    st.markdown(
        "Every position here was found and labelled by a machine, which errs at a rate that can be measured. "
        "This page says how often, on texts that it never saw in training, and how each number is computed."
    )
    folder = weights_folder()
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    figures = folder / FIGURES
    if figures.is_file():
        suite = {name: record[name] for name in ("behaviour", "swap_test") if name in record}
        show_accuracy(suite | json.loads(figures.read_text(encoding="utf-8")))
    show_formulae()
    show_outlets()
    show_versions(record, (folder / CARD).read_text(encoding="utf-8"))


def show_accuracy(figures: dict[str, Any]) -> None:
    """Show the figures of a run of `stancewatch evaluate`."""
    st.header("How right it is", anchor=False)
    period = " to ".join(day or "the end" for day in (figures["after"], figures["before"]))
    st.caption(
        f"{counted(figures['documents'], 'reference brief')} from {period}, annotated by careful reading; model {figures['model']}; "
        "made by `stancewatch evaluate`"
    )
    st.markdown("**From text to position**: who takes which side of which topic, document by document")
    found = {"Precision": "precision", "Recall": "recall", "F1": "f1"}
    helps = {
        "Precision": "Of the positions that the machine reports, the share that people found too",
        "Recall": "Of the positions that people found, the share that the machine reports",
        "F1": "Harmonic mean of the two",
    }
    for column, (name, key) in zip(st.columns(3), found.items(), strict=True):
        column.metric(name, f"{figures['stance'][key]:.0%}", help=helps[name], border=True)
    drawn = draw_all(figures, is_dark())
    if "methods" in drawn:
        _show_given(figures["given"], drawn)
    if "behaviour" in drawn:
        _show_behaviour(figures, drawn["behaviour"])


def _show_given(given: dict[str, Any], drawn: dict[str, go.Figure]) -> None:
    st.markdown(
        f"**Stance alone**: {counted(given['positions'], 'position')} with actor and topic given, beside simpler methods"
    )
    _chart("methods", drawn)
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown("**What is taken for what**")
        _chart("confusion", drawn)
    with right:
        st.markdown(
            f"**Does it mean what it says?** On the dotted line it does; mean gap {given['calibration_error']:.1%}"
        )
        _chart("reliability", drawn)
    shown = {title: name for name, title in GROUPS.items() if name in drawn}
    if shown:
        st.markdown("**Share of right stances by**")
        for tab, name in zip(st.tabs(list(shown)), shown.values(), strict=True):
            with tab:
                _chart(name, drawn)


def _show_behaviour(figures: dict[str, Any], drawn: go.Figure) -> None:
    behaviour = figures["behaviour"]
    st.markdown(
        f"**Grammar of diplomacy**: {behaviour['passed']} of {counted(behaviour['pairs'], 'minimal pair')} read right, "
        "both halves"
    )
    swaps = figures.get("swap_test")
    if swaps:
        st.caption(
            f"Names are not evidence: of {swaps['swaps']:,} renamings of the actor's country, {swaps['flip_rate']:.1%} "
            "change the label."
        )
    with st.expander("By kind"):
        _chart("behaviour", {"behaviour": drawn})


def show_formulae() -> None:
    """Say how each number is computed."""
    settings = Smoothing()
    st.header("How each number is computed", anchor=False)
    st.markdown("**Score** of a position, from −1 (opposes) to +1 (supports):")
    st.latex(r"s = P(\mathrm{support}) - P(\mathrm{oppose})")
    st.markdown(
        "**Utterance**: reports of one remark, of one actor on one topic, at most three days apart: the same quotation in "
        "whatever frame, or nearly the same words (candidates by MinHash, Broder 1997, then word by word; a negation or a "
        "number that only one of them has keeps them apart). It counts once, with its mean score; the switch “Count” in the "
        "sidebar counts every report instead."
    )
    st.markdown(
        "**Story**: documents on one event, within three days of the one that told it first: half of their telling words "
        "are the same, or a sixth where they also share an actor’s view of a topic."
    )
    st.markdown(
        "**Line** over time: local mean of the utterances' scores, and its 95 % band (Nadaraya 1964, Watson 1964, Kish 1965):"
    )
    st.latex(
        r"\hat s(t) = \frac{\sum_i w_i s_i}{\sum_i w_i},\quad w_i = e^{-(t-t_i)^2 / 2h^2},\quad "
        r"\hat s \pm 1.96\sqrt{\hat\sigma^2 / n_\mathrm{eff}},\quad "
        r"n_\mathrm{eff} = \frac{(\sum w_i)^2}{\sum w_i^2}"
    )
    st.markdown(
        f"with h = {settings.bandwidth:g} days; the line breaks where nobody spoke for {settings.gap:g} days. "
        "The band covers chance in what was said and reported, not the errors of the machine."
    )
    st.markdown(
        "**Shift** on the page Briefing: the mean score after less the mean score before, each utterance once. Its p-value is "
        "the share of the ways to deal the documents over the two periods that give a difference as large (Fisher 1935, "
        f"Phipson and Smyth 2010); from {MANY} documents on each side on by the normal law (Hoeffding 1951). It is corrected "
        f"for all pairs looked at (Benjamini and Hochberg 1995); nothing rests on fewer than {LEAST_DOCUMENTS} documents on a "
        "side."
    )
    st.markdown(
        "**Heat** of a topic: its share of the documents now less its share before, with Fisher's exact test (1935) for a "
        "rise, corrected in the same way."
    )


def show_outlets() -> None:
    """Say which outlets the positions that pass the filters come from."""
    found = apply(positions(), chosen_filters())
    if found.empty:
        return
    st.header("What it rests on", anchor=False)
    st.caption(f"{counted(len(found), 'position')} that pass the filters in the sidebar")
    st.dataframe(
        by_outlet(found),
        hide_index=True,
        column_config={
            "outlet": "Outlet",
            "documents": "Documents",
            "positions": "Positions",
            "actors": "Actors",
            "first": st.column_config.DateColumn("First", format="D MMM YYYY"),
            "last": st.column_config.DateColumn("Last", format="D MMM YYYY"),
            "probability": st.column_config.ProgressColumn(
                "Mean probability", format="percent", min_value=0, max_value=1
            ),
        },
    )


def show_versions(record: dict[str, Any], card: str) -> None:
    """Say which versions made the figures, and show the model's card."""
    st.header("Versions", anchor=False)
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    st.markdown(f"Model `{record['name']}@{record['version']}`, trained on {record['day']}. {libraries}.")
    with st.expander("Model card"):
        # one level lower: the page has its own title
        st.markdown("\n".join(f"##{line}" if line.startswith("#") else line for line in card.splitlines()))


def _chart(name: str, drawn: dict[str, go.Figure]) -> None:
    st.plotly_chart(drawn[name], key=f"accuracy_{name}", config=CONFIG, alt=f"Accuracy: {name.replace('_', ' ')}")


main()
