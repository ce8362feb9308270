"""The small interface behind which every stance classifier stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Label = Literal["support", "oppose", "neutral", "unrelated"]
"""What a classifier may say of a statement, an actor and a proposition."""

LABELS: tuple[Label, ...] = ("support", "oppose", "neutral", "unrelated")
"""The labels in the order of a classifier's outputs."""

Span = tuple[int, int]
"""Character offsets, end exclusive."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question: does `actor`, in `text`, support or oppose `proposition`?

    `actor_spans` are the places in `text` that name the actor, where they are known already;
    None leaves it to the classifier to look for the name. `first_person` says that "we" in the text is the actor.
    `context` is what stands before the text: it tells what "the idea" refers to, the position must be in the text.
    """

    text: str
    actor: str
    proposition: str
    actor_spans: tuple[Span, ...] | None = None
    first_person: bool = False
    context: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer: four calibrated probabilities that sum to 1, and whether the side is conditional.

    `condition` holds the words of the condition, None where there is none.
    """

    p_support: float
    p_oppose: float
    p_neutral: float
    p_unrelated: float
    conditional: bool
    condition: str | None

    @property
    def label(self) -> Label:
        """The most probable label."""
        values = (self.p_support, self.p_oppose, self.p_neutral, self.p_unrelated)
        return LABELS[max(range(4), key=values.__getitem__)]

    def stance_probabilities(self) -> tuple[float, float, float]:
        """P(support), P(oppose), P(neutral), given that there is a position at all; they sum to 1."""
        total = self.p_support + self.p_oppose + self.p_neutral
        if total <= 0:
            return (1 / 3, 1 / 3, 1 / 3)
        return (self.p_support / total, self.p_oppose / total, self.p_neutral / total)


class StanceClassifier(Protocol):
    """Anything that answers queries: the shipped model, a hub model, a fake in a test."""

    @property
    def name(self) -> str:
        """`name@version` of the weights."""
        ...

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        """Answer every query, in order; `progress` is told (done, all) after each batch."""
        ...
