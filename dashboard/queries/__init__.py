"""Questions asked of the store, as plain data frames."""

from dashboard.queries.evidence import Evidence, statement_evidence
from dashboard.queries.export import FORMATS, export_rows, write_export
from dashboard.queries.filters import Filters, apply
from dashboard.queries.frame import load_positions
from dashboard.queries.outlets import by_outlet
from dashboard.queries.search import search
from dashboard.queries.standings import standings

__all__ = [
    "FORMATS",
    "Evidence",
    "Filters",
    "apply",
    "by_outlet",
    "export_rows",
    "load_positions",
    "search",
    "standings",
    "statement_evidence",
    "write_export",
]
