"""`stancewatch add`: documents in, their positions into the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from dashboard.commands.options import ModelOption, Sources, StoreOption
from dashboard.commands.progress import Report, progress

if TYPE_CHECKING:
    from dashboard.store import Store
    from models.schema import Document


def add(sources: Sources, store: StoreOption = None, model: ModelOption = "default") -> None:
    """Read documents and keep their positions in the store.

    Safe to repeat: nothing doubles, nothing is lost, and what this model has read before is passed over.
    """
    from dashboard.store import Store
    from models.documents import read_documents
    from models.pipeline import load_pipeline

    with Store.open(store) as kept, progress("Adding") as report:
        pipeline = load_pipeline(model=model)
        fresh = Fresh(read_documents(sources), kept, pipeline.model, report)
        added = kept.add_many(pipeline.read_many(fresh), pipeline.model)
    typer.echo(
        f"{_count(added.documents, 'new document')}, {_count(added.positions, 'new position')}; "
        f"{_count(fresh.passed, 'document')} already there."
    )


class Fresh:
    """The documents that the model has not read into the store yet; `passed` counts the others."""

    def __init__(self, documents: Iterable[Document], store: Store, model: str, report: Report) -> None:
        """Wrap `documents`; `report` is told how many have been looked at."""
        self.passed = 0
        self._documents, self._store, self._model, self._report = documents, store, model, report

    def __iter__(self) -> Iterator[Document]:
        """Yield each fresh document, and each whose id belongs to another text: the store refuses those."""
        for number, document in enumerate(self._documents, start=1):
            self._report(number, None)
            if self._is_known(document):
                self.passed += 1
            else:
                yield document

    def _is_known(self, document: Document) -> bool:
        if not self._store.has_reading(document.id, self._model):
            return False
        stored = self._store.document(document.id)
        return stored is not None and stored.text == document.text


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
