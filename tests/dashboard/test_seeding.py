from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import models.pipeline
from dashboard import seeding
from dashboard.store import Store
from models.schema import Document, Position


class Reader:
    """A pipeline that finds nothing and counts what it reads."""

    model = "none@1"

    def __init__(self, stop_after: int = 10_000) -> None:
        self.read: list[str] = []
        self.stop_after = stop_after

    def read_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Position]]]:
        for document in documents:
            if len(self.read) == self.stop_after:
                raise KeyboardInterrupt
            self.read.append(document.id)
            yield document, []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "seeds.db") as store:
        yield store


def seed(store: Store, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    monkeypatch.setattr(models.pipeline, "load_pipeline", lambda: reader)
    told: list[tuple[int, int]] = []
    seeding.seed_store(store, lambda done, total: told.append((done, total)))
    return told


def test_seeding_reads_everything_once_and_tells_how_far_it_is(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seeding.needs_seeding(store)
    reader, total = Reader(), len(seeding.seed_documents())
    told = seed(store, reader, monkeypatch)
    assert told[0] == (0, total) and told[-1] == (total, total)
    assert len(reader.read) == store.document_count() == total
    assert not seeding.needs_seeding(store)
    assert seed(store, reader, monkeypatch) == [(total, total)]
    assert len(reader.read) == total


def test_seeding_goes_on_where_it_was_cut_off(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt):
        seed(store, Reader(stop_after=40), monkeypatch)
    assert store.document_count() == 32
    assert seeding.needs_seeding(store)
    rest = Reader()
    seed(store, rest, monkeypatch)
    assert len(rest.read) == store.document_count() - 32
    assert not seeding.needs_seeding(store)


def test_a_store_with_documents_of_its_own_is_left_alone(store: Store) -> None:
    store.add_document(Document("own", "Text."), [], "none@1")
    assert not seeding.needs_seeding(store)
