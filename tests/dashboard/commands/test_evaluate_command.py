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


def test_quotations_are_scored_without_gold(command: Any, tmp_path: Path) -> None:
    for kind, name, text in (
        ("text", "one.txt", "Lavrov said that the talks had failed."),
        (
            "attributions",
            "one_a.ann",
            "T1\tCue 7 11\tsaid\nT2\tContent 12 37\t-\nE1\tAttribution:T3 Content:T2 Cue:T1\n",
        ),
    ):
        place = tmp_path / "test" / kind
        place.mkdir(parents=True)
        (place / name).write_text(text)
    out = tmp_path / "figures.json"
    given = command("evaluate", "--polnear", tmp_path, "--out", out)
    assert (given.code, given.err) == (0, "")
    assert "Gender Gap Tracker" in given.out
    assert json.loads(out.read_text())["polnear"]["all"]["overlap_80"]["right"] == 1


def test_something_to_score_is_needed(command: Any, tmp_path: Path, gold: Path) -> None:
    command("evaluate").assert_refused("GOLD", "--polnear")
    command("evaluate", "--polnear", tmp_path, "--suite").assert_refused("--suite", "GOLD")
    command("evaluate", "--polnear", tmp_path / "none", "--out", tmp_path / "x.json").assert_refused("PolNeAR")
