"""The office part of a phrase: "deputy foreign minister", "military official", "foreign ministry spokesman"."""

from __future__ import annotations

from dataclasses import dataclass

from models.actors.lexicon import Hit, Word
from models.actors.tokens import Gap
from models.actors.words import Words

_HEADS = frozenset({Word.ROLE, Word.SPEAKER, Word.BODY, Word.ANONYMOUS})
_LEADS = frozenset({Word.MODIFIER, Word.OTHER, Word.PORTFOLIO})
_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Role:
    """An office as written: where it ends, what it is, and the key of the office where it is that of the one holder."""

    end: int
    word: Word
    key: str | None

    @property
    def person(self) -> bool:
        """Whether the name of its holder may follow."""
        return self.word is not Word.BODY


def read_role(words: Words, place: int, depth: int = 0) -> Role | None:
    """Return the longest office that begins at `place`, or None. Few words may stand before its head."""
    if place >= len(words) or depth > _DEPTH or (depth and words.gap(place) not in (Gap.SPACE, Gap.HYPHEN)):
        return None
    found: list[Role] = []
    for hit in words.at(place):
        if hit.word in _HEADS:
            found.append(_extended(words, Role(hit.end, hit.word, hit.value), depth))
        elif hit.word in _LEADS and (rest := read_role(words, hit.end, depth + 1)):
            found.append(_led(hit, rest))
    return max(found, key=lambda role: (role.end, role.key is not None), default=None)


def _led(lead: Hit, rest: Role) -> Role:
    """A word before an office: only some keep it the office of the one holder ("new", "senior" but not "deputy")."""
    return Role(rest.end, rest.word, rest.key if lead.word is Word.MODIFIER else None)


def _extended(words: Words, role: Role, depth: int) -> Role:
    """An office that goes on: "ministry of defence", "the president's office", "ministry spokesman"."""
    end = role.end
    if words.key(end) in ("of", "for") and role.word in (Word.SPEAKER, Word.BODY):
        fields = [hit.end for hit in words.at(end + 1) if hit.word is Word.PORTFOLIO]
        if fields:
            return Role(max(fields), role.word, None)
    if words.key(end) == "s" and words.gap(end) is Gap.APOSTROPHE:
        end += 1
    elif role.word is not Word.BODY:
        return role
    more = read_role(words, end, depth + 1)
    return Role(more.end, more.word, None) if more else role
