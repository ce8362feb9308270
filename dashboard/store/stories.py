"""The story of every document: days are told again from the first one that changed until nothing more changes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dashboard.store.schema import DOCUMENTS, STORIES, UTTERANCES
from models.repeats import Report, StoryIndex
from models.repeats.dated_index import DAYS_APART

_MARGIN = dt.timedelta(days=DAYS_APART)
_ONE_DAY = dt.timedelta(days=1)


def refresh_stories(connection: Connection, document_ids: Collection[str]) -> None:
    """Find out the stories of the documents, and of those later ones for which that makes a difference.

    A document's story rests on the first reports of the three days before it alone. So each day is told again whose own
    documents changed, or within three days of one on which a first report came or went.
    """
    changed = _set_days(connection, sorted(document_ids))
    while changed:
        day = min(changed)
        index = _firsts_before(connection, day)
        unsettled = day
        while day <= unsettled + _MARGIN:
            if day in changed:
                changed.remove(day)
                unsettled = day
            if _tell(connection, day, index):
                unsettled = day
            following = connection.execute(select(func.min(STORIES.c.day)).where(STORIES.c.day > day)).scalar()
            if following is None:
                return  # the last day: all later ones were told on the way here
            day = following


def _set_days(connection: Connection, document_ids: Sequence[str]) -> set[dt.date]:
    """Note the day of each document, each a story of its own for now; return the days on which something changed."""
    published = select(DOCUMENTS.c.published).where(DOCUMENTS.c.id == bindparam("of"))
    before = select(STORIES.c.day).where(STORIES.c.document_id == bindparam("of"))
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(STORIES)
    upsert = insert.on_conflict_do_update(
        index_elements=["document_id"], set_={"day": insert.excluded.day, "story": insert.excluded.story}
    )
    days: set[dt.date | None] = set()
    for name in document_ids:
        day = connection.execute(published, {"of": name}).scalar()
        days |= {day, connection.execute(before, {"of": name}).scalar()}
        connection.execute(upsert, {"document_id": name, "day": day, "story": name})
    return {day for day in days if day is not None}


def _firsts_before(connection: Connection, day: dt.date) -> StoryIndex:
    """Return the stories that documents of `day` may belong to: the first reports of the days before, in order."""
    index = StoryIndex()
    first = day - _MARGIN
    while first < day:
        for report, story in _reports(connection, first):
            if story == report.document_id:
                index.place(report, is_first=True)
        first += _ONE_DAY
    return index


def _tell(connection: Connection, day: dt.date, index: StoryIndex) -> bool:
    """Give each document of `day` its story; return whether another set of them is a first report now."""
    reports = _reports(connection, day)
    told = {report.document_id: index.place(report) for report, _ in reports}
    before = {report.document_id: story for report, story in reports}
    rows = [{"of": name, "story": story} for name, story in told.items() if story != before[name]]
    if rows:
        statement = update(STORIES).where(STORIES.c.document_id == bindparam("of")).values(story=bindparam("story"))
        connection.execute(statement, rows)
    return any((before[name] == name) != (story == name) for name, story in told.items())


def _reports(connection: Connection, day: dt.date) -> list[tuple[Report, str]]:
    """Return the documents of a day with their stories, in the order of their ids."""
    of_day = STORIES.c.day == day
    views = (
        select(UTTERANCES.c.document_id, UTTERANCES.c.actor, UTTERANCES.c.topic)
        .join(STORIES, STORIES.c.document_id == UTTERANCES.c.document_id)
        .where(of_day)
    )
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, actor, topic in connection.execute(views):
        pairs[name].add((actor, topic))
    texts = (
        select(DOCUMENTS.c.id, DOCUMENTS.c.text, STORIES.c.story)
        .join(STORIES, STORIES.c.document_id == DOCUMENTS.c.id)
        .where(of_day)
    )
    rows = sorted(connection.execute(texts))  # here, not in the database: each sorts in its own way
    return [(Report(name, day, text, frozenset(pairs[name])), story) for name, text, story in rows]
