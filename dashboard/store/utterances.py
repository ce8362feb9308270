"""The utterance of every position: only what stands near the positions that were written is looked at again."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from dashboard.store.schema import DOCUMENTS, POSITIONS, STATEMENTS, UTTERANCES
from models.repeats import Said, group_utterances
from models.repeats.dated_index import DAYS_APART

MOST_NAMES = 500
"""Names in one question to the database."""
_DAY = func.coalesce(STATEMENTS.c.date, DOCUMENTS.c.published)
_SAID = (
    select(
        STATEMENTS.c.id, STATEMENTS.c.actor, POSITIONS.c.topic, POSITIONS.c.stance, _DAY.label("day"), STATEMENTS.c.text,
        STATEMENTS.c.document_id,
    )
    .join(STATEMENTS, STATEMENTS.c.id == POSITIONS.c.statement_id)
    .join(DOCUMENTS, DOCUMENTS.c.id == STATEMENTS.c.document_id)
)  # fmt: skip
_NAMED = _SAID.add_columns(UTTERANCES.c.utterance).join(
    UTTERANCES, (UTTERANCES.c.statement_id == STATEMENTS.c.id) & (UTTERANCES.c.topic == POSITIONS.c.topic)
)

Key = tuple[str, str]


def refresh_utterances(connection: Connection, document_ids: Collection[str]) -> None:
    """Find out the utterances of the documents' positions, and of those that they join, or joined before.

    Reports that resemble each other are never further apart than a few days, so an utterance that has no report near a
    changed one stays as it is.
    """
    left = _forget(connection, document_ids)
    fresh: dict[Said, str] = {}
    for query in _by_names(_SAID, STATEMENTS.c.document_id, document_ids):
        fresh |= {Said(*row[:6]): row.document_id for row in connection.execute(query)}
    affected = left | _near(connection, fresh)
    stayed: dict[Said, str] = {}
    for query in _by_names(_NAMED, UTTERANCES.c.utterance, affected):
        stayed |= {Said(*row[:6]): row.utterance for row in connection.execute(query)}
    named = group_utterances([*fresh, *stayed])
    _insert(connection, fresh, named)
    _rename(connection, stayed, named)


def _forget(connection: Connection, document_ids: Collection[str]) -> set[str]:
    """Delete what is known of the documents; return the utterances in which they had a part."""
    left: set[str] = set()
    for query in _by_names(select(UTTERANCES.c.utterance), UTTERANCES.c.document_id, document_ids):
        left |= set(connection.execute(query).scalars())
    for names in _chunks(document_ids):
        connection.execute(delete(UTTERANCES).where(UTTERANCES.c.document_id.in_(names)))
    return left


def _near(connection: Connection, said: Iterable[Said]) -> set[str]:
    """Return the utterances with a report of the same actor on the same topic within days of one of `said`."""
    days: dict[Key, set[dt.date | None]] = defaultdict(set)
    for item in said:
        days[item.actor, item.topic].add(item.day)
    found: set[str] = set()
    for (actor, topic), wanted in days.items():
        of_pair = select(UTTERANCES.c.utterance).where(UTTERANCES.c.actor == actor, UTTERANCES.c.topic == topic)
        if None in wanted:
            found |= set(connection.execute(of_pair.where(UTTERANCES.c.day.is_(None))).scalars())
        for first, last in stretches({day for day in wanted if day}):
            found |= set(connection.execute(of_pair.where(UTTERANCES.c.day.between(first, last))).scalars())
    return found


def stretches(days: Collection[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Return the stretches of time that lie within three days of one of `days`, first and last day, in order."""
    margin = dt.timedelta(days=DAYS_APART)
    found: list[tuple[dt.date, dt.date]] = []
    for day in sorted(days):
        first, last = day - margin, day + margin
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _insert(connection: Connection, fresh: dict[Said, str], named: dict[Key, str]) -> None:
    rows = [
        {
            "statement_id": item.statement_id, "topic": item.topic, "document_id": document_id, "actor": item.actor,
            "day": item.day, "utterance": named[item.statement_id, item.topic],
        }
        for item, document_id in fresh.items()
    ]  # fmt: skip
    if rows:
        connection.execute(UTTERANCES.insert(), rows)


def _rename(connection: Connection, stayed: dict[Said, str], named: dict[Key, str]) -> None:
    rows = [
        {"of_statement": item.statement_id, "on_topic": item.topic, "utterance": named[item.statement_id, item.topic]}
        for item, name in stayed.items()
        if named[item.statement_id, item.topic] != name
    ]
    if rows:
        wanted = UTTERANCES.c.statement_id == bindparam("of_statement"), UTTERANCES.c.topic == bindparam("on_topic")
        connection.execute(update(UTTERANCES).where(*wanted).values(utterance=bindparam("utterance")), rows)


def _by_names(query: Select[Any], column: Any, names: Collection[str]) -> Iterator[Select[Any]]:
    for some in _chunks(names):
        yield query.where(column.in_(some))


def _chunks(names: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(names)
    for start in range(0, len(ordered), MOST_NAMES):
        yield ordered[start : start + MOST_NAMES]
