"""The store: every write is one transaction and may be repeated without harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import func, select

from dashboard.store.engine import default_place, open_engine
from dashboard.store.schema import CHANGES, DOCUMENTS, POSITIONS, READINGS, STATEMENTS, STORIES, UTTERANCES
from dashboard.store.writing import Added, write_batch
from models.schema import Document, Position, Statement

DOCUMENTS_AT_ONCE = 200
"""Documents a transaction in `add_many`: a run that is cut off loses at most these."""


class Store:
    """Documents, statements and positions in a database; several processes may use one at a time."""

    def __init__(self, place: str | Path) -> None:
        """Open the store at a file path or an SQLAlchemy URL, making it where there is none."""
        self.place = str(place)
        self._engine = open_engine(self.place)

    @classmethod
    def open(cls, place: str | None = None) -> Store:
        """Open `place`, else what STANCEWATCH_STORE names, else the user's own store."""
        return cls(place or default_place())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def add_document(self, document: Document, positions: Sequence[Position], model: str) -> int:
        """Store one document with what `model` found in it, in place of earlier readings; return how many are new."""
        return self.add_many([(document, positions)], model).positions

    def add_many(self, read: Iterable[tuple[Document, Sequence[Position]]], model: str) -> Added:
        """Store documents with their positions, some hundred a transaction.

        Raises InputError where an id is taken by another text; what was stored before stays.
        """
        # heavy, so not for those who only read, and not while a transaction is open, for which others wait
        from dashboard.store.repeats import refresh

        added, remaining = Added(0, 0), iter(read)
        while batch := list(islice(remaining, DOCUMENTS_AT_ONCE)):
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                added += write_batch(connection, batch, model, refresh)
        return added

    def has_reading(self, document_id: str, model: str) -> bool:
        """Whether `model` was the last to read the document of that id."""
        query = select(READINGS.c.model).where(READINGS.c.document_id == document_id)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() == model

    def is_empty(self) -> bool:
        """Whether no document was ever read into this store."""
        with self._engine.connect() as connection:
            return connection.execute(select(READINGS.c.document_id).limit(1)).first() is None

    def document(self, document_id: str) -> Document | None:
        """Return a stored document, None where there is none of that id."""
        with self._engine.connect() as connection:
            row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document_id)).mappings().first()
        return Document(**row) if row else None

    def positions(self, document_id: str) -> list[Position]:
        """Return the positions of a stored document, in the order of the text; none where it has none or is not there."""
        document = self.document(document_id)
        return [_position(document, row) for row in self.rows(document_id)] if document else []

    def known_documents(self, ids: Sequence[str]) -> set[str]:
        """Return those of some hundred `ids` that belong to stored documents."""
        with self._engine.connect() as connection:
            return set(connection.execute(select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(ids))).scalars())

    def document_of(self, statement_id: str) -> Document | None:
        """Return the document that holds a statement, None where there is no such statement."""
        query = select(STATEMENTS.c.document_id).where(STATEMENTS.c.id == statement_id)
        with self._engine.connect() as connection:
            document_id = connection.execute(query).scalar()
        return self.document(document_id) if document_id else None

    def rows(self, document_id: str | None = None, utterances: Sequence[str] = ()) -> Iterator[Mapping[str, Any]]:
        """Yield every position with its statement and document, flat, in a fixed order, with `utterance` and `story`.

        Only one document's where it is given, and only those of `utterances` where there are any.
        """
        query = _EVERYTHING
        if document_id is not None:
            query = query.where(DOCUMENTS.c.id == document_id)
        if utterances:
            query = query.where(UTTERANCES.c.utterance.in_(utterances))
        with self._engine.connect() as connection:
            for row in connection.execute(query).mappings():
                yield dict(row)

    def documents_of(self, story: str) -> list[Document]:
        """Return the documents of a story, the one that told it first first; none where there is no such story."""
        query = (
            select(DOCUMENTS)
            .join(STORIES, STORIES.c.document_id == DOCUMENTS.c.id)
            .where(STORIES.c.story == story)
            .order_by(STORIES.c.day, DOCUMENTS.c.id)
        )
        with self._engine.connect() as connection:
            return [Document(**row) for row in connection.execute(query).mappings()]

    def document_count(self) -> int:
        """Return how many documents are stored."""
        with self._engine.connect() as connection:
            return int(connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one())

    def version(self) -> str:
        """Return a token that changes whenever what is stored does, cheap to ask for: caches hang on it."""
        with self._engine.connect() as connection:
            return str(connection.execute(select(CHANGES.c.number)).scalar_one())


_EVERYTHING = (
    select(
        DOCUMENTS.c.id.label("document_id"), DOCUMENTS.c.source, DOCUMENTS.c.url, DOCUMENTS.c.title, DOCUMENTS.c.published,
        STATEMENTS.c.id.label("statement_id"), STATEMENTS.c.start, STATEMENTS.c.end, STATEMENTS.c.text, STATEMENTS.c.kind,
        STATEMENTS.c.speaker, STATEMENTS.c.actor, STATEMENTS.c.date,
        POSITIONS.c.topic, POSITIONS.c.stance, POSITIONS.c.conditional, POSITIONS.c.condition,
        POSITIONS.c.p_support, POSITIONS.c.p_oppose, POSITIONS.c.p_neutral, POSITIONS.c.model,
        UTTERANCES.c.utterance, STORIES.c.story,
    )
    .join(STATEMENTS, STATEMENTS.c.id == POSITIONS.c.statement_id)
    .join(DOCUMENTS, DOCUMENTS.c.id == STATEMENTS.c.document_id)
    .join(UTTERANCES, (UTTERANCES.c.statement_id == STATEMENTS.c.id) & (UTTERANCES.c.topic == POSITIONS.c.topic))
    .join(STORIES, STORIES.c.document_id == DOCUMENTS.c.id)
    .order_by(DOCUMENTS.c.id, STATEMENTS.c.start, STATEMENTS.c.actor, POSITIONS.c.topic)
)  # fmt: skip


def _position(document: Document, row: Mapping[str, Any]) -> Position:
    statement = Statement(
        document.id, row["start"], row["end"], row["text"], row["kind"], row["speaker"], row["actor"], row["date"]
    )
    names = ("topic", "stance", "conditional", "condition", "p_support", "p_oppose", "p_neutral", "model")
    return Position(document=document, statement=statement, **{name: row[name] for name in names})
