"""Words that decide how a name is read, from words.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.actors.tokens import fold


@dataclass(frozen=True, slots=True)
class Habits:
    """Sets of folded words; words.toml says what each is for."""

    first_names: frozenset[str]
    personal: frozenset[str]
    honorifics: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]
    locatives: frozenset[str]
    prefixes: frozenset[str]
    endings: frozenset[str]


def read_habits(words: Mapping[str, Any], people: Iterable[str]) -> Habits:
    """Return the habits in words.toml; the first names of the `people` of the catalogue count too."""
    reading = words["reading"]
    given = [name.split()[0] for name in people]
    return Habits(
        first_names=_folded([*given, *words["first_names"]]),
        personal=_folded(words["personal"]),
        honorifics=_folded(reading["honorifics"]),
        openers=_folded(reading["openers"]),
        not_names=_folded(reading["not_names"]),
        locatives=_folded(reading["locatives"]),
        prefixes=_folded(reading["prefixes"]),
        endings=_folded(reading["endings"]),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
