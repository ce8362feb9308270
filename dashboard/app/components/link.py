"""What a link asks for that cannot be had, said in words; Streamlit itself drops such values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

OF_A_CHART = frozenset(("topic", "actor", "from", "to", "stance", "source", "least", "shown", "panels", "page"))
OF_THE_BRIEFING = frozenset(("period", "since"))
"""What an address without a page's name says of the page that it is for."""


class Choices(NamedTuple):
    """What the filters offer."""

    topics: Sequence[str]
    actors: Sequence[str]
    sources: Sequence[str]
    stances: Sequence[str]
    counts: Sequence[str]
    first: dt.date
    last: dt.date


def faults(single: Mapping[str, str], repeated: Mapping[str, Sequence[str]], choices: Choices) -> list[str]:
    """Return a sentence for each value of a link's query that the filters do not offer."""
    offered = {"actor": choices.actors, "stance": choices.stances, "source": choices.sources}
    wrong = [
        f"The link asks for the {name} “{value}”, which is not here; it is left out."
        for name, values in repeated.items()
        for value in values
        if value and value not in offered[name]
    ]
    topic = single.get("topic")
    if topic and topic not in choices.topics:
        wrong.append(f"The link asks for the topic “{topic}”, which is not here; all topics are shown.")
    count = single.get("count")
    if count and count not in choices.counts:
        wrong.append(f"The link asks to count “{count}”, which is not here; {choices.counts[0].lower()} are counted.")
    wrong += [_day_fault(single[name], choices) for name in ("from", "to", "since", "at") if single.get(name)]
    least = single.get("least")
    if least and not (least.replace(".", "", 1).isdecimal() and 0 <= float(least) <= 95):
        wrong.append(
            f"The link asks for a least probability of “{least}”, which is no number from 0 to 95; it is corrected."
        )
    return [sentence for sentence in wrong if sentence]


def is_chart_link(names: Collection[str]) -> bool:
    """Whether an address without a page's name, with these parameters, is a link to a chart over time.

    Such links were made while that page was the first one; they go on showing what they showed.
    """
    return bool(OF_A_CHART & set(names)) and not OF_THE_BRIEFING & set(names)


def parsed_day(value: str | None) -> dt.date | None:
    """Return the day that a link asks for, None where it is none."""
    try:
        return dt.date.fromisoformat(value or "")
    except ValueError:
        return None


def _day_fault(value: str, choices: Choices) -> str:
    parsed = parsed_day(value)
    if parsed is None:
        return f"The link asks for the date “{value}”, which is no date like 2026-02-03; it is left out."
    if not choices.first <= parsed <= choices.last:
        return f"The link asks for the date {value}, but the documents run from {choices.first} to {choices.last}; it is corrected."
    return ""
