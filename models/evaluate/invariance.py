"""The swap test: names are not evidence, so a label must not change with the name of the actor's country."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from models.errors import InputError
from models.stance.base import Label, Query, StanceClassifier


class Renamer(Protocol):
    """What the test asks of a name swapper (`models.training.swaps.NameSwapper` is one)."""

    def rename(self, query: Query, rng: random.Random, only: str | None = None) -> Query:
        """Return `query` with the country `only` called by another country's names; as it was where it is none."""
        ...


@dataclass(frozen=True, slots=True)
class Flip:
    """A query whose label changed with the name: what was asked and answered before and after."""

    text: str
    actor: str
    proposition: str
    label: Label
    swapped_text: str
    swapped_actor: str
    swapped_label: Label


@dataclass(frozen=True, slots=True)
class InvarianceReport:
    """How many labels changed when the actor's country was called otherwise."""

    model: str
    swaps: int
    seed: int
    flipped: tuple[Flip, ...]

    @property
    def flip_rate(self) -> float:
        """Share of the swaps that changed the label, 0 to 1."""
        return len(self.flipped) / self.swaps if self.swaps else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        return {
            "model": self.model,
            "swaps": self.swaps,
            "seed": self.seed,
            "flips": len(self.flipped),
            "flip_rate": self.flip_rate,
            "flipped": [asdict(flip) for flip in self.flipped],
        }

    def table(self) -> str:
        """Return the figures and the flipped cases as lines for a terminal."""
        head = f"{len(self.flipped)} of {self.swaps} labels flip ({self.flip_rate:.1%}), model {self.model}"
        return "\n".join(
            [head, *(f"{flip.actor} {flip.label} > {flip.swapped_actor} {flip.swapped_label}" for flip in self.flipped)]
        )


def swap_test(
    queries: Sequence[Query],
    swapper: Renamer,
    classifier: StanceClassifier,
    swaps: int = 1000,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> InvarianceReport:
    """Ask up to `swaps` of the queries again with their actor's country renamed, and report the labels that change.

    Queries whose actor is no country, or that do not name it, are left out: nothing in them would change. Where there
    are fewer than `swaps`, each is renamed several times, differently. Raises InputError where none can be renamed.
    """
    pairs = renamed_pairs(queries, swapper, swaps, random.Random(seed))
    if not pairs:
        raise InputError("No query names a country as its actor, so nothing can be swapped; give other queries.")
    before = list(dict.fromkeys(query for query, _ in pairs))
    asked = [*before, *(renamed for _, renamed in pairs)]
    labels = [judgement.label for judgement in classifier.classify(asked, progress)]
    original = dict(zip(before, labels[: len(before)], strict=True))
    flipped = [
        Flip(query.text, query.actor, query.proposition, original[query], renamed.text, renamed.actor, label)
        for (query, renamed), label in zip(pairs, labels[len(before) :], strict=True)
        if label != original[query]
    ]
    return InvarianceReport(classifier.name, len(pairs), seed, tuple(flipped))


def renamed_pairs(
    queries: Sequence[Query], swapper: Renamer, swaps: int, rng: random.Random
) -> list[tuple[Query, Query]]:
    """Return up to `swaps` pairs of a query and the same under another name, all different."""
    pairs: dict[tuple[Query, Query], None] = {}
    left = list(dict.fromkeys(queries))
    rng.shuffle(left)
    while left and len(pairs) < swaps:
        kept = []
        for query in left:
            if len(pairs) == swaps:
                break
            renamed = swapper.rename(query, rng, only=query.actor)
            # a query that cannot be renamed, or whose new name was had before, is not tried again
            if renamed.actor != query.actor and renamed.text != query.text and (query, renamed) not in pairs:
                pairs[query, renamed] = None
                kept.append(query)
        left = kept
    return list(pairs)
