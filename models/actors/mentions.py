"""Mentions of actors in a running text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models.actors.catalogue import Catalogue
from models.actors.grammar import MentionKind, Reader
from models.actors.tokens import tokenise
from models.actors.words import Words


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an actor: `text` is exactly what stands between `start` and `end`.

    `speaker` is the person whom it names, in full where the catalogue knows them, or the office or body as written.
    """

    start: int
    end: int
    text: str
    actor: str
    speaker: str | None
    kind: MentionKind


def find_mentions(text: str, catalogue: Catalogue, day: dt.date | None = None) -> list[Mention]:
    """Return the mentions of actors in `text`, as of `day`: sorted, the longest reading of each, none overlapping.

    People and offices are resolved by their dates; without a day an office has no known holder. A surname that
    is also a common word counts where `text` names the person in full: give whole documents where there are any.
    """
    tokens = tokenise(text)
    words = Words(tokens, catalogue.lexicon, catalogue.habits)
    mentions = []
    for found in Reader(catalogue, words, day).read():
        start, end = tokens[found.start].start, tokens[found.end - 1].end
        speaker = found.person.name if found.person else found.speaker
        mentions.append(Mention(start, end, text[start:end], found.actor, speaker, found.kind))
    return mentions


def actor_spans(text: str, actor: str, catalogue: Catalogue, day: dt.date | None = None) -> tuple[tuple[int, int], ...]:
    """Return the places at which `text` names `actor` as of `day`, in order and without overlap."""
    return tuple((item.start, item.end) for item in find_mentions(text, catalogue, day) if item.actor == actor)
