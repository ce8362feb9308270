import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from dashboard.queries import load_positions
from dashboard.store import Store
from models.schema import Document, Position, Stance, Statement

PROBABILITIES: dict[Stance, tuple[float, float, float]] = {
    "support": (0.8, 0.1, 0.1), "oppose": (0.05, 0.9, 0.05), "neutral": (0.25, 0.15, 0.6)
}  # fmt: skip


def stored(
    store: Store, name: str, actor: str, stance: Stance, day: str | None, text: str, source: str | None = "TASS",
    topics: tuple[str, ...] = ("ceasefire",), published: dt.date | None = None,
) -> list[Position]:  # fmt: skip
    document = Document(id=name, text=text, title=f"Title {name}", source=source, published=published)
    date = dt.date.fromisoformat(day) if day else None
    statement = Statement(
        name, 0, len(text), text, "direct", "Élodie Müller" if actor == "France" else None, actor, date
    )
    positions = [
        Position(document, statement, topic, stance, False, None, *PROBABILITIES[stance], "made@1") for topic in topics
    ]
    store.add_document(document, positions, "made@1")
    return positions


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "a.db")
    stored(store, "a", "Russia", "oppose", "2025-06-01", "=No truce, said Moscow.")
    stored(store, "b", "Russia", "support", "2026-02-03", "Moscow wants a truce.")
    stored(store, "c", "Russia", "support", "2026-02-04", "“Moscow wants a truce”", "Reuters")
    stored(store, "d", "France", "neutral", "2026-01-10", "Paris weighs it.", None, ("ceasefire", "sanctions"))
    stored(store, "e", "Ukraine", "support", None, "Kyiv agrees.", published=dt.date(2026, 1, 1))
    stored(store, "f", "Ukraine", "oppose", None, "Kyiv refuses.")
    return store


@pytest.fixture
def frame(store: Store) -> pd.DataFrame:
    return load_positions(store)
