from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_order_and_other_fields_are_kept(command: Any, classifier: Any, tmp_path: Path) -> None:
    asked = [
        {
            "id": str(number),
            "text": f"Ruritania {verb} it.",
            "actor": "Ruritania",
            "proposition": "a toll",
            "mark": [verb],
        }
        for number, verb in enumerate(["rejected", "welcomed", "saw"] * 50)
    ]
    given = command("classify", write(tmp_path / "asked.jsonl", *asked))
    assert (given.code, given.err) == (0, "")
    rows = [json.loads(line) for line in given.out.splitlines()]
    assert [{name: row[name] for name in asked[0]} for row in rows] == asked
    assert [row["stance"] for row in rows] == ["oppose", "support", "unrelated"] * 50
    assert all(
        abs(sum(row[f"p_{name}"] for name in ("support", "oppose", "neutral", "unrelated")) - 1) < 1e-3 for row in rows
    )
    assert {row["model"] for row in rows} == {"words@1"}


def test_a_condition_belongs_to_a_side(command: Any, classifier: Any, tmp_path: Path) -> None:
    row = {"text": "Ruritania welcomed it if tolls fall.", "actor": "Ruritania", "proposition": "a toll"}
    (answer,) = [json.loads(line) for line in command("classify", write(tmp_path / "a", row)).out.splitlines()]
    assert (answer["conditional"], answer["condition"]) == (True, "if tolls fall")


def test_a_topic_stands_for_its_proposition_and_a_name_for_its_actor(
    command: Any, classifier: Any, tmp_path: Path
) -> None:
    row = {"text": "The Kremlin rejected it, Berlin did not.", "actor": "Russia", "topic": "ceasefire"}
    assert command("classify", write(tmp_path / "asked.jsonl", row)).code == 0
    (query,) = classifier.queries
    assert (query.actor, "truce" in query.proposition) == ("Russia", True)
    marked = [query.text[start:end] for start, end in query.actor_spans]
    assert len(marked) == 1
    assert "Kremlin" in marked[0]


def test_a_person_whom_the_text_names_stays_that_person(command: Any, classifier: Any, tmp_path: Path) -> None:
    row = {"text": "Trump rejected what Biden had welcomed.", "actor": "Biden", "proposition": "a deal"}
    command("classify", write(tmp_path / "asked.jsonl", row))
    assert (classifier.queries[0].actor, classifier.queries[0].actor_spans) == ("Biden", None)


def test_standard_input_is_the_default(command: Any, classifier: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # half a surrogate pair is valid in JSON and must come back as it was
    line = b'\xef\xbb\xbf{"text":"Ruritania rejected it \\ud800 \xc3\xbc","actor":"Ruritania","proposition":"x"}\n\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    given = command("classify")
    assert json.loads(given.out)["stance"] == "oppose"
    assert "\\ud800 ü" in given.out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", ("Line 2", "no JSON")),
        ("[" * 100_000, ("Line 2", "no JSON")),
        ("[1]", ("Line 2", "object")),
        ('{"actor":"A","proposition":"p"}', ("Line 2", "text")),
        ('{"text":"t","actor":7,"proposition":"p"}', ("Line 2", "actor")),
        ('{"text":"t","actor":"A"}', ("Line 2", "proposition or topic")),
        ('{"text":"t","actor":"A","topic":"cease"}', ("Line 2", "'cease'", "ceasefire", "sanctions")),
    ],
)
def test_bad_lines_are_refused_by_number(
    command: Any, classifier: Any, tmp_path: Path, line: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text('{"text":"t","actor":"A","proposition":"p"}\n' + line + "\n")
    command("classify", path).assert_refused(*words)


def test_text_that_is_not_utf8_and_a_missing_file_are_refused(command: Any, classifier: Any, tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes(b'{"text":"\xfc"}\n')
    command("classify", path).assert_refused("Line 1", "UTF-8")
    command("classify", tmp_path / "nowhere").assert_refused("nowhere")
