"""The objects that travel through the pipeline: document, statement, position.

Every part of Stancewatch speaks in these three. They are immutable, know no database and no screen,
and turn into the JSON Lines contract with `Position.to_row`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Stance = Literal["support", "oppose", "neutral"]
"""The side that an actor takes on a proposition."""

Kind = Literal["direct", "indirect", "act"]
"""How a position is expressed: quoted words, reported speech, or an official act such as a vote."""

STANCES: tuple[Stance, ...] = ("support", "oppose", "neutral")

POSITION_FIELDS = (
    "document_id", "source", "url", "title", "published",
    "statement_id", "start", "end", "text", "kind",
    "speaker", "actor", "date",
    "topic", "stance", "conditional", "condition",
    "p_support", "p_oppose", "p_neutral", "model",
)  # fmt: skip
"""Names of the fields of a position as JSON Lines, in the order in which they are written."""


def content_id(*parts: str) -> str:
    """Return a 16-digit hexadecimal identity of `parts`: the same content always has the same identity."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Document:
    """A news article, press release or transcript.

    `speaker` and `actor` are set for texts in the first person: they say who "we" is.
    `extra` keeps the fields of an input row that Stancewatch does not use.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: dt.date | None = None
    speaker: str | None = None
    actor: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a document in which an actor takes, or is reported to take, a position.

    `start` and `end` are character offsets into the document's text; `text` is exactly that stretch.
    `date` is the day on which it was said, None where neither text nor document tells.
    """

    document_id: str
    start: int
    end: int
    text: str
    kind: Kind
    speaker: str | None
    actor: str
    date: dt.date | None

    @property
    def id(self) -> str:
        """Identity by content: one stretch of one document, as a statement of one actor."""
        return content_id(self.document_id, str(self.start), str(self.end), self.actor)


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stance on one topic in one statement: the unit that every figure counts.

    The three probabilities are calibrated and sum to 1. `model` is `name@version` of the weights.
    """

    document: Document
    statement: Statement
    topic: str
    stance: Stance
    conditional: bool
    condition: str | None
    p_support: float
    p_oppose: float
    p_neutral: float
    model: str

    @property
    def probability(self) -> float:
        """Probability of the stance that was chosen, from 1/3 to 1."""
        return max(self.p_support, self.p_oppose, self.p_neutral)

    @property
    def score(self) -> float:
        """P(support) - P(oppose), from -1 (opposes) to +1 (supports)."""
        return self.p_support - self.p_oppose

    def to_row(self) -> dict[str, Any]:
        """Return the position as the flat JSON object of the contract (see `POSITION_FIELDS`)."""
        document, statement = self.document, self.statement
        values = (
            document.id, document.source, document.url, document.title, _iso(document.published),
            statement.id, statement.start, statement.end, statement.text, statement.kind,
            statement.speaker, statement.actor, _iso(statement.date),
            self.topic, self.stance, self.conditional, self.condition,
            round(self.p_support, 4), round(self.p_oppose, 4), round(self.p_neutral, 4), self.model,
        )  # fmt: skip
        return dict(zip(POSITION_FIELDS, values, strict=True))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
