"""What the classifier has to beat: the commonest label, words alone, and zero-shot inference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from models.errors import InputError
from models.evaluate.gold_pairs import GoldPair
from models.schema import Stance
from models.stance.base import Query

LEAST_ENTAILMENT = 0.5
BATCH = 16


class Method(Protocol):
    """A way to give each question one of the three stances."""

    name: str

    def answer(self, queries: Sequence[Query]) -> list[Stance]:
        """Return the stance of every question, in order."""
        ...


class Majority:
    """Always says what is commonest in training."""

    name = "majority"

    def __init__(self, training: Sequence[GoldPair]) -> None:
        """Count the stances of `training`; support where there is nothing to count."""
        counts = Counter(pair.stance for pair in training)
        self._stance: Stance = counts.most_common(1)[0][0] if counts else "support"

    def answer(self, queries: Sequence[Query]) -> list[Stance]:
        """Return the same stance for all."""
        return [self._stance] * len(queries)


class WordModel:
    """TF-IDF of words and pairs of words, and a logistic regression that counts rare stances up."""

    name = "TF-IDF and logistic regression"

    def __init__(self, training: Sequence[GoldPair]) -> None:
        """Fit on `training`, which must hold at least two stances."""
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        self._model: Any = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
            LogisticRegression(class_weight="balanced", max_iter=2000),
        )
        self._model.fit([_words(pair.query) for pair in training], [pair.stance for pair in training])

    def answer(self, queries: Sequence[Query]) -> list[Stance]:
        """Return the likeliest stance of each."""
        return [str(label) for label in self._model.predict([_words(query) for query in queries])]  # type: ignore[misc]


class ZeroShot:
    """Natural language inference with two hypotheses (Yin et al. 2019, "Benchmarking zero-shot text classification").

    "Actor supports X" and "Actor opposes X": the one that the text entails more, or neutral where it entails neither.
    """

    def __init__(self, folder: Path) -> None:
        """Load the inference model of `folder`; needs PyTorch.

        Raises InputError where PyTorch is missing, or where the folder holds no model that knows entailment.
        """
        if find_spec("torch") is None:
            raise InputError("Zero-shot inference needs PyTorch; run: pip install 'stancewatch[train]'.")
        if not (folder / "config.json").is_file():
            raise InputError(f"{folder} holds no model; give a folder with config.json, weights and tokeniser.")
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        self.name = f"zero-shot inference ({folder.name})"
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._model: Any = AutoModelForSequenceClassification.from_pretrained(folder, local_files_only=True).eval()
        labels = {str(label).lower(): place for place, label in self._model.config.id2label.items()}
        if "entailment" not in labels:
            raise InputError(f"The model in {folder} knows no entailment; give one for natural language inference.")
        self._entailment = int(labels["entailment"])

    def answer(self, queries: Sequence[Query]) -> list[Stance]:
        """Return the stance of each."""
        supports = self._entails([(query.text, f"{query.actor} supports {query.proposition}.") for query in queries])
        opposes = self._entails([(query.text, f"{query.actor} opposes {query.proposition}.") for query in queries])
        return [_likelier(support, oppose) for support, oppose in zip(supports, opposes, strict=True)]

    def _entails(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        import torch

        answers: list[float] = []
        for start in range(0, len(pairs), BATCH):
            some = pairs[start : start + BATCH]
            encoded = self._tokenizer(
                [text for text, _ in some], [hypothesis for _, hypothesis in some],
                truncation="only_first", max_length=256, padding=True, return_tensors="pt",
            )  # fmt: skip
            with torch.no_grad():
                logits = self._model(**encoded).logits
            answers += logits.softmax(dim=-1)[:, self._entailment].tolist()
        return answers


def _likelier(support: float, oppose: float) -> Stance:
    if max(support, oppose) < LEAST_ENTAILMENT:
        return "neutral"
    return "support" if support >= oppose else "oppose"


def _words(query: Query) -> str:
    return f"{query.context} {query.text} {query.proposition}"
