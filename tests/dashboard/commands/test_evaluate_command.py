from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("classifier")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    rows = [
        {
            "date": f"2026-0{month}-01",
            "text": "Norway rejected a ceasefire in Ukraine.",
            "statements": [{"actor": "Norway", "topic": "ceasefire", "stance": stance}],
        }
        for month, stance in ((1, "oppose"), (2, "oppose"), (3, "support"))
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_table_is_printed_and_the_figures_are_written(command: Any, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    given = command("evaluate", gold, "--after", "2026-02-01", "--out", out)
    assert (given.code, given.err) == (0, "")
    figures = json.loads(out.read_text())
    assert (figures["documents"], figures["model"], figures["after"]) == (2, "words@1", "2026-02-01")
    assert (figures["stance"]["right"], figures["stance"]["gold"]) == (1, 2)
    assert figures["pair"]["recall"] == 1
    assert "2 documents" in given.out
    assert "precision" in given.out


def test_both_days_are_included(command: Any, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command("evaluate", gold, "--after", "2026-01-01", "--before", "2026-02-01", "--out", out)
    assert json.loads(out.read_text())["documents"] == 2


def test_bad_input_is_refused_before_anything_is_written(command: Any, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command("evaluate", gold, "--after", "2026-13-01", "--out", out).assert_refused("2026-13-01", "YYYY-MM-DD")
    command("evaluate", gold, "--after", "2026-02-01", "--before", "2026-01-01").assert_refused("before it starts")
    command("evaluate", gold, "--after", "2030-01-01", "--out", out).assert_refused("no document between")
    command("evaluate", tmp_path / "none", "--out", out).assert_refused("none")
    command("evaluate", gold, "--out", tmp_path / "nowhere" / "x.json").assert_refused("nowhere")
    assert not out.exists()
