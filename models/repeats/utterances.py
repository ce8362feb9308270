"""From statements to utterances: a remark counts once, whoever reports it and however often."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from scipy.cluster.hierarchy import DisjointSet

from models.repeats.dated_index import DatedIndex, are_close
from models.repeats.same_remark import is_same_remark
from models.repeats.wording import wording
from models.schema import Stance, content_id

BANDS, ROWS = 32, 1
"""Bands of one row: a six-word quotation in another thirty-word text (Jaccard 0.12) is still met in 98 % of cases."""
OPPOSED: frozenset[Stance] = frozenset({"support", "oppose"})


class Said(NamedTuple):
    """A position as told by one document: who took which side of what, in which words, on which day (None: not known)."""

    statement_id: str
    actor: str
    topic: str
    stance: Stance
    day: dt.date | None
    text: str


def group_utterances(said: Iterable[Said]) -> dict[tuple[str, str], str]:
    """Return the utterance of each position, by statement and topic: reports of one remark share it.

    Two reports are of one remark when actor and topic are the same, their days are at most three apart, their words are
    those of one remark and they do not take opposite sides; reports that are joined to the same one are joined. What is
    joined, and its name, depends on the positions alone, not on their order.
    """
    pairs: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for item in said:
        pairs[item.actor, item.topic].append(item)
    index = DatedIndex(BANDS, ROWS)
    return {key: name for items in pairs.values() for key, name in _of_one_pair(items, index).items()}


def _of_one_pair(items: list[Said], index: DatedIndex) -> dict[tuple[str, str], str]:
    items.sort(key=lambda item: (item.day or dt.date.min, item.statement_id))
    joined = DisjointSet(range(len(items)))
    _join_equal_words(items, joined)
    _join_same_remarks(items, joined, index)
    named = {}
    for group in joined.subsets():
        members = [items[at] for at in group]
        name = content_id("utterance", min(member.statement_id for member in members), members[0].topic)
        named.update({(member.statement_id, member.topic): name for member in members})
    return named


def _join_equal_words(items: Sequence[Said], joined: DisjointSet) -> None:
    last: dict[tuple[str, ...], int] = {}
    for at, item in enumerate(items):
        words = wording(item.text).words
        if words in last and are_close(items[last[words]].day, item.day):
            joined.merge(last[words], at)
        last[words] = at


def _join_same_remarks(items: Sequence[Said], joined: DisjointSet, index: DatedIndex) -> None:
    """Join those that report the same remark in other words around it."""
    for at in _worth_comparing(items):
        item = items[at]
        block, sketch = (item.actor, item.topic), index.sketch(wording(item.text).shingles)
        for other in index.near(block, item.day, sketch):
            if not joined.connected(at, other) and _is_one(item, items[other]):
                joined.merge(at, other)
        index.add(at, block, item.day, sketch)


def _worth_comparing(items: Sequence[Said]) -> list[int]:
    """Return the places, in order, of those with others near in time; of several with the same words, day and side, one."""
    near = [are_close(one.day, other.day) for one, other in pairwise(items)]
    alone = {
        at for at, (before, after) in enumerate(zip([False, *near], [*near, False], strict=True)) if not before | after
    }
    kept: dict[tuple[dt.date | None, tuple[str, ...], Stance], int] = {}
    for at, item in enumerate(items):
        if at not in alone:
            kept.setdefault((item.day, wording(item.text).words, item.stance), at)
    return list(kept.values())


def _is_one(one: Said, other: Said) -> bool:
    return (
        are_close(one.day, other.day)
        and {one.stance, other.stance} != OPPOSED
        and is_same_remark(wording(one.text), wording(other.text))
    )
