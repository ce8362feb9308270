"""The commands with the weights that travel with the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.seeds import SEEDS
from models.stance.weights import DEFAULT, RECORD, WEIGHTS

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / DEFAULT / RECORD).is_file(), reason="the weights are not here; make train writes them"
)


def test_read_finds_what_the_seed_article_says(command: Any) -> None:
    given = command("read", SEEDS / "2026-02-03-russia-foreign-forces.txt")
    rows = [json.loads(line) for line in given.out.splitlines()]
    assert ("Russia", "foreign_troops", "oppose") in {(row["actor"], row["topic"], row["stance"]) for row in rows}
    assert all(abs(row["p_support"] + row["p_oppose"] + row["p_neutral"] - 1) < 1e-3 for row in rows)


def test_classify_answers_for_a_topic_that_no_catalogue_knows(command: Any, tmp_path: Path) -> None:
    asked = tmp_path / "asked.jsonl"
    propositions = ("building the canal", "building the canal")
    texts = ("Ruritania strongly supports building the canal.", "Ruritania firmly rejects building the canal.")
    asked.write_text(
        "".join(
            json.dumps({"text": text, "actor": "Ruritania", "proposition": proposition}) + "\n"
            for text, proposition in zip(texts, propositions, strict=True)
        )
    )
    rows = [json.loads(line) for line in command("classify", asked).out.splitlines()]
    assert [row["stance"] for row in rows] == ["support", "oppose"]
    assert all("@" in row["model"] for row in rows)
