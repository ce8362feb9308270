"""The tables, and the record of the migrations that made them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 2
"""Of the tables below. A store of a later version is refused; a change of the tables raises it and migrates older ones."""

METADATA = MetaData()

MIGRATIONS = Table("migrations", METADATA, Column("version", Integer, primary_key=True))

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("source", Text),
    Column("url", Text),
    Column("published", Date),
    Column("speaker", Text),
    Column("actor", Text),
    Column("extra", JSON, nullable=False),
)

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("speaker", Text),
    Column("actor", String(200), nullable=False),
    Column("date", Date),
)

POSITIONS = Table(
    "positions",
    METADATA,
    Column("statement_id", ForeignKey("statements.id"), primary_key=True),
    Column("topic", String(100), primary_key=True),
    Column("stance", String(10), nullable=False),
    Column("conditional", Boolean, nullable=False),
    Column("condition", Text),
    Column("p_support", Float, nullable=False),
    Column("p_oppose", Float, nullable=False),
    Column("p_neutral", Float, nullable=False),
    Column("model", String(100), nullable=False),
    Index("positions_by_topic", "topic"),
)

UTTERANCES = Table(
    "utterances",
    METADATA,
    Column("statement_id", String(16), primary_key=True),
    Column("topic", String(100), primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("actor", String(200), nullable=False),
    Column("day", Date),
    Column("utterance", String(16), nullable=False, index=True),
    Index("utterances_by_day", "actor", "topic", "day"),
)
"""To which utterance each position belongs. Derived from the positions, and kept with them in the same transaction."""

STORIES = Table(
    "stories",
    METADATA,
    Column("document_id", ForeignKey("documents.id"), primary_key=True),
    Column("day", Date, index=True),
    Column("story", String(200), nullable=False, index=True),
)
"""To which story each document belongs: the id of the document that told it first. Derived, as utterances are."""

READINGS = Table(
    "readings",
    METADATA,
    Column("document_id", ForeignKey("documents.id"), primary_key=True),
    Column("model", String(100), nullable=False),
)
"""Which model read a document last: a document without positions was read as well."""

CHANGES = Table("changes", METADATA, Column("id", Integer, primary_key=True), Column("number", Integer, nullable=False))
"""One row: how many writes changed something. Caches hang on it, and writers queue for it."""
