"""The evidence of a statement: the document that holds it, everything found there, and who else reports the same."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.queries.frame import FIELDS, derive
from dashboard.store import Store
from models.schema import Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document, the chosen statement's positions in it (a row a topic), and all positions of the document.

    `other_reports` are the positions of other statements that belong to the same utterances, oldest first, and
    `story` the other documents on the same event.
    """

    document: Document
    positions: pd.DataFrame
    document_positions: pd.DataFrame
    other_reports: pd.DataFrame
    story: list[Document]


def statement_evidence(store: Store, statement_id: str) -> Evidence | None:
    """Return the evidence of a statement, None where the store holds no such statement."""
    document = store.document_of(statement_id)
    if document is None:
        return None
    everything = derive(pd.DataFrame(list(store.rows(document.id)), columns=FIELDS))
    chosen = everything[everything["statement_id"] == statement_id]
    if chosen.empty:
        return None
    told = derive(pd.DataFrame(list(store.rows(utterances=list(chosen["utterance"]))), columns=FIELDS))
    others = told[told["statement_id"] != statement_id].sort_values(["when", "source", "statement_id"])
    story = [other for other in store.documents_of(chosen["story"].iloc[0]) if other.id != document.id]
    return Evidence(document, chosen, everything, others, story)
