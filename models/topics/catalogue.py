"""Topics: a key with a proposition that can be supported or opposed, read from a TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.errors import InputError
from models.seeds import SEEDS

REQUIRED = ("title", "proposition")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the catalogue.

    `support` and `oppose` say in one sentence what each side means. `search_words` are the patterns that make a
    sentence worth asking about, `context` those of which the document must hold one. `colour` is hexadecimal,
    `icon` a Material symbol.
    """

    key: str
    title: str
    proposition: str
    support: str = ""
    oppose: str = ""
    search_words: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    colour: str = "#666666"
    icon: str = "topic"


@cache
def load_topics(path: Path | None = None) -> dict[str, Topic]:
    """Return the topics of `path` (the seed catalogue by default) by key, in the file's order.

    Raises InputError where the file is no TOML or a topic lacks its title or proposition.
    """
    place = path or SEEDS / "topics.toml"
    try:
        tables = tomllib.loads(place.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"The topic catalogue {place} cannot be read: {error}; mend the file.") from error
    return {key: _topic(key, table, place) for key, table in tables.items()}


def _topic(key: str, table: Any, place: Path) -> Topic:
    missing = [name for name in REQUIRED if not isinstance(table, dict) or not table.get(name)]
    if missing:
        raise InputError(f"Topic '{key}' in {place} lacks {' and '.join(missing)}; add it.")
    known = {name: table[name] for name in Topic.__dataclass_fields__ if name in table}
    for name in ("search_words", "context"):
        known[name] = tuple(known.get(name, ()))
    return Topic(key=key, **known)
