"""Where documents, statements and positions are kept."""

from dashboard.store.store import Store
from dashboard.store.writing import Added

__all__ = ["Added", "Store"]
