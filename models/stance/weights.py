"""The classifiers that travel with Stancewatch, by name."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from models.errors import InputError
from models.stance.base import StanceClassifier

WEIGHTS = Path(__file__).resolve().parent.parent / "weights"
DEFAULT = "mpnet"
FAST = "minilm"
GRAPH = "model.onnx"
RECORD = "record.json"
CARD = "card.md"
FIGURES = "metrics.json"
"""What `stancewatch evaluate` wrote about the shipped weights: the page on method and accuracy shows it."""
ALIASES = {"default": DEFAULT, "fast": FAST}


@cache
def load_classifier(model: str = "default") -> StanceClassifier:
    """Return the classifier called `model`: "default", "fast", or a folder that `stancewatch train` wrote.

    Raises InputError where there is none, or where its graph is not the one that its record describes.
    """
    from models.stance.onnx import OnnxClassifier  # onnxruntime and transformers load only when they are used

    folder = weights_folder(model)
    return OnnxClassifier(folder, read_record(folder))


def weights_folder(model: str = "default") -> Path:
    """Return the folder of the weights, record, card and figures of the classifier called `model`.

    Raises InputError where there is none.
    """
    folder = WEIGHTS / ALIASES.get(model, model)
    if not (folder / RECORD).is_file():
        folder = Path(model)
    if not (folder / RECORD).is_file():
        known = ", ".join(sorted({*ALIASES, *(path.parent.name for path in WEIGHTS.glob(f"*/{RECORD}"))}))
        raise InputError(
            f"There is no model '{model}'; choose one of {known}, or a folder written by stancewatch train."
        )
    return folder


def read_record(folder: Path) -> dict[str, Any]:
    """Return the run record beside the weights of `folder`, after checking the graph against its hash."""
    record: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    actual = file_hash(folder / GRAPH)
    if actual != record["sha256"]:
        raise InputError(f"{folder / GRAPH} is not the file that its record describes; restore it from the repository.")
    return record


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
