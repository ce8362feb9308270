"""Questions asked of the store, as plain data frames."""

from dashboard.queries.comparison import compared, heard, shared_topics, statements_on
from dashboard.queries.evidence import Evidence, statement_evidence
from dashboard.queries.export import FORMATS, export_refusal, export_rows, write_export
from dashboard.queries.facets import FACETS, facet_counts, narrow
from dashboard.queries.filters import Filters, apply
from dashboard.queries.frame import load_positions
from dashboard.queries.outlets import by_outlet
from dashboard.queries.periods import (
    Period,
    Tally,
    course,
    first_heard,
    latest_period,
    period_since,
    tally,
    with_before,
    within,
)
from dashboard.queries.search import search
from dashboard.queries.speakers import by_speaker
from dashboard.queries.standings import standings

__all__ = [
    "FACETS",
    "FORMATS",
    "Evidence",
    "Filters",
    "Period",
    "Tally",
    "apply",
    "by_outlet",
    "by_speaker",
    "compared",
    "course",
    "export_refusal",
    "export_rows",
    "facet_counts",
    "first_heard",
    "heard",
    "latest_period",
    "load_positions",
    "narrow",
    "period_since",
    "search",
    "shared_topics",
    "standings",
    "statement_evidence",
    "statements_on",
    "tally",
    "with_before",
    "within",
    "write_export",
]
