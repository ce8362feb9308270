"""The second stage's pairs: positions in diplomacy, with the hard negatives that the pipeline itself would ask about."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from models.actors import Catalogue, actor_spans, find_mentions
from models.evaluate.documents import gold_document, read_gold
from models.evaluate.gold_pairs import evidence_query
from models.pipeline import Asked, Pipeline
from models.stance.base import Query
from models.stance.rendering import name_spans
from models.topics import Topic
from models.training.auxiliary import read_rows
from models.training.examples import Example, Split

TRAIN_UNTIL = "2025-09-30"
VALIDATE_UNTIL = "2025-11-30"
"""Briefs after this day are the test split; the pipeline is measured on them and nothing else sees them."""
OTHER = "other:"
CONTRAST = "pairs"
"""Origin of the minimal sets."""
OVERLAP = 0.5
"""Least share of the shorter of gold evidence and sentence that they must have in common."""
NEGATIVES = 2
"""Pairs without a position for each text of a set without evidence spans, at most."""


def split_of_date(day: str) -> Split:
    """Return the split to which a brief of `day` (YYYY-MM-DD) belongs."""
    return "train" if day <= TRAIN_UNTIL else "validation" if day <= VALIDATE_UNTIL else "test"


def split_of_proposition(key: str) -> Split:
    """Return the split of a world proposition: of ten, six train, one or two validate, the others test."""
    digit = hashlib.sha256(key.encode()).digest()[0] % 10
    return "train" if digit < 6 else "validation" if digit == 6 else "test"


def brief_examples(path: Path, pipeline: Pipeline, split: Split) -> Iterator[Example]:
    """Yield the pairs of the reference briefs of `split`, which depends on their date."""
    rows = [row for row in read_gold(path) if split_of_date(row["date"]) == split]
    return document_examples(rows, pipeline, origin="briefs")


def document_examples(rows: Iterable[dict[str, Any]], pipeline: Pipeline, origin: str) -> Iterator[Example]:
    """Yield every pair that the pipeline asks about fully annotated documents, labelled by the gold positions.

    A pair whose position the gold gives by another sentence is left out: the sentence may well express it too.
    Positions that the pipeline asks nothing about (oblique words, an actor it does not see) are added at the end.
    """
    for row in rows:
        missed = list(row["statements"])
        for asked in pipeline.ask(gold_document(row)):
            same = [item for item in row["statements"] if _is_about(item, asked)]
            shown = [item for item in same if _shows(item, asked, row["text"])]
            if shown:
                missed = [item for item in missed if item not in shown]
                yield Example(asked.query(), shown[0]["stance"], shown[0].get("conditional"), origin=origin)
            elif not same:
                yield Example(asked.query(), "unrelated", origin=origin)
        for item in missed:
            query = evidence_query(item, row, pipeline.catalogue, pipeline.topics)
            yield Example(query, item["stance"], item.get("conditional"), origin=origin)


def _is_about(item: dict[str, Any], asked: Asked) -> bool:
    return bool(item["actor"] == asked.candidate.actor and item["topic"] == asked.topic.key)


def _shows(item: dict[str, Any], asked: Asked, text: str) -> bool:
    """Whether the gold evidence of `item` is the sentence asked about."""
    candidate, evidence = asked.candidate, item["evidence"]
    start = text.find(evidence)
    shared = min(candidate.end, start + len(evidence)) - max(candidate.start, start)
    return shared >= OVERLAP * min(len(evidence), candidate.end - candidate.start)


def world_examples(path: Path, split: Split, seed: int) -> list[Example]:
    """Return the world statements whose proposition is in `split`, each with one foreign proposition as a negative."""
    rng = random.Random(seed)
    rows = [row for row in read_rows(path) if split_of_proposition(row["topic"]) == split]
    propositions = sorted({row["proposition"] for row in rows})
    examples = []
    for row in rows:
        query = Query(row["text"], row["actor"], row["proposition"])
        examples.append(Example(query, row["stance"], row.get("conditional"), origin="world"))
        other = rng.choice(propositions)
        if other != row["proposition"] and rng.random() < 0.5:
            examples.append(Example(Query(row["text"], row["actor"], other), "unrelated", origin="world"))
    return examples


def contrast_examples(rows: Iterable[dict[str, Any]], catalogue: Catalogue) -> Iterator[Example]:
    """Yield the rows of minimal sets as pairs; the actors that the catalogue knows are marked by all their names."""
    for row in rows:
        spans = actor_spans(row["text"], row["actor"], catalogue)
        query = Query(row["text"], row["actor"], row["proposition"], spans or None)
        yield Example(query, row["stance"], row.get("conditional"), origin=CONTRAST)


def annotated_examples(
    rows: Iterable[dict[str, Any]], catalogue: Catalogue, topics: dict[str, Topic], pipeline: Pipeline, seed: int
) -> list[Example]:
    """Return the pairs of short annotated texts (headlines, speech sentences), and negatives of each.

    A row holds text, date, speaker and positions; a speaker who is an ISO code makes the text a first-person one.
    """
    rng = random.Random(seed)
    rows = list(rows)
    others = [item["topic"] for row in rows for item in row["positions"] if item["topic"].startswith(OTHER)]
    examples: list[Example] = []
    for row in rows:
        examples += _of_text(row, catalogue, topics, pipeline, rng.choice(others), rng)
    return examples


def _of_text(
    row: dict[str, Any],
    catalogue: Catalogue,
    topics: dict[str, Topic],
    pipeline: Pipeline,
    foreign: str,
    rng: random.Random,
) -> Iterator[Example]:
    text, held = row["text"], row["positions"]
    speaker_actor = speaker_of(row, catalogue)
    mentions = find_mentions(text, catalogue, day_of(row))
    actors = list(dict.fromkeys([*([speaker_actor] if speaker_actor else []), *(item.actor for item in mentions)]))
    asked = {(item["actor"], item["topic"]) for item in held}

    def query(actor: str, topic: str) -> Query:
        spans = tuple((item.start, item.end) for item in mentions if item.actor == actor)
        return Query(
            text=text,
            actor=actor,
            proposition=_proposition(topic, topics),
            actor_spans=spans or name_spans(text, actor),
            first_person=actor == speaker_actor,
        )

    for item in held:
        if item["topic"] in topics or item["topic"].startswith(OTHER):
            yield Example(
                query(item["actor"], item["topic"]), item["stance"], item.get("conditional"), origin="annotated"
            )
    likely = pipeline.topics_of(text)
    pairs = [(actor, topic) for actor in actors for topic in likely if (actor, topic) not in asked]
    for actor, topic in rng.sample(pairs, min(NEGATIVES, len(pairs))):
        yield Example(query(actor, topic), "unrelated", origin="annotated")
    own = [item["topic"] for item in held if item["topic"].startswith(OTHER)]
    silent = [actor for actor in actors if (actor, own[0]) not in asked] if own else []
    if silent:
        yield Example(query(rng.choice(silent), own[0]), "unrelated", origin="annotated")
    if actors and foreign not in own and rng.random() < 0.3:
        yield Example(query(rng.choice(actors), foreign), "unrelated", origin="annotated")


def _proposition(topic: str, topics: dict[str, Topic]) -> str:
    return topics[topic].proposition if topic in topics else topic.removeprefix(OTHER).strip()


def speaker_of(row: dict[str, Any], catalogue: Catalogue) -> str | None:
    """Return the actor who is "we" in a row: the country of a UN speaker, the United States for the White House."""
    if row.get("source") == "White House transcript":
        return "United States"
    speaker = row.get("speaker")
    if row.get("source") == "UN General Debate" and speaker:
        return catalogue.by_code(speaker)
    return None


def day_of(row: dict[str, Any]) -> dt.date | None:
    """Return the row's day as a date; the first of the month where only that is known, None without a date."""
    parts = [int(part) for part in str(row.get("date") or "").split("-") if part.isdigit()]
    year, month, day = [*parts, 1, 1, 1][:3]
    return dt.date(year, month, day) if parts else None
