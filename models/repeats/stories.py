"""From documents to stories: what is published on one event within a few days belongs together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from models.repeats.dated_index import DatedIndex, are_close
from models.repeats.wording import words_of

BANDS, ROWS = 64, 2
"""Two documents that share a fifth of their telling words meet in 93 % of cases, a third in more than 99.9 %."""
SAME_TEXT = 0.5
"""Jaccard similarity of the telling words from which one text is a version of the other."""
SAME_EVENT = 0.16
"""The same for two tellings of one event, where they also share an actor's view of a topic."""
LEAST_SHARED = 12
"""Telling words in common: two short texts agree too easily."""
SHORTEST = 3


class Report(NamedTuple):
    """A document as a story sees it; `pairs` are its (actor, topic), `day` is that of publication, None if not known."""

    document_id: str
    day: dt.date | None
    text: str
    pairs: frozenset[tuple[str, str]]


class StoryIndex:
    """The first reports of stories, to which later ones are added in the order of (day, id).

    A story is a first report and what resembles it within three days: never a chain of documents from day to day in
    which the last has nothing to do with the first.
    """

    def __init__(self) -> None:
        """Start without any story."""
        self._index = DatedIndex(BANDS, ROWS)
        self._firsts: dict[str, Report] = {}

    def place(self, report: Report, is_first: bool = False) -> str:
        """Return the story of `report`: the id of its first report, which may be its own; with `is_first` it is."""
        if report.day is None:
            return report.document_id
        sketch = self._index.sketch(telling_words(report.text))
        if not is_first:
            near = (self._firsts[str(name)] for name in self._index.near((), report.day, sketch))
            found = [(first.day, first.document_id) for first in near if _is_one_event(first, report)]
            if found:
                return min(found)[1]
        self._firsts[report.document_id] = report
        self._index.add(report.document_id, (), report.day, sketch)
        return report.document_id


def group_stories(reports: Iterable[Report]) -> dict[str, str]:
    """Return the story of each document by its id; their order does not matter."""
    index = StoryIndex()
    return {report.document_id: index.place(report) for report in sorted(reports, key=in_order)}


def in_order(report: Report) -> tuple[dt.date, str]:
    """The key by which reports are put in order: day, then id."""
    return report.day or dt.date.min, report.document_id


@lru_cache(maxsize=5_000)
def telling_words(text: str) -> frozenset[str]:
    """Return the words of `text` that say what it is about: no function words, none of one or two letters."""
    return frozenset(word for word in words_of(text) if len(word) >= SHORTEST and word not in STOP_WORDS)


def _is_one_event(one: Report, other: Report) -> bool:
    if not are_close(one.day, other.day):
        return False
    if one.text == other.text:
        return True
    words, others = telling_words(one.text), telling_words(other.text)
    shared = len(words & others)
    needed = SAME_EVENT if one.pairs & other.pairs else SAME_TEXT
    return shared >= LEAST_SHARED and shared >= needed * len(words | others)
