from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.store import Store


def positions(place: Path) -> list[tuple[str, str, str]]:
    with Store(place) as store:
        return [(row["actor"], row["topic"], row["stance"]) for row in store.rows()]


def test_adding_twice_changes_nothing_and_reads_nothing_again(
    command: Any, classifier: Any, article: Path, tmp_path: Path
) -> None:
    place = tmp_path / "store.db"
    first = command("add", article, "--store", place)
    assert first.code == 0
    assert first.out.startswith("1 new document,")
    kept = positions(place)
    assert ("Germany", "ceasefire", "oppose") in kept
    classifier.queries.clear()
    second = command("add", article, "--store", place)
    assert second.out == "0 new documents, 0 new positions; 1 document already there.\n"
    assert classifier.queries == []
    assert positions(place) == kept


def test_the_place_may_come_from_the_environment_or_stand_before_the_command(
    command: Any, classifier: Any, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANCEWATCH_STORE", str(tmp_path / "environment.db"))
    assert command("add", article).code == 0
    assert command("--store", tmp_path / "before.db", "add", article).code == 0
    assert positions(tmp_path / "environment.db") == positions(tmp_path / "before.db") != []


def test_another_text_under_a_known_id_is_refused_and_the_first_stays(
    command: Any, classifier: Any, tmp_path: Path
) -> None:
    place, table = tmp_path / "store.db", tmp_path / "documents.jsonl"
    table.write_text('{"id":"a","text":"Norway rejected a ceasefire in Ukraine."}\n')
    assert command("add", table, "--store", place).code == 0
    kept = positions(place)
    table.write_text('{"id":"a","text":"Norway welcomed a ceasefire in Ukraine."}\n')
    command("add", table, "--store", place).assert_refused("'a'", "another text")
    assert positions(place) == kept


def test_what_is_no_store_is_left_alone(command: Any, classifier: Any, article: Path) -> None:
    before = article.read_bytes()
    command("add", article, "--store", article).assert_refused("--store")
    assert article.read_bytes() == before
