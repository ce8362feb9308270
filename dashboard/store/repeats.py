"""Keeps utterances and stories up to date with the documents that were written, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from dashboard.store.schema import DOCUMENTS
from dashboard.store.stories import refresh_stories
from dashboard.store.utterances import refresh_utterances

AT_ONCE = 500


def refresh(connection: Connection, document_ids: Collection[str]) -> None:
    """Find out anew to which utterances and stories the documents of `document_ids` belong.

    Others change where these join them or leave them. The result is the same in whatever order documents are written.
    """
    refresh_utterances(connection, document_ids)
    refresh_stories(connection, document_ids)


def refresh_all(connection: Connection) -> None:
    """Find out the utterances and stories of a store that has none yet; in the order of days, which is the fastest."""
    ids = connection.execute(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.published, DOCUMENTS.c.id)).scalars().all()
    for start in range(0, len(ids), AT_ONCE):
        refresh(connection, ids[start : start + AT_ONCE])
