"""Gold positions as questions: the classifier alone, given the sentence, the actor and the topic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.actors import Catalogue, actor_spans
from models.schema import Stance
from models.stance.base import Query
from models.statements.sentences import split_sentences
from models.topics import Topic


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A gold position as a question with its right answer, and what it is counted by.

    `conditional` is None where the annotation does not say; `year` is that of the document, "" where unknown.
    """

    query: Query
    stance: Stance
    conditional: bool | None
    topic: str
    source: str
    year: str


def gold_pairs(rows: Iterable[dict[str, Any]], catalogue: Catalogue, topics: Mapping[str, Topic]) -> list[GoldPair]:
    """Return the gold positions of `rows` on topics of the catalogue, in the order of the file."""
    return [
        GoldPair(
            query=evidence_query(item, row, catalogue, topics),
            stance=item["stance"],
            conditional=item.get("conditional"),
            topic=item["topic"],
            source=str(row.get("source") or ""),
            year=str(row.get("date") or "")[:4],
        )
        for row in rows
        for item in row["statements"]
        if item["topic"] in topics and item.get("evidence")
    ]


def evidence_query(
    item: Mapping[str, Any], row: Mapping[str, Any], catalogue: Catalogue, topics: Mapping[str, Topic]
) -> Query:
    """Return the question about the sentence that holds the gold evidence of `item`, with what stands before it."""
    text, start = row["text"], row["text"].find(item["evidence"])
    sentences = split_sentences(text)
    place = next((place for place, span in enumerate(sentences) if span[0] <= start < span[1]), 0)
    sentence = text[slice(*sentences[place])]
    before = text[slice(*sentences[place - 1])] if place else row.get("title") or ""
    day = dt.date.fromisoformat(row["date"][:10]) if row.get("date") else None
    return Query(
        text=sentence,
        actor=item["actor"],
        proposition=topics[item["topic"]].proposition,
        actor_spans=actor_spans(sentence, item["actor"], catalogue, day),
        context=before,
    )
