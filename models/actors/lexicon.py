"""Every phrase that may name an actor, person or office, as one trie over words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from models.actors.tokens import JOINING, Token, fits, shape, tokenise

SHOUTED = frozenset({"us", "who", "it"})
"""Acronyms that are common words in lower case: never without capitals, not even in a look-up."""


class Word(Enum):
    """What a phrase of the catalogue is."""

    NAME = "name"  # value: the actor
    COLLECTIVE = "collective"  # the actor
    SEAT = "seat"  # the actor: a building or body that speaks
    CAPITAL = "capital"  # the actor: a city that stands for its government
    ADJECTIVE = "adjective"  # the actor
    LEANING = "leaning"  # the actor: an adjective that counts only before an office ("European")
    PEOPLE = "people"  # the actor: a demonym in the plural
    PERSON = "person"  # the person, by full name
    SURNAME = "surname"  # the person, by surname or another single word
    OFFICE = "office"  # (actor, title, several): an office whose name tells whose it is
    ROLE = "role"  # the key of an office that every country has
    SPEAKER = "speaker"  # somebody who speaks for a country
    BODY = "body"  # a body or group that does
    ANONYMOUS = "anonymous"  # an official without a name
    PORTFOLIO = "portfolio"
    MODIFIER = "modifier"
    OTHER = "other"  # "deputy", "former": not the holder
    OUTSIDER = "outsider"
    BETWEEN = "between"  # a word between adjective and outsider
    PHRASE = "phrase"  # holds a name without meaning it


OWNERS = frozenset({Word.NAME, Word.COLLECTIVE, Word.SEAT, Word.CAPITAL, Word.ADJECTIVE, Word.LEANING, Word.PEOPLE})
"""Meanings of a phrase that names an actor."""
NAMED = frozenset({Word.PERSON, Word.SURNAME})
"""Meanings of a phrase that names a person."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a phrase, and the case that it is written in."""

    word: Word
    value: Any
    case: tuple[int, ...]
    safe: bool = True


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """A meaning found at a place: `end` is the index of the word after it."""

    word: Word
    value: Any
    end: int


class Lexicon:
    """A trie from folded words to meanings; a look-up at a word costs the length of the longest phrase."""

    def __init__(self) -> None:
        """Start empty."""
        self._root = _Node()

    def add(self, phrase: str, word: Word, value: Any, *, safe: bool = True) -> None:
        """Add one meaning of `phrase`; one that is not `safe` is found by look-ups only."""
        tokens = tokenise(phrase)
        node = self._root
        for token in tokens:
            node = node.children.setdefault(token.key, _Node())
        node.entries.append(Entry(word, value, shape([token.text for token in tokens]), safe))

    def at(self, tokens: Sequence[Token], place: int, *, any_case: bool = False) -> list[Hit]:
        """Return the meanings that begin at `place`, the longest first; `any_case` is for look-ups of a whole name."""
        node = self._root.children.get(tokens[place].key)
        hits: list[Hit] = []
        index = place
        while node is not None:
            for entry in node.entries:
                if _written(tokens[place : index + 1], entry, any_case):
                    hits.append(Hit(entry.word, entry.value, index + 1))
            index += 1
            if index == len(tokens) or not (any_case or tokens[index].gap in JOINING):
                break
            node = node.children.get(tokens[index].key)
        return hits[::-1]


def _written(tokens: Sequence[Token], entry: Entry, any_case: bool) -> bool:
    if any_case:
        return not (len(tokens) == 1 and tokens[0].key in SHOUTED) or fits(tokens[0], entry.case[0])
    return entry.safe and all(map(fits, tokens, entry.case))
