"""Other names for the same statement: names are not evidence, so the label must not hang on them."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.actors import Catalogue, Mention, find_mentions
from models.seeds import SEEDS
from models.stance.base import Query
from models.stance.edits import Edit, apply_edits, move_span
from models.stance.masking import actor_masker
from models.training.examples import Example

CONTEXT_LOSS = 0.25
"""Share of the pairs that lose their context: a statement is often asked about alone."""
SURNAMES = (
    "Averin", "Bellweather", "Castagno", "Dvorak-Lind", "Esterhuyse", "Falkenrath", "Galvez", "Hakobyan", "Ilves", "Jansons", "Karume", "Lindqvist",
    "Morandi", "Nakashima", "Oyelaran", "Petrescu", "Quiroga", "Rasmusson", "Sandoval", "Tervonen", "Ulmanis", "Vasquez", "Whitmore", "Yildiz",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CountryName:
    """What a text calls a country: its name, one adjective, its capital."""

    name: str
    demonym: str
    capital: str


class NameSwapper:
    """Gives the countries and people of an example other names, the same ones throughout."""

    def __init__(
        self, catalogue: Catalogue, share: float, masked: float = 0.0, folder: Path = SEEDS / "actors"
    ) -> None:
        """Read the names of all countries; `share` of the examples are renamed, and of all, `masked` hide the actor."""
        tables = tomllib.loads((folder / "countries.toml").read_text(encoding="utf-8"))["country"]
        named = [(catalogue.by_code(table["code"]), table) for table in tables]
        self._names = {
            name: CountryName(name, table["demonyms"][0], table["capital"][0])
            for name, table in named
            if name and table.get("demonyms") and table.get("capital")
        }
        self._catalogue = catalogue
        self._mask = actor_masker(catalogue)
        self._share = share
        self._masked = masked

    def vary(self, example: Example, rng: random.Random) -> Example:
        """Return `example` with other names or its own, its actor masked or not, with or without its context."""
        query = example.query
        if query.context and rng.random() < CONTEXT_LOSS:
            query = replace(query, context="")
        if rng.random() < self._share:
            query = self.rename(query, rng)
        if rng.random() < self._masked:
            query = self._mask(query)
        return replace(example, query=query)

    def rename(self, query: Query, rng: random.Random, only: str | None = None) -> Query:
        """Return `query` with every country (or `only` one) called by another country's names, in text and question alike."""
        mentions = {
            part: find_mentions(part, self._catalogue, None) for part in (query.text, query.context, query.proposition)
        }
        actors = sorted(
            {query.actor, *(item.actor for found in mentions.values() for item in found)} & self._names.keys()
        )
        actors = [actor for actor in actors if only in (None, actor)]
        others = rng.sample(sorted(self._names.keys() - set(actors)), len(actors))
        names = {actor: self._names[other] for actor, other in zip(actors, others, strict=True)}
        edits = {part: self._edits(found, names, rng) for part, found in mentions.items()}
        spans = query.actor_spans
        return replace(
            query,
            text=apply_edits(query.text, edits[query.text]),
            context=apply_edits(query.context, edits[query.context]),
            proposition=apply_edits(query.proposition, edits[query.proposition]),
            actor=names[query.actor].name if query.actor in names else query.actor,
            actor_spans=None if spans is None else tuple(move_span(span, edits[query.text]) for span in spans),
        )

    def _edits(self, mentions: Sequence[Mention], names: dict[str, CountryName], rng: random.Random) -> list[Edit]:
        edits: list[Edit] = []
        for mention in mentions:
            if mention.actor in names:
                edits += self._edits_of(mention, names[mention.actor], rng)
        return edits

    def _edits_of(self, mention: Mention, new: CountryName, rng: random.Random) -> list[Edit]:
        whole = {"name": new.name, "adjective": new.demonym, "seat": new.capital, "person": rng.choice(SURNAMES)}
        if mention.kind in whole:
            return [Edit(mention.start, mention.end, whole[mention.kind])]
        old = self._names[mention.actor]
        for word, other in ((old.demonym, new.demonym), (old.name, new.name)):
            place = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", mention.text)
            if place:
                return [Edit(mention.start + place.start(), mention.start + place.end(), other)]
        return []
