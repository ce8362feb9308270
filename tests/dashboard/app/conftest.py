import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard.app
from dashboard.store import Store
from models.schema import Document, Kind, Position, Stance, Statement

MAIN = Path(dashboard.app.__file__).parent / "main.py"
PROBABILITIES: dict[Stance, tuple[float, float, float]] = {
    "support": (0.85, 0.05, 0.1), "oppose": (0.05, 0.9, 0.05), "neutral": (0.25, 0.15, 0.6)
}  # fmt: skip

Add = Callable[..., Position]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "pages.db") as store:
        yield store


@pytest.fixture
def add(store: Store) -> Add:
    """Store a document with one position; each call says only what matters to its test."""

    def stored(
        actor: str, stance: Stance, day: str, text: str = "They said so.", topic: str = "ceasefire", source: str = "TASS",
        before: str = "Before it.\n\n", url: str | None = "https://example.org/a", condition: str | None = None,
        title: str = "A title", kind: Kind = "direct",
    ) -> Position:  # fmt: skip
        date = dt.date.fromisoformat(day)
        name = f"{actor}-{day}-{topic}-{stance}"
        document = Document(name, f"{before}{text} After it.", title, source, url, date)
        statement = Statement(name, len(before), len(before) + len(text), text, kind, None, actor, date)
        position = Position(
            document, statement, topic, stance, condition is not None, condition, *PROBABILITIES[stance], "made@1"
        )
        store.add_document(document, [position], "made@1")
        return position

    return stored


@pytest.fixture
def filled(add: Add) -> list[Position]:
    return [
        add("Russia", "oppose", "2025-06-01", "Moscow rejects a truce."),
        add("Russia", "support", "2026-01-05", "Moscow would stop firing.", condition="once arms deliveries end"),
        add("France", "support", "2026-01-10", "Paris wants a truce.", source="AFP"),
        add("France", "neutral", "2026-02-03", "Paris weighs it.", topic="sanctions", source="AFP"),
    ]


@pytest.fixture
def app(store: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("STANCEWATCH_STORE", store.place)
    return AppTest.from_file(MAIN, default_timeout=60)
