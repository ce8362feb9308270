"""The shipped classifier: an int8 graph that ONNX Runtime runs on the CPU."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
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

ENCODED_AT_ONCE = 32
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
        options.intra_op_num_threads = 1  # the cores run a pair each
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._tokenizer.truncation_side = "left"
        self._record = record
        self._workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self._masker = actor_masker(load_catalogue()) if record.get("masked") else None

    @property
    def name(self) -> str:
        """`name@version`, the version being the first digits of the graph's hash."""
        return f"{self._record['name']}@{self._record['version']}"

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        """Answer every query, in order; an answer depends on nothing but its query."""
        return self.judge(queries, *self.outputs(queries, progress))

    def outputs(
        self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Floats, Floats]:
        """Return label logits, shape (queries, 4), and condition logits, shape (queries,), in the order of the queries.

        Every pair runs alone, one on each core: an int8 graph has one scale for all that runs together, so that in a
        batch an answer would depend on its neighbours.
        """
        labels, conditions = np.zeros((len(queries), 4), np.float32), np.zeros(len(queries), np.float32)
        with ThreadPoolExecutor(self._workers) as pool:
            for start in range(0, len(queries), ENCODED_AT_ONCE):
                # the tokeniser is not safe to call from several threads, the session is
                encoded = self._encode(queries[start : start + ENCODED_AT_ONCE])
                for place, (found, condition) in enumerate(pool.map(self._logits, encoded), start=start):
                    labels[place], conditions[place] = found[0], condition[0]
                if progress:
                    progress(start + len(encoded), len(queries))
        return labels, conditions

    def judge(self, queries: Sequence[Query], labels: Floats, conditions: Floats) -> list[Judgement]:
        """Turn outputs into calibrated answers by the record's temperatures and threshold."""
        return [
            self._judgement(labels[place].astype(np.float64), float(conditions[place]), query.text)
            for place, query in enumerate(queries)
        ]

    def _encode(self, queries: Sequence[Query]) -> list[dict[str, NDArray[np.int64]]]:
        """The graph's inputs for each query, of shape (1, tokens)."""
        pairs = [render(self._masker(query) if self._masker else query) for query in queries]
        encoded = self._tokenizer(
            [text for text, _ in pairs],
            [question[:QUESTION] for _, question in pairs],
            truncation="only_first",
            max_length=int(self._record["max_tokens"]),
        )
        names = [name for name in INPUTS if name in encoded]
        return [{name: np.array([encoded[name][place]], np.int64) for name in names} for place in range(len(pairs))]

    def _logits(self, inputs: dict[str, NDArray[np.int64]]) -> tuple[Floats, Floats]:
        labels, conditions = self._session.run(None, inputs)
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
