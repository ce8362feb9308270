"""The store: every write is one transaction and may be repeated without harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dashboard.store.engine import default_place, open_engine
from dashboard.store.schema import DOCUMENTS, POSITIONS, READINGS, STATEMENTS
from models.errors import InputError
from models.schema import Document, Position

DOCUMENTS_AT_ONCE = 200
"""Documents a transaction in `add_many`: a run that is cut off loses at most these."""


@dataclass(frozen=True, slots=True)
class Added:
    """What a write changed: documents and positions that were not there before."""

    documents: int
    positions: int

    def __add__(self, other: Added) -> Added:
        """Sum two writes."""
        return Added(self.documents + other.documents, self.positions + other.positions)


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

    def add_document(self, document: Document, positions: Sequence[Position], model: str) -> Added:
        """Store one document with the positions that `model` found in it, in place of earlier readings."""
        return self.add_many([(document, positions)], model)

    def add_many(self, read: Iterable[tuple[Document, Sequence[Position]]], model: str) -> Added:
        """Store documents with their positions, some hundred a transaction.

        Raises InputError where an id is taken by another text; what was stored before stays.
        """
        added, remaining = Added(0, 0), iter(read)
        while batch := list(islice(remaining, DOCUMENTS_AT_ONCE)):
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                for document, positions in batch:
                    added += self._write(connection, document, positions, model)
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

    def document_of(self, statement_id: str) -> Document | None:
        """Return the document that holds a statement, None where there is no such statement."""
        query = select(STATEMENTS.c.document_id).where(STATEMENTS.c.id == statement_id)
        with self._engine.connect() as connection:
            document_id = connection.execute(query).scalar()
        return self.document(document_id) if document_id else None

    def rows(self, document_id: str | None = None) -> Iterator[Mapping[str, Any]]:
        """Yield every position with its statement and document, flat, in a fixed order; one document's where given."""
        query = (
            select(
                DOCUMENTS.c.id.label("document_id"), DOCUMENTS.c.source, DOCUMENTS.c.url, DOCUMENTS.c.title, DOCUMENTS.c.published,
                STATEMENTS.c.id.label("statement_id"), STATEMENTS.c.start, STATEMENTS.c.end, STATEMENTS.c.text, STATEMENTS.c.kind,
                STATEMENTS.c.speaker, STATEMENTS.c.actor, STATEMENTS.c.date,
                POSITIONS.c.topic, POSITIONS.c.stance, POSITIONS.c.conditional, POSITIONS.c.condition,
                POSITIONS.c.p_support, POSITIONS.c.p_oppose, POSITIONS.c.p_neutral, POSITIONS.c.model,
            )
            .join(STATEMENTS, STATEMENTS.c.id == POSITIONS.c.statement_id)
            .join(DOCUMENTS, DOCUMENTS.c.id == STATEMENTS.c.document_id)
            .order_by(DOCUMENTS.c.id, STATEMENTS.c.start, STATEMENTS.c.actor, POSITIONS.c.topic)
        )  # fmt: skip
        if document_id is not None:
            query = query.where(DOCUMENTS.c.id == document_id)
        with self._engine.connect() as connection:
            for row in connection.execute(query).mappings():
                yield dict(row)

    def document_count(self) -> int:
        """Return how many documents are stored."""
        with self._engine.connect() as connection:
            return int(connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one())

    def version(self) -> str:
        """Return a token that changes with what is stored, cheap to ask for: caches hang on it."""
        counts = [select(func.count()).select_from(table).scalar_subquery() for table in (READINGS, POSITIONS)]
        with self._engine.connect() as connection:
            documents, positions = connection.execute(select(*counts)).one()
            models = connection.execute(select(READINGS.c.model).distinct().order_by(READINGS.c.model)).scalars().all()
        return f"{documents}.{positions}.{'+'.join(models)}"

    def _write(self, connection: Connection, document: Document, positions: Sequence[Position], model: str) -> Added:
        known = connection.execute(select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == document.id)).first()
        if known is not None and known.text != document.text:
            raise InputError(
                f"The id '{document.id}' belongs to another text in the store; give the document another id."
            )
        before = self._statement_ids(connection, document.id)
        values = {name: getattr(document, name) for name in Document.__dataclass_fields__}
        self._insert(connection, DOCUMENTS, [{**values, "extra": dict(document.extra)}])
        had = self._position_keys(connection, before)
        connection.execute(delete(POSITIONS).where(POSITIONS.c.statement_id.in_(before)))
        connection.execute(delete(STATEMENTS).where(STATEMENTS.c.document_id == document.id))
        statements = {position.statement.id: position.statement for position in positions}
        self._insert(connection, STATEMENTS, [_statement_row(key, item) for key, item in statements.items()])
        rows = {(position.statement.id, position.topic): _position_row(position) for position in positions}
        self._insert(connection, POSITIONS, list(rows.values()))
        connection.execute(delete(READINGS).where(READINGS.c.document_id == document.id))
        self._insert(connection, READINGS, [{"document_id": document.id, "model": model}])
        return Added(int(known is None), len(rows.keys() - had))

    @staticmethod
    def _statement_ids(connection: Connection, document_id: str) -> list[str]:
        return list(
            connection.execute(select(STATEMENTS.c.id).where(STATEMENTS.c.document_id == document_id)).scalars()
        )

    @staticmethod
    def _position_keys(connection: Connection, statement_ids: Sequence[str]) -> set[tuple[str, str]]:
        query = select(POSITIONS.c.statement_id, POSITIONS.c.topic).where(POSITIONS.c.statement_id.in_(statement_ids))
        return {(row.statement_id, row.topic) for row in connection.execute(query)}

    def _insert(self, connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            dialect = postgresql if self._engine.dialect.name == "postgresql" else sqlite
            connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _statement_row(key: str, statement: Any) -> dict[str, Any]:
    names = ("document_id", "start", "end", "text", "kind", "speaker", "actor", "date")
    return {"id": key, **{name: getattr(statement, name) for name in names}}


def _position_row(position: Position) -> dict[str, Any]:
    names = ("topic", "stance", "conditional", "condition", "p_support", "p_oppose", "p_neutral", "model")
    return {"statement_id": position.statement.id, **{name: getattr(position, name) for name in names}}
