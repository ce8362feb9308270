"""Writing documents with their positions so that repeating a write, or another order of writes, changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dashboard.store.schema import CHANGES, DOCUMENTS, POSITIONS, READINGS, STATEMENTS
from models.errors import InputError
from models.schema import Document, Position

DESCRIPTION = ("title", "source", "url", "published", "speaker", "actor")
STATEMENT_FIELDS = ("id", "document_id", "start", "end", "text", "kind", "speaker", "actor", "date")
POSITION_FIELDS = ("topic", "stance", "conditional", "condition", "p_support", "p_oppose", "p_neutral", "model")

Rows = dict[Any, dict[str, Any]]
Refresh = Callable[[Connection, Collection[str]], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What a write added: documents and positions that were not there before."""

    documents: int
    positions: int

    def __add__(self, other: Added) -> Added:
        """Sum two writes."""
        return Added(self.documents + other.documents, self.positions + other.positions)


def write_batch(
    connection: Connection, batch: Iterable[tuple[Document, Sequence[Position]]], model: str, refresh: Refresh
) -> Added:
    """Write documents with what `model` found in them, within the transaction of `connection`.

    `refresh` is told which documents changed, and brings up to date what is derived of them.
    Raises InputError where an id is taken by another text.
    """
    # Writers queue here; SQLite lets only one in anyway.
    connection.execute(select(CHANGES.c.number).with_for_update())
    added = Added(0, 0)
    changed: set[str] = set()
    for document, positions in batch:
        is_new, is_other = _write_document(connection, document)
        new_positions, is_reread = _write_reading(connection, document.id, positions, model)
        added += Added(int(is_new), new_positions)
        if is_new or is_other or is_reread:
            changed.add(document.id)
    if changed:
        refresh(connection, changed)
        connection.execute(update(CHANGES).values(number=CHANGES.c.number + 1))
    return added


def _write_document(connection: Connection, document: Document) -> tuple[bool, bool]:
    """Insert the document, or fill the gaps in what is known of it; return whether it is new, and whether it changed."""
    query = select(DOCUMENTS).where(DOCUMENTS.c.id == document.id)
    known = connection.execute(query).mappings().first()
    if known is None:
        values = {name: getattr(document, name) for name in Document.__dataclass_fields__}
        _insert(connection, DOCUMENTS, [{**values, "extra": dict(document.extra)}])
        return True, True
    if known["text"] != document.text:
        raise InputError(f"The id '{document.id}' belongs to another text in the store; give the document another id.")
    merged = _merged(known, document)
    if all(merged[name] == known[name] for name in merged):
        return False, False
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == document.id).values(**merged))
    return False, True


def _merged(known: RowMapping, document: Document) -> dict[str, Any]:
    """Return what both say of a document; where they differ, the lesser value, whichever of them came first."""
    merged = {name: _lesser(known[name], getattr(document, name)) for name in DESCRIPTION}
    extra = {**known["extra"], **document.extra}
    for name in known["extra"].keys() & document.extra.keys():
        extra[name] = min(
            known["extra"][name], document.extra[name], key=lambda value: json.dumps(value, sort_keys=True)
        )
    return {**merged, "extra": extra}


def _lesser(one: Any, other: Any) -> Any:
    return min((value for value in (one, other) if value is not None), default=None)


def _write_reading(
    connection: Connection, document_id: str, positions: Sequence[Position], model: str
) -> tuple[int, bool]:
    """Put the positions in place of those of the last reading; return how many are new, and whether any changed."""
    # Of two verdicts on one statement and topic the surer one stays, whichever came first.
    ranked = sorted(positions, key=lambda item: (item.probability, item.stance))
    statements: Rows = {
        item.statement.id: {name: getattr(item.statement, name) for name in STATEMENT_FIELDS} for item in ranked
    }
    rows: Rows = {
        (item.statement.id, item.topic): {
            "statement_id": item.statement.id, **{name: getattr(item, name) for name in POSITION_FIELDS}
        }
        for item in ranked
    }  # fmt: skip
    had_statements, had_rows = _stored(connection, document_id)
    last = connection.execute(select(READINGS.c.model).where(READINGS.c.document_id == document_id)).scalar()
    if last == model and had_statements == statements and had_rows == rows:
        return 0, False
    connection.execute(delete(POSITIONS).where(POSITIONS.c.statement_id.in_(list(had_statements))))
    connection.execute(delete(STATEMENTS).where(STATEMENTS.c.document_id == document_id))
    connection.execute(delete(READINGS).where(READINGS.c.document_id == document_id))
    _insert(connection, STATEMENTS, list(statements.values()))
    _insert(connection, POSITIONS, list(rows.values()))
    _insert(connection, READINGS, [{"document_id": document_id, "model": model}])
    return len(rows.keys() - had_rows.keys()), True


def _stored(connection: Connection, document_id: str) -> tuple[Rows, Rows]:
    """Return the document's statements by id and its positions by statement and topic."""
    of_document = select(STATEMENTS).where(STATEMENTS.c.document_id == document_id)
    statements = {row["id"]: dict(row) for row in connection.execute(of_document).mappings()}
    of_statements = select(POSITIONS).where(POSITIONS.c.statement_id.in_(list(statements)))
    found = (dict(row) for row in connection.execute(of_statements).mappings())
    return statements, {(row["statement_id"], row["topic"]): row for row in found}


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert what is not there yet."""
    if rows:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)
