"""The evidence of a statement: the document that holds it and everything found there."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.queries.frame import derive
from dashboard.store import Store
from models.schema import POSITION_FIELDS, Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document, the chosen statement's positions in it (a row a topic), and all positions of the document."""

    document: Document
    positions: pd.DataFrame
    document_positions: pd.DataFrame


def statement_evidence(store: Store, statement_id: str) -> Evidence | None:
    """Return the evidence of a statement, None where the store holds no such statement."""
    document = store.document_of(statement_id)
    if document is None:
        return None
    rows = [dict(row) for row in store.rows(document.id)]
    everything = derive(pd.DataFrame(rows, columns=list(POSITION_FIELDS)))
    chosen = everything[everything["statement_id"] == statement_id]
    return None if chosen.empty else Evidence(document, chosen, everything)
