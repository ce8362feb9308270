"""The shipped classifier: an int8 graph that ONNX Runtime runs on the CPU."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from scipy.special import softmax
from transformers import AutoTokenizer

from models.actors import load_catalogue
from models.stance.base import LABELS, Judgement, Query
from models.stance.masking import actor_masker
from models.stance.rendering import render
from models.statements.conditions import find_condition

BATCH = 32
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
"""What a graph may want, in this order; encoders without segments do not have the last."""
UNRELATED = LABELS.index("unrelated")
"""The last label: the stances stand before it."""
Floats = NDArray[np.float32]


class OnnxClassifier:
    """Answers queries with the graph and the tokeniser of one folder."""

    def __init__(self, folder: Path, record: dict[str, Any]) -> None:
        """Load the graph of `folder`; `record` is the run record beside it (name, version, calibration, masked or not)."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._tokenizer.truncation_side = "left"
        self._record = record
        self._masker = actor_masker(load_catalogue()) if record.get("masked") else None

    @property
    def name(self) -> str:
        """`name@version`, the version being the first digits of the graph's hash."""
        return f"{self._record['name']}@{self._record['version']}"

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        """Answer every query, in order; pairs of similar length run together."""
        return self.judge(queries, *self.outputs(queries, progress))

    def outputs(
        self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Floats, Floats]:
        """Return label logits, shape (queries, 4), and condition logits, shape (queries,), in the order of the queries."""
        pairs = [render(self._masker(query) if self._masker else query) for query in queries]
        order = sorted(range(len(pairs)), key=lambda place: len(pairs[place][0]) + len(pairs[place][1]))
        labels, conditions = np.zeros((len(pairs), 4), np.float32), np.zeros(len(pairs), np.float32)
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            labels[places], conditions[places] = self._logits([pairs[place] for place in places])
            if progress:
                progress(start + len(places), len(order))
        return labels, conditions

    def judge(self, queries: Sequence[Query], labels: Floats, conditions: Floats) -> list[Judgement]:
        """Turn outputs into calibrated answers by the record's temperatures and threshold."""
        return [
            self._judgement(labels[place].astype(np.float64), float(conditions[place]), query.text)
            for place, query in enumerate(queries)
        ]

    def _logits(self, pairs: Sequence[tuple[str, str]]) -> tuple[Floats, Floats]:
        encoded = self._tokenizer(
            [text for text, _ in pairs],
            [question[:QUESTION] for _, question in pairs],
            truncation="only_first",
            max_length=int(self._record["max_tokens"]),
            padding=True,
            return_tensors="np",
        )
        labels, conditions = self._session.run(
            None, {name: encoded[name].astype(np.int64) for name in INPUTS if name in encoded}
        )
        return labels, conditions

    def _judgement(self, logits: NDArray[np.float64], condition_logit: float, text: str) -> Judgement:
        temperature = float(self._record["temperature"])
        p_unrelated = float(softmax(logits / temperature)[UNRELATED])
        shares = softmax(logits[:UNRELATED] / float(self._record.get("stance_temperature", temperature)))
        p_support, p_oppose, p_neutral = (float(share) * (1 - p_unrelated) for share in shares)
        words = find_condition(text) if condition_logit > float(self._record["condition_threshold"]) else None
        return Judgement(p_support, p_oppose, p_neutral, p_unrelated, words is not None, words)


QUESTION = 400
"""Longest question, in characters: it always leaves room for the text."""
