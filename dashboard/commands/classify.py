"""`stancewatch classify`: texts with an actor and a proposition in, the stance of each out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.commands.lines import print_rows, read_rows
from dashboard.commands.options import ModelOption
from dashboard.commands.progress import progress
from models.errors import InputError

if TYPE_CHECKING:
    from models.stance import Judgement, Query

ROWS_AT_ONCE = 64
STANDARD_INPUT = Path("-")

Row = dict[str, Any]
Span = tuple[int, int]


def classify(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON Lines file; - is standard input.", show_default=False)
    ] = STANDARD_INPUT,
    model: ModelOption = "default",
) -> None:
    """Say which side an actor takes on a proposition, text by text.

    Reads JSON Lines with the fields text, actor, and proposition or topic (a key of the catalogue). Prints the same
    objects in the same order with stance, probabilities and model; other fields stay. Optional: context (what stands
    before the text) and first_person (true where "we" is the actor).
    """
    from models.stance import load_classifier

    if file == STANDARD_INPUT and sys.stdin.isatty():
        typer.echo("Reading JSON Lines from the keyboard; Ctrl-D ends.", err=True)
    asked = ask_rows(file)
    with progress("Classifying", "texts", prints_rows=True) as report:
        classifier = load_classifier(model)
        done = 0
        while batch := list(islice(asked, ROWS_AT_ONCE)):
            judgements = classifier.classify([query for _, query in batch])
            print_rows(
                judged_row(row, judgement, classifier.name)
                for (row, _), judgement in zip(batch, judgements, strict=True)
            )
            done += len(batch)
            report(done, None)


def ask_rows(file: Path) -> Iterator[tuple[Row, Query]]:
    """Yield each object of `file` with the question that it asks.

    Raises InputError, which names the line, where a field is missing or a topic is unknown.
    """
    name = "standard input" if file == STANDARD_INPUT else str(file)
    for number, row in read_rows(None if file == STANDARD_INPUT else file):
        yield row, ask_row(row, f"Line {number} of {name}")


def ask_row(row: Row, place: str) -> Query:
    """Return the question of one object; `place` begins the sentence of the error."""
    from models.stance import Query

    text = _text(row, "text", place)
    actor, spans = _whom(text, _text(row, "actor", place))
    return Query(
        text=text,
        actor=actor,
        proposition=_proposition(row, place),
        actor_spans=spans or None,
        first_person=row.get("first_person") is True,
        context=_text(row, "context", place) if row.get("context") else "",
    )


def judged_row(row: Row, judgement: Judgement, model: str) -> Row:
    """Return `row` with the answer of `model`."""
    takes_side = judgement.label in ("support", "oppose")
    return {
        **row,
        "stance": judgement.label,
        "conditional": judgement.conditional and takes_side,
        "condition": judgement.condition if takes_side else None,
        "p_support": round(judgement.p_support, 4),
        "p_oppose": round(judgement.p_oppose, 4),
        "p_neutral": round(judgement.p_neutral, 4),
        "p_unrelated": round(judgement.p_unrelated, 4),
        "model": model,
    }


def _whom(text: str, actor: str) -> tuple[str, tuple[Span, ...]]:
    """The actor to ask about, and the places that name it; without places the classifier looks for the name itself.

    The catalogue knows that "the Kremlin" is Russia. A person whom the text names stays that person: two of one
    country may disagree.
    """
    from models.actors import find_mentions, load_catalogue
    from models.stance.rendering import name_spans

    catalogue = load_catalogue()
    canonical = catalogue.lookup(actor)
    if canonical is None or (canonical != actor and name_spans(text, actor)):
        return actor, ()
    mentions = find_mentions(text, catalogue)
    return canonical, tuple((item.start, item.end) for item in mentions if item.actor == canonical)


def _proposition(row: Row, place: str) -> str:
    from models.topics import load_topics

    if row.get("proposition"):
        return _text(row, "proposition", place)
    if not row.get("topic"):
        raise InputError(f"{place} needs a field proposition or topic.")
    topics = load_topics()
    key = _text(row, "topic", place)
    if key not in topics:
        raise InputError(f"{place} names the unknown topic '{key}'; choose one of {', '.join(topics)}.")
    return topics[key].proposition


def _text(row: Row, field: str, place: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{place} needs a field {field} that holds a text.")
    return value
