"""A text as words: each folded to lower case without accents, with its offsets and what stands before it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SHORTENED = frozenset({"no", "st", "sen", "gen", "rep", "mr", "mrs", "ms", "dr", "gov", "lt", "col", "jr", "adm"})
PARTICLES = frozenset(
    {
        "de",
        "del",
        "der",
        "den",
        "van",
        "von",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "bint",
        "da",
        "di",
        "du",
        "dos",
        "ten",
        "ter",
        "y",
        "e",
        "i",
        "zu",
        "af",
        "av",
    }
)
"""Small words inside names, written in either case."""


class Gap(Enum):
    """What stands between a word and the one before it."""

    START = "start"
    SPACE = "space"
    HYPHEN = "hyphen"
    APOSTROPHE = "apostrophe"
    POSSESSIVE = "possessive"  # the apostrophe of "the United States' plan"
    COMMA = "comma"
    DOT = "dot"  # a full stop that only shortens a word: "No. 10", "J. Smith"
    BREAK = "break"


JOINING = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.APOSTROPHE, Gap.DOT})
"""Gaps that a name or phrase may hold."""
_GAPS = (
    (re.compile(r"[ \t\u00a0\u202f]*\n?[ \t\u00a0\u202f]*"), Gap.SPACE),
    (re.compile(r"[-\u2010\u2011\u2013]"), Gap.HYPHEN),
    (re.compile(r"['\u2019\u2018`]"), Gap.APOSTROPHE),
    (re.compile(r"['\u2019] "), Gap.POSSESSIVE),
    (re.compile(r",\s"), Gap.COMMA),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: offsets into the text, the text itself, its folded form, and the gap before it."""

    start: int
    end: int
    text: str
    key: str
    gap: Gap

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return `word` in lower case, without accents and dots: "Élysée" as "elysee", "U.S." as "us"."""
    spread = unicodedata.normalize("NFKD", word.replace(".", "").lower())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).translate(_LETTERS)


def tokenise(text: str) -> list[Token]:
    """Return the words of `text` with their offsets; the cost is linear."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        word = match.group()
        before = tokens[-1] if tokens else None
        gap = _gap(text[before.end : match.start()], before.text) if before else Gap.START
        tokens.append(Token(match.start(), match.end(), word, fold(word), gap))
    return tokens


def _gap(between: str, before: str) -> Gap:
    if between == " ":
        return Gap.SPACE
    if between.startswith(".") and between.strip(". ") == "" and len(between) <= 2:
        initial = len(before) == 1 and before.isupper()
        return Gap.DOT if initial or before.lower() in _SHORTENED else Gap.BREAK
    return next((gap for pattern, gap in _GAPS if len(between) < 20 and pattern.fullmatch(between)), Gap.BREAK)


def shape(words: Sequence[str]) -> tuple[int, ...]:
    """What case the words of a catalogue entry ask for: 0 any, 1 a capital, 2 capitals only."""
    return tuple(_case(word, alone=len(words) == 1) for word in words)


def _case(word: str, *, alone: bool) -> int:
    if fold(word) in PARTICLES and not alone:
        return 0
    return 2 if len(word) > 1 and word.isupper() else int(word[0].isupper())


def fits(token: Token, case: int) -> bool:
    """Whether the case of a word in the text is what the catalogue entry asks for."""
    return case == 0 or (token.text.isupper() if case == 2 else token.capital)
