import datetime as dt
import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dashboard.store import Added, Store
from models.errors import InputError
from models.schema import Document, Position, Stance, Statement

DAY = dt.date(2026, 2, 3)
TEXT = "Moscow rejects a truce. Kyiv wants one."


def made_document(number: int = 1, **changes: object) -> Document:
    values: dict[str, object] = {"id": f"d{number}", "text": TEXT, "title": "No truce", "published": DAY}
    return Document(**{**values, **changes})  # type: ignore[arg-type]


def made_position(
    document: Document, actor: str = "Russia", stance: Stance = "oppose", sure: float = 0.8, topic: str = "ceasefire"
) -> Position:
    start, end = (0, 23) if actor == "Russia" else (24, len(TEXT))
    statement = Statement(document.id, start, end, TEXT[start:end], "indirect", None, actor, DAY)
    rest = (1 - sure) / 2
    others = {name: sure if name == stance else rest for name in ("support", "oppose", "neutral")}
    return Position(
        document,
        statement,
        topic,
        stance,
        False,
        None,
        others["support"],
        others["oppose"],
        others["neutral"],
        "made@1",
    )


def read(number: int = 1) -> tuple[Document, Sequence[Position]]:
    document = made_document(number)
    return document, [made_position(document), made_position(document, "Ukraine", "support")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "folder" / "positions.db")


def everything(store: Store) -> list[dict[str, object]]:
    return [dict(row) for row in store.rows()]


def test_what_is_stored_comes_back(store: Store) -> None:
    document, positions = read()
    assert store.is_empty()
    assert store.add_document(document, positions, "made@1") == 2
    assert not store.is_empty()
    assert store.document("d1") == document
    assert store.positions("d1") == positions
    assert store.document("d2") is None
    assert store.positions("d2") == []
    assert (store.document_of(positions[0].statement.id), store.document_of("none")) == (document, None)
    assert store.document_count() == 1


def test_a_repeated_write_changes_nothing(store: Store) -> None:
    assert store.add_many([read(1), read(2)], "made@1") == Added(2, 4)
    before, version = everything(store), store.version()
    assert store.add_many([read(2), read(1), read(1)], "made@1") == Added(0, 0)
    assert (everything(store), store.version()) == (before, version)


def test_a_document_without_positions_counts_as_read(store: Store) -> None:
    store.add_document(made_document(), [], "made@1")
    assert store.has_reading("d1", "made@1")
    assert not store.has_reading("d1", "made@2")
    assert not store.has_reading("d2", "made@1")
    assert not store.is_empty()


def test_a_later_model_replaces_what_an_earlier_one_read(store: Store) -> None:
    document, positions = read()
    store.add_document(document, positions, "made@1")
    version = store.version()
    assert store.add_document(document, positions[:1], "made@2") == 0
    assert store.positions("d1") == positions[:1]
    assert (store.has_reading("d1", "made@2"), store.has_reading("d1", "made@1")) == (True, False)
    assert store.version() != version


def test_the_order_of_writes_does_not_matter(tmp_path: Path) -> None:
    told = made_document(1, title=None, source="TASS", extra={"a": 1})
    writes = [read(1), read(2), (told, read(1)[1])]
    stored = []
    for number, order in enumerate(itertools.permutations(writes)):
        with Store(tmp_path / f"{number}.db") as store:
            for document, positions in order:
                store.add_document(document, positions[::-1], "made@1")
            stored.append((everything(store), store.document("d1")))
    assert all(one == stored[0] for one in stored)
    document = stored[0][1]
    assert document is not None
    assert (document.title, document.source, document.extra) == ("No truce", "TASS", {"a": 1})


@pytest.mark.parametrize("step", [1, -1])
def test_of_two_verdicts_on_one_statement_the_surer_one_stays(store: Store, step: int) -> None:
    document = made_document()
    both = [made_position(document, stance="support", sure=0.9), made_position(document, stance="oppose", sure=0.6)]
    assert store.add_document(document, both[::step], "made@1") == 1
    assert [position.stance for position in store.positions("d1")] == ["support"]


def test_an_id_that_another_text_has_is_refused_and_nothing_is_lost(store: Store) -> None:
    store.add_document(*read(), "made@1")
    before = everything(store)
    other = made_document(1, text="Another text.")
    with pytest.raises(InputError, match="'d1' belongs to another text"):
        store.add_many([read(2), (other, [])], "made@1")
    assert everything(store) == before


def test_many_documents_take_several_transactions(store: Store) -> None:
    assert store.add_many((read(number) for number in range(450)), "made@1") == Added(450, 900)
    assert store.document_count() == 450


def test_known_documents_are_those_that_are_stored(store: Store) -> None:
    document, positions = read(1)
    store.add_document(document, positions, "made@1")
    assert store.known_documents([document.id, document.id, "another"]) == {document.id}
    assert store.known_documents([]) == set()


def test_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCEWATCH_STORE", str(tmp_path / "named.db"))
    assert Store.open().place == str(tmp_path / "named.db")
    assert Store.open(str(tmp_path / "given.db")).place == str(tmp_path / "given.db")
    monkeypatch.delenv("STANCEWATCH_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with Store.open() as store:
        assert Path(store.place).name == "stancewatch.db"
    with Store(f"sqlite:///{tmp_path / 'url.db'}") as store:
        assert store.is_empty()


def test_bad_places_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("This is a letter, and no database at all, which is a pity.")
    for place in (str(tmp_path / "no.db"), str(tmp_path), "nosuch://u:secret@host/x", str(tmp_path / "no.db" / "x.db")):
        with pytest.raises(InputError, match="cannot be opened") as error:
            Store(place)
        assert "secret" not in str(error.value)


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    Store(tmp_path / "a.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.begin() as connection:
        connection.execute(text("insert into migrations values (99)"))
    engine.dispose()
    with pytest.raises(InputError, match="later Stancewatch"):
        Store(tmp_path / "a.db")
