"""How names, adjectives, offices and people combine: "the French president", "US Senator Lindsey Graham".

A reader goes once through the words of a text; what may follow what is looked at in a bounded window, so the cost
is linear in the length of the text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from models.actors.lexicon import NAMED, Hit, Word
from models.actors.owners import Owners
from models.actors.people import Person
from models.actors.persons import Persons
from models.actors.places import means_actor
from models.actors.roles import Role, read_role
from models.actors.tokens import Gap
from models.actors.words import Words

if TYPE_CHECKING:
    from models.actors.catalogue import Catalogue

MentionKind = Literal["name", "adjective", "person", "office", "seat", "collective", "anonymous"]
_KINDS: dict[Word, MentionKind] = {
    Word.NAME: "name", Word.COLLECTIVE: "collective", Word.SEAT: "seat", Word.CAPITAL: "seat",
    Word.ADJECTIVE: "adjective", Word.PEOPLE: "adjective",
}  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "one"})
_LEADS = frozenset({Word.MODIFIER, Word.OTHER})
_MOST_LEADS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A mention by the indices of its words; `speaker` is set where it names one who is not in the catalogue."""

    start: int
    end: int
    actor: str
    kind: MentionKind
    person: Person | None = None
    speaker: str | None = None


Step = tuple[Found | None, int]
"""What was read, and the word to go on at."""


class Reader:
    """Reads the words of one text on one day."""

    def __init__(self, catalogue: Catalogue, words: Words, day: dt.date | None) -> None:
        """Prepare the reading; nothing is read before `read`."""
        self._catalogue = catalogue
        self._words = words
        self._day = day
        self._persons = Persons(words, catalogue, day)
        self._owners = Owners(words, self._persons, day)

    def read(self) -> list[Found]:
        """Return the mentions in the order of the text; none overlap."""
        found: list[Found] = []
        place = 0
        while place < len(self._words):
            mention, place = self._step(place, found[-1].end if found else 0)
            if mention:
                found.append(mention)
        return found

    def whole(self) -> Found | None:
        """Return the one mention that is all of the text, if there is one."""
        found = self.read()
        alone = len(found) == 1 and found[0].start == 0 and found[0].end == len(self._words)
        return found[0] if alone else None

    def _step(self, place: int, floor: int) -> Step:
        """Read one mention at `place`; no word before `floor` belongs to it."""
        hits = self._words.at(place)
        if hits and hits[0].word is Word.PHRASE:
            return None, hits[0].end
        step = self._titled(place, floor) or self._owned(place, floor) or self._led_by_role(place, floor)
        return step or self._newcomer(place)

    def _titled(self, place: int, floor: int) -> Step | None:
        """An office whose name tells whose it is: "European Council president", "the pontiff"."""
        hits = self._words.at(place)
        office = next((hit for hit in hits if hit.word is Word.OFFICE), None)
        if office is None or any(hit.end > office.end for hit in hits if hit.word in NAMED):
            return None
        actor, title, several = office.value
        start, other = self._reach_back(place, floor)
        return self._office(start, actor, Role(office.end, Word.ROLE, None if several else title), other)

    def _owned(self, place: int, floor: int) -> Step | None:
        """A country, a city, an adjective or a person, alone or with an office: "French", "France's president"."""
        owner = self._owners.at(place)
        if owner is None:
            return None
        role = self._owners.role_of(owner)
        if role:
            start, other = self._reach_back(place, floor)
            return self._office(start, owner.actor, role, other)
        hit = owner.hit
        if hit.word in NAMED:
            return Found(place, hit.end, owner.actor, "person", hit.value), hit.end
        outside = self._owners.outsider(owner)
        if outside or not means_actor(self._words, place, hit):
            return None, outside or hit.end
        speaker = self._words.written(place, hit.end) if hit.word is Word.SEAT else None
        return Found(place, hit.end, owner.actor, _KINDS[hit.word], None, speaker), hit.end

    def _led_by_role(self, place: int, floor: int) -> Step | None:
        """An office first: "President Zelensky", "the president of Ukraine", "officials in Kyiv"."""
        role = read_role(self._words, place)
        if role is None:
            return None
        start, other = self._reach_back(place, floor)
        named = self._persons.at(role.end, after_office=True) if role.person else None
        if named and self._words.gap(role.end) is Gap.SPACE:
            return self._with_person(start, named)
        owner = self._owners.after(role)
        if owner is None:
            return None
        return self._office(start, owner.actor, Role(owner.hit.end, role.word, role.key), other)

    def _with_person(self, start: int, named: Hit) -> Step:
        """An office with the name of a person, or of somebody who works for them: "President Putin's aide"."""
        person: Person = named.value
        owner = self._owners.by(named, person.actor(self._day))
        role = self._owners.role_of(owner)
        if role:
            return self._office(start, owner.actor, role, other=True)
        return Found(start, named.end, owner.actor, "office", person), named.end

    def _office(self, start: int, actor: str, role: Role, other: bool) -> Step:
        """A mention of an office of `actor`, with the name that may follow it; `other` than the holder of today."""
        holder = self._catalogue.holder(actor, role.key, self._day) if role.key and not other else None
        named = self._persons.after(role, actor, holder)
        if named and named.value:
            person: Person = named.value
            whose = person.actor(self._day) if other or not person.served(actor) else actor
            return Found(start, named.end, whose, "office", person), named.end
        if named and not holder:
            name = self._persons.introduce(actor, role.end, named.end)
            return Found(start, named.end, actor, "office", None, name), named.end
        kind: MentionKind = "anonymous" if role.word is Word.ANONYMOUS else "office"
        speaker = None if holder else self._words.written(start, role.end)
        return Found(start, role.end, actor, kind, holder, speaker), role.end

    def _newcomer(self, place: int) -> Step:
        known = self._persons.newcomer(place)
        if known is None:
            return None, place + 1
        actor, name = known
        return Found(place, place + 1, actor, "person", None, name), place + 1

    def _reach_back(self, place: int, floor: int) -> tuple[int, bool]:
        """Where the phrase begins ("a senior", "the former"), and whether it says "not the holder"."""
        words, start, other = self._words, place, False
        while start > floor and place - start < _MOST_LEADS and words.gap(start) in (Gap.SPACE, Gap.HYPHEN):
            leads = [hit.word for hit in words.at(start - 1) if hit.word in _LEADS and hit.end == start]
            if not leads:
                break
            other = other or Word.OTHER in leads
            start -= 1
        article = start > floor and words.gap(start) is Gap.SPACE and words.key(start - 1) in _ARTICLES
        return start - int(article), other
