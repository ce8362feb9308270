"""Where documents, statements and positions are kept."""

from dashboard.store.store import Added, Store

__all__ = ["Added", "Store"]
