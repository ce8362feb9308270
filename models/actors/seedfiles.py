"""The files of the actor catalogue, as actors, people and a lexicon of phrases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pycountry

from models.actors.lexicon import Lexicon, Word
from models.actors.people import Actor, Person, Post
from models.actors.tokens import PARTICLES, fold, tokenise
from models.errors import InputError

Table = Mapping[str, Any]
_NO_PLURAL = ("s", "sh", "ese", "x", "man", "woman", "ench", "utch")


def read_table(folder: Path, name: str) -> Table:
    """Return one TOML file of the catalogue."""
    path = folder / name
    if not path.is_file():
        raise InputError(
            f"The actor catalogue {folder} lacks the file {name}: copy it from seeds/actors or name another folder."
        )
    with path.open("rb") as file:
        return tomllib.load(file)


class CatalogueBuilder:
    """Collects actors, people and phrases from the files of one folder."""

    def __init__(self, folder: Path) -> None:
        """Read the folder's files; nothing is built before `build` is called."""
        words = read_table(folder, "words.toml")
        self.words: Table = {**words, **words["lists"]}
        self.organisations = read_table(folder, "organisations.toml")["organisation"]
        self.countries = {row["code"]: row for row in read_table(folder, "countries.toml")["country"]}
        self.offices = read_table(folder, "offices.toml")["office"]
        self.people_rows = read_table(folder, "people.toml")["person"]
        self.lexicon = Lexicon()
        self.actors: dict[str, Actor] = {}
        self.people: dict[str, Person] = {}
        self._unsafe = {phrase.lower() for phrase in self.words["unsafe"]}

    def build(self) -> None:
        """Fill actors, people and lexicon."""
        names = {country.alpha_3: country for country in pycountry.countries}
        for code in {**names, **self.countries}:
            self._country(code, names.get(code), self.countries.get(code, {}))
        for row in self.organisations:
            self._organisation(row)
        for row in self.people_rows:
            self._person(row)
        self._offices()

    def _add(self, phrases: Iterable[str], word: Word, value: Any) -> None:
        for phrase in phrases:
            self.lexicon.add(phrase, word, value, safe=phrase.lower() not in self._unsafe)

    def _country(self, code: str, listed: Any, row: Table) -> None:
        written = [getattr(listed, key) for key in ("common_name", "name", "official_name") if hasattr(listed, key)]
        name = row.get("name") or (written[0] if written else code)
        blocs = tuple(item["name"] for item in self.organisations if code in item.get("members", ()))
        self.actors[name] = Actor(name, "country", code, blocs, row.get("leader", "prime minister"))
        spelled = dict.fromkeys([name, *written, *row.get("aliases", ())])
        self._add((phrase for phrase in spelled if fold(phrase) != "congo" or code == "COG"), Word.NAME, name)
        self._add(row.get("capital", ()), Word.CAPITAL, name)
        self._add(row.get("seats", ()), Word.SEAT, name)
        for demonym in row.get("demonyms", ()):
            self._add([demonym], Word.ADJECTIVE, name)
            if not demonym.endswith(_NO_PLURAL):
                self._add([f"{demonym}s"], Word.PEOPLE, name)

    def _organisation(self, row: Table) -> None:
        name = row["name"]
        self.actors[name] = Actor(name, row["kind"], None, (), row.get("leader"))
        word = Word.COLLECTIVE if row["kind"] == "collective" else Word.NAME
        self._add([name, *row.get("aliases", ())], word, name)
        self._add(row.get("seats", ()), Word.CAPITAL, name)
        self._add(row.get("adjectives", ()), Word.LEANING, name)

    def _person(self, row: Table) -> None:
        posts = tuple(Post(post["actor"], post["office"], post.get("from"), post.get("until")) for post in row["posts"])
        strange = [post.actor for post in posts if post.actor not in self.actors]
        if strange:
            raise InputError(
                f"people.toml gives {row['name']} a post for {strange[0]}, which is no actor: correct the name."
            )
        person = Person(row["name"], tuple(row.get("aliases", ())), posts, row.get("surname", True))
        self.people[person.name] = person
        names = [person.name, *person.aliases, surname(person.name)]
        for name in dict.fromkeys(names):
            single = name == names[-1] or len(tokenise(name)) == 1
            self.lexicon.add(name, Word.SURNAME if single else Word.PERSON, person)

    def _offices(self) -> None:
        for row in self.offices:
            self._add(row["phrases"], Word.OFFICE, (row["actor"], row["title"], row.get("several", False)))
        for key, phrases in self.words["offices"].items():
            self._add(phrases, Word.ROLE, key)
        roles = self.words["roles"]
        lists = (
            (roles["people"], Word.SPEAKER), (roles["bodies"], Word.BODY), (roles["anonymous"], Word.ANONYMOUS),
            (self.words["portfolios"], Word.PORTFOLIO), (self.words["modifiers"], Word.MODIFIER),
            (self.words["other"], Word.OTHER), (self.words["outsiders"], Word.OUTSIDER),
            (self.words["outsider_modifiers"], Word.BETWEEN), (self.words["phrases"], Word.PHRASE),
        )  # fmt: skip
        for phrases, word in lists:
            self._add(phrases, word, None)


def surname(name: str) -> str:
    """Return the surname of a full name, with the particles before it: "von der Leyen", "De Wever"."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in PARTICLES:
        first -= 1
    return " ".join(words[first:])
