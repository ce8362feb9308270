"""Utterances and stories as the store keeps them: the same whatever the order of writes, as if all were grouped at once."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from dashboard.store import Store
from dashboard.store.utterances import stretches
from models.repeats import Report, Said, group_stories, group_utterances
from models.schema import Document, Position, Statement

QUOTED = "“We will never accept foreign soldiers on the soil of our neighbour,” Lavrov told reporters."
FRAMED = "In Moscow the minister said: “We will never accept foreign soldiers on the soil of our neighbour.”"
BODY = (
    " The European Union borrows ninety billion euros on the markets for Ukraine and leaves Russian assets at Euroclear "
    "untouched. Germany preferred a loan, Belgium had been wary of that path."
)

Read = tuple[Document, Sequence[Position]]


def read(name: str, day: str | None, text: str, actor: str = "Russia", topic: str = "foreign_troops") -> Read:
    when = dt.date.fromisoformat(day) if day else None
    document = Document(id=name, text=text + BODY, source=name, published=when)
    statement = Statement(name, 0, len(text), text, "direct", None, actor, when)
    return document, [Position(document, statement, topic, "oppose", False, None, 0.1, 0.8, 0.1, "made@1")]


READ = [
    read("a", "2026-02-03", QUOTED),
    read("b", "2026-02-05", FRAMED),
    read("c", "2026-02-08", QUOTED),
    read("d", "2026-02-03", QUOTED, actor="Belarus"),
    read("e", None, QUOTED),
    read("f", "2026-03-03", QUOTED),
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "repeats.db")


def kept(store: Store) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    rows = list(store.rows())
    named = {(row["statement_id"], row["topic"]): row["utterance"] for row in rows}
    return named, {row["document_id"]: row["story"] for row in rows}


def grouped(read: Iterable[Read]) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    positions = [position for _, found in read for position in found]
    said = [
        Said(one.statement.id, one.statement.actor, one.topic, one.stance, one.statement.date, one.statement.text)
        for one in positions
    ]
    reports = [
        Report(
            document.id, document.published, document.text, frozenset((one.statement.actor, one.topic) for one in found)
        )
        for document, found in read
    ]
    return group_utterances(said), group_stories(reports)


def test_one_remark_is_one_utterance_and_one_event_one_story(store: Store) -> None:
    store.add_many(READ, "made@1")
    named, stories = kept(store)
    utterance = {row["document_id"]: row["utterance"] for row in store.rows()}
    assert utterance["a"] == utterance["b"] == utterance["c"]
    assert len(set(utterance.values())) == 4
    assert stories == {"a": "a", "b": "a", "c": "c", "d": "a", "e": "e", "f": "f"}
    assert (named, stories) == grouped(READ)


def test_the_order_of_writes_does_not_matter(tmp_path: Path) -> None:
    expected = grouped(READ[:4])
    for number, order in enumerate(itertools.permutations(READ[:4])):
        with Store(tmp_path / f"{number}.db") as store:
            for one in order:
                store.add_many([one], "made@1")
            assert kept(store) == expected


def test_a_report_that_is_read_anew_leaves_its_utterance_and_its_story(store: Store) -> None:
    store.add_many(READ, "made@1")
    # without the middle report the first and the last are too far apart
    store.add_document(READ[1][0], [], "made@2")
    assert kept(store)[0] == grouped(one for one in READ if one[0].id != "b")[0]
    store.add_document(*READ[1], "made@2")
    assert kept(store) == grouped(READ)


def test_a_day_that_becomes_known_joins_the_report(store: Store) -> None:
    undated, dated = read("a", None, QUOTED), read("a", "2026-02-04", QUOTED)
    store.add_many([undated, READ[1]], "made@1")
    assert len(set(kept(store)[0].values())) == 2
    store.add_many([dated], "made@1")
    named, stories = kept(store)
    assert len(set(named.values())) == 1
    assert stories == {"a": "a", "b": "a"}


def test_reports_and_documents_are_found_by_their_names(store: Store) -> None:
    store.add_many(READ, "made@1")
    rows = list(store.rows("a"))
    assert [row["document_id"] for row in store.rows(utterances=[rows[0]["utterance"]])] == ["a", "b", "c"]
    assert [document.id for document in store.documents_of(rows[0]["story"])] == ["a", "d", "b"]
    assert store.documents_of("none") == []


def test_a_store_of_the_first_version_gets_them_and_loses_nothing(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    with Store(place) as store:
        store.add_many(READ, "made@1")
        rows = list(store.rows())
        version = store.version()
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        for statement in ("drop table utterances", "drop table stories", "update migrations set version = 1"):
            connection.execute(text(statement))
    engine.dispose()
    with Store(place) as store:
        assert list(store.rows()) == rows
        assert store.version() == version
        assert [store.document(document.id) for document, _ in READ] == [document for document, _ in READ]
        assert store.add_many(READ, "made@1").positions == 0


def test_stretches_around_days() -> None:
    days = [dt.date(2026, 2, day) for day in (1, 5, 20)]
    assert stretches(days) == [
        (dt.date(2026, 1, 29), dt.date(2026, 2, 8)),
        (dt.date(2026, 2, 17), dt.date(2026, 2, 23)),
    ]
    assert stretches([]) == []
