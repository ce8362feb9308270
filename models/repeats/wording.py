"""A statement's words, ready to be compared: case, accents' encoding and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from models.statements.quotations import quoted_spans

LEAST_QUOTED = 6
"""Words of a quotation that tell it from a slogan or a name."""
SHINGLE = 3
NEGATIONS = frozenset(
    {"not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "without", "cannot", "hardly"}
)
_WORD = re.compile(r"\w+(?:'\w+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement, those of its longer quotations, and the runs of three words in it."""

    words: tuple[str, ...]
    quotations: tuple[tuple[str, ...], ...]
    shingles: frozenset[str]


@lru_cache(maxsize=20_000)  # a store that grows in date order meets the same days again and again
def wording(text: str) -> Wording:
    """Return the wording of a statement's text."""
    words = words_of(text)
    quoted = (words_of(text[start:end]) for start, end in quoted_spans(text))
    long = tuple(quotation for quotation in quoted if len(quotation) >= LEAST_QUOTED)
    runs = frozenset(" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return Wording(words, long, runs)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case, with straight apostrophes."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'")))


def changes_meaning(word: str) -> bool:
    """Whether a word that one text has and the other lacks makes them different: a negation or a number."""
    return word in NEGATIONS or word.endswith("n't") or any(character.isdigit() for character in word)
