"""The catalogue of actors: who is meant by a name, an office or a person, at a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from models.actors.grammar import Reader
from models.actors.habits import read_habits
from models.actors.lexicon import NAMED, Hit, Word
from models.actors.people import Actor, Person
from models.actors.seedfiles import CatalogueBuilder
from models.actors.tokens import Token, tokenise
from models.actors.words import Words
from models.seeds import SEEDS

_FIRST_CHOICE = (
    Word.NAME, Word.COLLECTIVE, Word.SEAT, Word.CAPITAL, Word.OFFICE, Word.PERSON, Word.SURNAME, Word.ADJECTIVE,
    Word.PEOPLE,
)  # fmt: skip


class Catalogue:
    """Actors and people by everything that they are called; what nobody knows stays None."""

    def __init__(self, folder: Path) -> None:
        """Read the catalogue from the files in `folder`."""
        built = CatalogueBuilder(folder)
        built.build()
        self.actors: dict[str, Actor] = built.actors
        self.people: dict[str, Person] = built.people
        self.lexicon = built.lexicon
        self.habits = read_habits(built.words, self.people)
        self._staff: dict[str, list[Person]] = {}
        for person in self.people.values():
            for actor in dict.fromkeys(post.actor for post in person.posts):
                self._staff.setdefault(actor, []).append(person)
        self._codes = {actor.code: name for name, actor in self.actors.items() if actor.code}

    def lookup(self, text: str, day: dt.date | None = None) -> str | None:
        """Return the actor that `text` as a whole names on `day`; accents, case, "the" and 's do not matter."""
        return self._resolve(text, day)[0]

    def canonical_speaker(self, text: str, day: dt.date | None = None) -> str:
        """Return the full name of the person that `text` names on `day`, or `text` (without "the") where nobody knows."""
        return self._resolve(text, day)[1] or text.strip()

    def by_code(self, code: str) -> str | None:
        """Return the country with this ISO 3166 alpha-3 code."""
        return self._codes.get(code.strip().upper())

    def holder(self, actor: str, office: str, day: dt.date | None) -> Person | None:
        """Return who holds `office` of `actor` on `day`; None without a day, and where nobody or several do."""
        if day is None:
            return None
        key = self.actors[actor].leader if office == "leader" else office
        found = [person for person in self._staff.get(actor, ()) if key and person.holds(actor, key, day)]
        return found[0] if len(found) == 1 else None

    def pick(self, people: Sequence[Person], day: dt.date | None) -> Person | None:
        """Return the one of several namesakes who is meant on `day`, or None where that is not clear.

        One in a post then goes before one who is not, and one known by surname alone before one who is not.
        """
        everyone = list({person.name: person for person in people}.values())
        serving = [person for person in everyone if day is not None and person.in_post(day)] or everyone
        likely = serving if len(serving) == 1 else [person for person in serving if person.surname]
        return likely[0] if len(likely) == 1 else None

    def _resolve(self, text: str, day: dt.date | None) -> tuple[str | None, str | None]:
        """Return actor and full name of the person for a text that is nothing but a name."""
        written = tokenise(text)
        tokens = _bare(written)
        if not tokens:
            return None, None
        named = [hit for hit in self.lexicon.at(written, 0, any_case=True) if hit.end == len(written)]
        hits = named or [hit for hit in self.lexicon.at(tokens, 0, any_case=True) if hit.end == len(tokens)]
        for word in _FIRST_CHOICE:
            same = [hit for hit in hits if hit.word is word]
            if same:
                return self._meaning(word, same, day)
        read = Reader(self, Words(tokens, self.lexicon, self.habits, any_case=True), day).whole()
        return (read.actor, read.person.name if read.person else read.speaker) if read else (None, None)

    def _meaning(self, word: Word, hits: Sequence[Hit], day: dt.date | None) -> tuple[str | None, str | None]:
        if word in NAMED:
            person = self.pick([hit.value for hit in hits], day)
            return (person.actor(day), person.name) if person else (None, None)
        if word is Word.OFFICE:
            actor, title, _ = hits[0].value
            holder = self.holder(actor, title, day)
            return actor, holder.name if holder else None
        actors = {hit.value for hit in hits}
        return (actors.pop() if len(actors) == 1 else None), None


def _bare(tokens: list[Token]) -> list[Token]:
    """Leave away "the" in front and a possessive at the end."""
    first = 1 if len(tokens) > 1 and tokens[0].key == "the" else 0
    last = len(tokens) - 1 if len(tokens) > 1 and tokens[-1].key == "s" and tokens[-1].text == "s" else len(tokens)
    return tokens[first:last]


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Return the catalogue in `folder`, by default the one in seeds/actors; it is read once."""
    return _load(folder or SEEDS / "actors")


@cache
def _load(folder: Path) -> Catalogue:
    return Catalogue(folder)
