"""Which person a name in a text means: full names, surnames where they are clear, and newcomers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.actors.lexicon import NAMED, Hit, Word
from models.actors.names import is_namesake, unknown_name
from models.actors.people import Person
from models.actors.roles import Role
from models.actors.tokens import Gap
from models.actors.words import Words

if TYPE_CHECKING:
    from models.actors.catalogue import Catalogue


class Persons:
    """The people in one text on one day: who is named in full anywhere may be called by surname everywhere."""

    def __init__(self, words: Words, catalogue: Catalogue, day: dt.date | None) -> None:
        """Look the whole text through for full names."""
        self._words = words
        self._catalogue = catalogue
        self._day = day
        hits = (hit for place in range(len(words)) for hit in words.at(place))
        self._introduced = {hit.value.name for hit in hits if hit.word is Word.PERSON}
        self._newcomers: dict[str, tuple[str, str]] = {}

    def at(self, place: int, *, after_office: bool = False) -> Hit | None:
        """The person of the catalogue named at `place`; after an office any surname will do."""
        hits = [hit for hit in self._words.at(place) if hit.word in NAMED]
        if not hits:
            return None
        longest = [hit for hit in hits if hit.end == hits[0].end]
        people: list[Person] = [hit.value for hit in longest]
        full = any(hit.word is Word.PERSON for hit in longest)
        if not full:
            people = self._by_surname(place, people, after_office)
        person = self._catalogue.pick(people, self._day)
        return Hit(Word.PERSON if full else Word.SURNAME, person, hits[0].end) if person else None

    def _by_surname(self, place: int, people: list[Person], after_office: bool) -> list[Person]:
        words = self._words
        if not after_office and is_namesake(words.tokens, place, words.habits, words.meaningful):
            return []
        known = [person for person in people if person.name in self._introduced]
        return known or [person for person in people if person.surname or after_office or words.any_case]

    def after(self, role: Role, actor: str, holder: Person | None) -> Hit | None:
        """The name after an office of `actor`: somebody who served it, or an unknown name (a hit without a value).

        In apposition ("the foreign minister, Sergei Lavrov,") only a full name counts, and no other than the holder's.
        """
        words, place = self._words, role.end
        if not role.person or words.gap(place) not in (Gap.SPACE, Gap.COMMA):
            return None
        apposed = words.gap(place) is Gap.COMMA
        named = self.at(place, after_office=True)
        if named:
            person: Person = named.value
            fits = person.served(actor) or person.actor(self._day) == actor
            if apposed:
                fits = fits and named.word is Word.PERSON and holder in (None, person)
            return named if fits else None
        if apposed:
            return None
        end = unknown_name(words.tokens, place, words.habits, words.meaningful)
        return Hit(Word.PERSON, None, end) if end > place else None

    def introduce(self, actor: str, start: int, end: int) -> str:
        """Remember somebody unknown by surname; return the name as written."""
        name = self._words.written(start, end)
        self._newcomers[self._words.key(end - 1)] = (actor, name)
        return name

    def newcomer(self, place: int) -> tuple[str, str] | None:
        """Actor and name of somebody unknown whom the text has introduced with an office, called by surname here."""
        words = self._words
        known = self._newcomers.get(words.key(place))
        if known is None or not words.tokens[place].capital:
            return None
        return None if is_namesake(words.tokens, place, words.habits, words.meaningful) else known
