import threading
from collections.abc import Iterable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

import models.pipeline
from dashboard import seeding
from dashboard.app.components import first_start
from dashboard.store import Store
from models.schema import Document, Position, Statement


class Reader:
    """A pipeline that finds one position in each document; it stops at `last` until it is let go."""

    model = "made@1"

    def __init__(self, last: int) -> None:
        self.last, self.count, self.go_on = last, 0, threading.Event()

    def read_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Position]]]:
        for document in documents:
            if self.count == self.last:
                self.go_on.wait(60)
            self.count += 1
            text = document.text[:20]
            said = Statement(document.id, 0, 20, text, "direct", None, "France", document.published)
            yield document, [Position(document, said, "ceasefire", "support", False, None, 0.9, 0.05, 0.05, self.model)]


def test_the_first_charts_show_while_the_rest_is_read(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(last=first_start.ENOUGH + 20)
    monkeypatch.setattr(models.pipeline, "load_pipeline", lambda: reader)
    app.run()
    assert not app.exception
    assert app.title[0].value != "Welcome to Stancewatch"
    total = len(seeding.seed_documents())
    assert first_start.ENOUGH <= store.document_count() < total
    reader.go_on.set()
    seedings = first_start._seedings()
    running = seedings[store.place]
    assert running is not None
    running.wait(60)
    app.run()
    assert store.document_count() == total
    assert not app.exception


def test_a_reading_that_fails_says_why_and_is_tried_again(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Reader:
        raise OSError("the weights are gone")

    monkeypatch.setattr(models.pipeline, "load_pipeline", refuse)
    app.run()
    assert "the weights are gone" in app.exception[0].message
    monkeypatch.setattr(models.pipeline, "load_pipeline", lambda: Reader(last=10_000))
    app.run()
    assert not app.exception
    running = first_start._seedings()[store.place]
    assert running is not None
    running.wait(60)
