from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.commands import answer
from models.actors import load_catalogue
from models.pipeline import Pipeline
from models.stance import Judgement, Query
from models.topics import load_topics


class WordClassifier:
    """Knows the words "rejected" and "welcomed"."""

    name = "words@1"

    def __init__(self) -> None:
        self.queries: list[Query] = []

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        self.queries += queries
        return [self._judge(query) for query in queries]

    def _judge(self, query: Query) -> Judgement:
        condition = query.text[query.text.index("if ") :].rstrip(".") if "if " in query.text else None
        if "rejected" in query.text:
            return Judgement(0.05, 0.9, 0.03, 0.02, condition is not None, condition)
        if "welcomed" in query.text:
            return Judgement(0.9, 0.05, 0.03, 0.02, condition is not None, condition)
        return Judgement(0.01, 0.01, 0.03, 0.95, False, None)


@dataclass(frozen=True)
class Answer:
    """What a command line gave."""

    code: int
    out: str
    err: str

    def assert_refused(self, *words: str) -> None:
        """One sentence on standard error that holds `words`, code 2, nothing else."""
        assert self.code == 2
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err


Command = Callable[..., Answer]


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    def run(*arguments: str | Path) -> Answer:
        capfdbinary.readouterr()
        code = answer([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Answer(code, out.decode(), err.decode())

    return run


@pytest.fixture
def classifier(monkeypatch: pytest.MonkeyPatch) -> WordClassifier:
    """The words' classifier in place of the shipped one, in the pipeline as well."""
    words = WordClassifier()
    monkeypatch.setattr("models.stance.load_classifier", lambda model="default": words)
    monkeypatch.setattr(
        "models.pipeline.load_pipeline", lambda model="default": Pipeline(words, load_catalogue(), load_topics())
    )
    return words


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(
        "Germany rejected a ceasefire in Ukraine. France welcomed “a truce” in Ukraine.\n", encoding="utf-8"
    )
    return path
