"""Whose an office is: the country, organisation, city, seat or person in front of it or after "of"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models.actors.lexicon import NAMED, OWNERS, Hit, Word
from models.actors.persons import Persons
from models.actors.roles import Role, read_role
from models.actors.tokens import Gap
from models.actors.words import Words

_BETWEEN = frozenset({Word.BETWEEN, Word.MODIFIER, Word.OTHER, Word.PORTFOLIO})
_ADJECTIVAL = frozenset({Word.ADJECTIVE, Word.NAME, Word.LEANING})
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Owner:
    """An actor as a phrase names it; `end` is the index after the phrase and its possessive."""

    actor: str
    hit: Hit
    end: int
    possessive: bool


class Owners:
    """Finds owners, and the offices that belong to them."""

    def __init__(self, words: Words, persons: Persons, day: dt.date | None) -> None:
        """Read the words of one text on one day."""
        self._words = words
        self._persons = persons
        self._day = day

    def at(self, place: int) -> Owner | None:
        """The owner at `place`: the longest name, a person before a place of the same length."""
        person = self._persons.at(place)
        named = [hit for hit in self._words.at(place) if hit.word in OWNERS]
        if person and not (named and named[0].end > person.end):
            return self.by(person, person.value.actor(self._day))
        if not named or any(hit.value != named[0].value for hit in named if hit.end == named[0].end):
            return None
        return self.by(named[0], named[0].value)

    def by(self, hit: Hit, actor: str) -> Owner:
        """The owner named by `hit`, with a possessive that may follow it."""
        words, end = self._words, hit.end
        if words.key(end) == "s" and words.gap(end) is Gap.APOSTROPHE:
            return Owner(actor, hit, end + 1, possessive=True)
        return Owner(actor, hit, end, possessive=words.gap(end) is Gap.POSSESSIVE)

    def role_of(self, owner: Owner) -> Role | None:
        """The office that follows an owner: "Russia's foreign minister", "White House official", "Putin spokesman"."""
        joined = owner.possessive or self._words.gap(owner.end) in (Gap.SPACE, Gap.HYPHEN)
        if not joined or owner.hit.word is Word.PEOPLE:
            return None
        role = read_role(self._words, owner.end)
        of_person = owner.hit.word in NAMED and not owner.possessive
        # "Putin president" is no office of Putin's, "Putin spokesman" is
        return None if role and of_person and role.key else role

    def outsider(self, owner: Owner) -> int:
        """Where an outsider to the state ends whom the adjective describes ("Russian military analyst"), or 0."""
        words, place = self._words, owner.end
        if owner.possessive or owner.hit.word not in _ADJECTIVAL:
            return 0
        for _ in range(_MOST_BETWEEN + 1):
            if words.gap(place) not in (Gap.SPACE, Gap.HYPHEN):
                return 0
            outside = [hit.end for hit in words.at(place) if hit.word is Word.OUTSIDER]
            if outside:
                return max(outside)
            between = [hit.end for hit in words.at(place) if hit.word in _BETWEEN]
            if not between:
                return 0
            place = max(between)
        return 0

    def after(self, role: Role) -> Owner | None:
        """The owner after "of" ("the president of Ukraine"), or after "in" for a city ("officials in Kyiv")."""
        words, place = self._words, role.end
        link = words.key(place)
        if words.gap(place) is not Gap.SPACE or link not in ("of", "in"):
            return None
        owner = self.at(place + (2 if words.key(place + 1) == "the" else 1))
        if owner is None or owner.possessive or self.role_of(owner):
            return None
        if link == "in":
            seated = owner.hit.word in (Word.CAPITAL, Word.SEAT) and role.word in (Word.BODY, Word.ANONYMOUS)
            return owner if seated else None
        return owner if owner.hit.word in (Word.NAME, Word.SEAT, Word.CAPITAL, Word.COLLECTIVE) else None
