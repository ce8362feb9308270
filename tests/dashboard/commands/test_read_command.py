from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.schema import POSITION_FIELDS

pytestmark = pytest.mark.usefixtures("classifier")


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_positions_come_as_json_lines_of_the_contract(command: Any, article: Path) -> None:
    given = command("read", article)
    assert (given.code, given.err) == (0, "")
    found = rows(given.out)
    assert all(tuple(row) == POSITION_FIELDS for row in found)
    assert {(row["actor"], row["topic"], row["stance"]) for row in found} >= {
        ("Germany", "ceasefire", "oppose"),
        ("France", "ceasefire", "support"),
    }
    assert "“a truce”" in given.out  # letters as they are, no escapes


def test_several_sources_are_read_in_order(command: Any, article: Path, tmp_path: Path) -> None:
    table = tmp_path / "more.jsonl"
    table.write_text('{"id":"z","text":"Norway rejected a ceasefire in Ukraine.","date":"2026-01-02"}\n')
    found = rows(command("read", table, article).out)
    assert [found[0]["document_id"], found[0]["actor"], found[0]["published"]] == ["z", "Norway", "2026-01-02"]
    assert {row["document_id"] for row in found[1:]} != {"z"}
    assert "France" in {row["actor"] for row in found[1:]}


def test_nothing_is_stored(command: Any, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "own.db"
    monkeypatch.setenv("STANCEWATCH_STORE", str(place))
    assert command("read", article).code == 0
    assert not place.exists()


def test_bad_sources_are_named(command: Any, tmp_path: Path) -> None:
    command("read", tmp_path / "nowhere.txt").assert_refused("nowhere.txt")
    command("read").assert_refused("Missing argument")


def test_a_bad_line_is_named(command: Any, tmp_path: Path) -> None:
    table = tmp_path / "bad.jsonl"
    table.write_text('{"text":"fine"}\n{"text":\n')
    command("read", table).assert_refused("bad.jsonl", "2")
