from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.store import Store
from models.schema import POSITION_FIELDS, Document, Position, Statement


def position(actor: str, topic: str, day: dt.date) -> Position:
    text = f"{actor} spoke of {topic}."
    document = Document(id=f"{actor}-{topic}-{day}", text=text, title="T", source="S", published=day)
    statement = Statement(document.id, 0, len(text), text, "indirect", None, actor, day)
    return Position(document, statement, topic, "oppose", False, None, 0.1, 0.8, 0.1, "m@1")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    kept = [
        position("Russia", "ceasefire", dt.date(2026, 1, 1)),
        position("Russia", "sanctions", dt.date(2026, 1, 2)),
        position("France", "ceasefire", dt.date(2026, 1, 3)),
    ]
    with Store(tmp_path / "store.db") as store:
        store.add_many([(item.document, [item]) for item in kept], "m@1")
    return tmp_path / "store.db"


def pairs(out: str) -> set[tuple[str, str]]:
    return {(row["actor"], row["topic"]) for row in map(json.loads, out.splitlines())}


def test_json_lines_of_the_contract_are_the_default(command: Any, place: Path) -> None:
    given = command("export", "--store", place)
    assert (given.code, given.err) == (0, "")
    assert pairs(given.out) == {("Russia", "ceasefire"), ("Russia", "sanctions"), ("France", "ceasefire")}
    first = json.loads(given.out.splitlines()[0])
    assert tuple(first) == POSITION_FIELDS
    assert (first["date"], first["speaker"]) == ("2026-01-03", None)


def test_filters_narrow_it(command: Any, place: Path) -> None:
    def kept(*filters: str) -> set[tuple[str, str]]:
        return pairs(command("export", "--store", place, *filters).out)

    assert kept("--topic", "sanctions") == {("Russia", "sanctions")}
    assert kept("--actor", "the Kremlin", "--topic", "ceasefire") == {("Russia", "ceasefire")}
    assert kept("--after", "2026-01-02", "--before", "2026-01-02") == {("Russia", "sanctions")}
    assert kept("--topic", "sanctions", "--topic", "ceasefire", "--actor", "France") == {("France", "ceasefire")}


def test_every_format_holds_the_same_rows(command: Any, place: Path, tmp_path: Path) -> None:
    for name in ("jsonl", "csv", "parquet", "xlsx"):
        assert command("export", "--store", place, "--out", tmp_path / f"out.{name}").code == 0
    tables = [
        pd.read_json(tmp_path / "out.jsonl", lines=True),
        pd.read_csv(tmp_path / "out.csv"),
        pd.read_parquet(tmp_path / "out.parquet"),
        pd.read_excel(tmp_path / "out.xlsx"),
    ]
    assert [list(table["statement_id"]) for table in tables] == [list(tables[0]["statement_id"])] * 4
    printed = command("export", "--store", place, "--format", "csv").out
    assert len(list(csv.DictReader(io.StringIO(printed)))) == 3


def test_nothing_that_passes_is_said(command: Any, place: Path) -> None:
    given = command("export", "--store", place, "--after", "2030-01-01")
    assert (given.code, given.out) == (0, "")
    assert "widen" in given.err


def test_bad_input_names_the_way_out(command: Any, place: Path, tmp_path: Path) -> None:
    at = ("export", "--store", place)
    command(*at, "--topic", "cease").assert_refused("'cease'", "ceasefire")
    command(*at, "--actor", "Rusia").assert_refused("did you mean Russia")
    command(*at, "--format", "pdf").assert_refused("jsonl, csv, parquet, xlsx")
    command(*at, "--format", "xlsx").assert_refused("--out")
    command(*at, "--out", tmp_path / "nowhere" / "x.csv").assert_refused("nowhere")
    command(*at, "--before", "soon").assert_refused("'soon'", "YYYY-MM-DD")
    command(*at, "--least-probability", "2").assert_refused("--least-probability")


def test_a_mistyped_store_is_not_made(command: Any, tmp_path: Path) -> None:
    place = tmp_path / "sotre.db"
    command("export", "--store", place).assert_refused("sotre.db", "stancewatch add")
    assert not place.exists()


def test_an_empty_store_says_how_to_fill_it(command: Any, tmp_path: Path) -> None:
    Store(tmp_path / "empty.db").close()
    command("export", "--store", tmp_path / "empty.db").assert_refused("stancewatch add")
