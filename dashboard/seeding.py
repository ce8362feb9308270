"""The first start: the seed briefs and the seed article, read into an empty store."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable

from dashboard.store import Store
from models.documents import read_documents
from models.schema import Document
from models.seeds import SEEDS

FILES = ("briefs.jsonl", "2026-02-03-russia-foreign-forces.txt")
AT_ONCE = 16
"""Documents that are read and stored together: what is lost when a run is cut off."""

_ONE_AT_A_TIME = threading.Lock()

Progress = Callable[[int, int], None]


def seed_documents() -> list[Document]:
    """Return the seed documents, always in the same order, which mixes the years: the first few already span them all."""
    documents = read_documents([SEEDS / name for name in FILES])
    return sorted(documents, key=lambda document: hashlib.sha256(document.id.encode()).digest())


def needs_seeding(store: Store) -> bool:
    """Whether `store` is empty, or an earlier seeding was cut off.

    A store with documents of its own never is: a seeding begins with the first document, so a store without it, or with
    all of the seeds, is left alone.
    """
    if store.is_empty():
        return True
    documents = seed_documents()
    missing = _missing(store, documents)
    return bool(missing) and documents[0] not in missing


def seed_store(store: Store, progress: Progress) -> None:
    """Read the seed documents that `store` lacks, telling `progress` how many are done of all.

    It may be cut off and started again, and several processes or sessions may do it at once: each takes what is
    missing when its turn comes, and what two have read is stored once.
    """
    documents = seed_documents()
    done = len(documents) - len(_missing(store, documents))
    progress(done, len(documents))
    if done == len(documents):
        return

    from models.pipeline import load_pipeline  # heavy: only when there is something to read

    pipeline = load_pipeline()
    for start in range(0, len(documents), AT_ONCE):
        with _ONE_AT_A_TIME:
            some = _missing(store, documents[start : start + AT_ONCE])
            if some:
                store.add_many(list(pipeline.read_many(some)), pipeline.model)
        progress(min(start + AT_ONCE, len(documents)), len(documents))


def _missing(store: Store, documents: list[Document]) -> list[Document]:
    known = store.known_documents([document.id for document in documents])
    return [document for document in documents if document.id not in known]


class BackgroundSeeding:
    """Reads the seeds into a store in a thread, so that pages can show what is there already."""

    def __init__(self, store: Store) -> None:
        """Begin to read into `store`."""
        self.done, self.total = 0, 0
        self.error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(store,), name="seeding", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for the end, `seconds` at most."""
        self._thread.join(seconds)

    def _run(self, store: Store) -> None:
        try:
            seed_store(store, self._tell)
        except Exception as error:  # told to the page, which a thread cannot reach
            self.error = error

    def _tell(self, done: int, total: int) -> None:
        self.done, self.total = done, total
