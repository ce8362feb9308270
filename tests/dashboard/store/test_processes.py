"""Several processes at once, on a real SQLite file."""

import multiprocessing
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.store import Store
from models.schema import Document, Position, Statement

DOCUMENTS = 60


def reading(number: int) -> tuple[Document, list[Position]]:
    document = Document(id=f"d{number}", text=f"Moscow said no for the {number}th time.")
    statement = Statement(document.id, 0, 6, "Moscow", "indirect", None, "Russia", None)
    return document, [Position(document, statement, "ceasefire", "oppose", False, None, 0.1, 0.8, 0.1, "made@1")]


def write(place: str, first: int, step: int, start: "multiprocessing.synchronize.Barrier") -> None:
    start.wait(60)
    with Store(place) as store:
        for number in range(DOCUMENTS)[first::step]:
            store.add_document(*reading(number), "made@1")
            store.version()


def test_two_processes_make_and_write_one_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # a test of the pages leaves the app's script as the main module, and a spawned process would run it
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    place = str(tmp_path / "shared.db")
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(2)
    # All documents are written by both, from opposite ends.
    writers = [context.Process(target=write, args=(place, first, step, start)) for first, step in ((0, 1), (None, -1))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Store(place) as store:
        assert store.document_count() == DOCUMENTS
        assert [row["document_id"] for row in store.rows()] == sorted(f"d{number}" for number in range(DOCUMENTS))
        assert store.version() == str(DOCUMENTS)


def test_a_reader_sees_a_whole_write_or_none(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as writer, Store(tmp_path / "a.db") as reader:
        rows = reader.rows()
        writer.add_many((reading(number) for number in range(5)), "made@1")
        assert len(list(rows)) == 5
        rows = reader.rows()
        next(rows)
        writer.add_document(*reading(5), "made@1")
        assert len(list(rows)) == 4
