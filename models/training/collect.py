"""All in-domain pairs, by split."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.actors import load_catalogue
from models.pipeline import Pipeline
from models.seeds import SEEDS
from models.stance.base import Judgement, Query
from models.topics import load_topics
from models.training.auxiliary import read_rows
from models.training.domain import (
    annotated_examples,
    brief_examples,
    contrast_examples,
    document_examples,
    world_examples,
)
from models.training.examples import Example, Split

UNLABELLED_FILE = "unlabelled.jsonl.gz"
ANNOTATED_FILES = ("train_public.jsonl", "train_news.jsonl")
WORLD_FILE = "world.jsonl"
DOMAIN_FILES = (*ANNOTATED_FILES, WORLD_FILE, UNLABELLED_FILE)
LABELS_FILE = Path(__file__).resolve().parent / "labels.jsonl"
"""Our labels of texts of `UNLABELLED_FILE`: ids and positions only, the texts are their publishers'."""
WRITTEN_FILE = LABELS_FILE.with_name("written.jsonl")
"""Invented reports with every position annotated, written to be hard: see written.md."""
PAIRS_FILE = LABELS_FILE.with_name("pairs.jsonl")
"""Invented minimal sets, in which one small thing turns the answer: see pairs.md."""
VALIDATION_DIGITS = "01"
"""An annotated text validates where the hash of its id starts with one of these hexadecimal digits (one in eight)."""


class NoClassifier:
    """Stands where the pipeline wants a classifier: only its questions are wanted here."""

    name = "none"

    def classify(self, queries: Sequence[Query], progress: Any = None) -> list[Judgement]:
        """Refuse: nobody may ask."""
        raise NotImplementedError("the training data are collected without a classifier")


def collect(data: Path, seed: int) -> dict[Split, list[Example]]:
    """Return the in-domain pairs of each split, from the files of `data` and the seed briefs."""
    catalogue, topics = load_catalogue(), load_topics()
    pipeline = Pipeline(NoClassifier(), catalogue, topics)
    splits: tuple[Split, ...] = ("train", "validation", "test")
    domain: dict[Split, list[Example]] = {
        split: [
            *brief_examples(SEEDS / "briefs.jsonl", pipeline, split),
            *world_examples(data / WORLD_FILE, split, seed),
        ]
        for split in splits
    }
    domain["train"] += document_examples(read_rows(WRITTEN_FILE), pipeline, origin="written")
    domain["train"] += contrast_examples(read_rows(PAIRS_FILE), catalogue)
    rows = annotated_rows(data)
    for validates in (False, True):
        chosen = [row for row in rows if _validates(row) == validates]
        domain["validation" if validates else "train"] += annotated_examples(chosen, catalogue, topics, pipeline, seed)
    return domain


def annotated_rows(data: Path) -> list[dict[str, Any]]:
    """Return every annotated short text: the two annotated files, and the texts to which our own labels belong."""
    rows = [row for name in ANNOTATED_FILES for row in read_rows(data / name)]
    labels = {row["id"]: row["positions"] for row in map(json.loads, LABELS_FILE.read_text("utf-8").splitlines())}
    texts = [row for row in read_rows(data / UNLABELLED_FILE) if row["id"] in labels]
    return [*rows, *({**row, "positions": labels[row["id"]]} for row in texts)]


def _validates(row: dict[str, Any]) -> bool:
    return hashlib.sha256(str(row["id"]).encode()).hexdigest()[0] in VALIDATION_DIGITS
