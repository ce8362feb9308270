"""The behaviour suite: minimal pairs of diplomatic grammar, and how many of them a classifier reads right.

`behaviour.jsonl` was written by hand. Every sentence in it is invented, those given to real people and states too:
it tests how words are read and says nothing about what anyone ever said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from models.actors import Catalogue, actor_spans, load_catalogue
from models.errors import InputError
from models.stance.base import LABELS, Label, Query, StanceClassifier
from models.stance.rendering import name_spans
from models.topics import Topic, load_topics

SUITE_FILE = Path(__file__).resolve().parent / "behaviour.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """One question of the suite with its right answer."""

    query: Query
    stance: Label


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cases that differ in one small thing; `kind` says in which."""

    kind: str
    first: Case
    second: Case


@dataclass(frozen=True, slots=True)
class KindRate:
    """How many of the pairs of one kind passed."""

    kind: str
    passed: int
    pairs: int

    @property
    def rate(self) -> float:
        """Share of the pairs that passed, 0 to 1; 0 where there are none."""
        return self.passed / self.pairs if self.pairs else 0.0


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A case that the classifier got wrong."""

    kind: str
    text: str
    actor: str
    proposition: str
    gold: Label
    found: Label


@dataclass(frozen=True, slots=True)
class BehaviourReport:
    """The suite as one classifier answered it; a pair passes when both of its answers are right."""

    model: str
    kinds: tuple[KindRate, ...]
    wrong: tuple[WrongAnswer, ...]

    @property
    def total(self) -> KindRate:
        """All kinds together."""
        return KindRate("all", sum(item.passed for item in self.kinds), sum(item.pairs for item in self.kinds))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        return {
            "model": self.model,
            **_figures(self.total),
            "kinds": [{"kind": item.kind, **_figures(item)} for item in self.kinds],
            "wrong": [asdict(item) for item in self.wrong],
        }

    def table(self) -> str:
        """Return the pass rates as a table for a terminal, the weakest kind first."""
        rows = [f"behaviour suite, model {self.model}", f"{'kind':40}{'passed':>8}{'pairs':>7}{'rate':>7}"]
        ranked = sorted(self.kinds, key=lambda item: (item.rate, item.kind))
        rows += [f"{item.kind:40}{item.passed:>8}{item.pairs:>7}{item.rate:>7.2f}" for item in (*ranked, self.total)]
        return "\n".join(rows)


def load_suite(path: Path = SUITE_FILE) -> list[Pair]:
    """Return the pairs of a suite, in the order of the file.

    Raises InputError where a line is no JSON object, lacks a field, or names an unknown topic or stance.
    """
    if not path.is_file():
        raise InputError(f"There is no behaviour suite {path}; give a JSON Lines file of pairs.")
    catalogue, topics = load_catalogue(), load_topics()
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [_pair(line, f"Line {number} of {path}", catalogue, topics) for number, line in lines if line.strip()]


def evaluate_behaviour(
    classifier: StanceClassifier,
    pairs: Sequence[Pair] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> BehaviourReport:
    """Ask `classifier` every question of `pairs` (the shipped suite by default) and count by kind what it got right."""
    suite = load_suite() if pairs is None else pairs
    cases = [case for pair in suite for case in (pair.first, pair.second)]
    answers = [judgement.label for judgement in classifier.classify([case.query for case in cases], progress)]
    kinds = list(dict.fromkeys(pair.kind for pair in suite))
    right = [answer == case.stance for case, answer in zip(cases, answers, strict=True)]
    passes = [(pair.kind, right[2 * place] and right[2 * place + 1]) for place, pair in enumerate(suite)]
    by_kind = {kind: [passed for other, passed in passes if other == kind] for kind in kinds}
    return BehaviourReport(
        model=classifier.name,
        kinds=tuple(KindRate(kind, sum(passed), len(passed)) for kind, passed in by_kind.items()),
        wrong=tuple(
            _wrong(suite[place // 2].kind, case, answer)
            for place, (case, answer) in enumerate(zip(cases, answers, strict=True))
            if not right[place]
        ),
    )


def _figures(item: KindRate) -> dict[str, float]:
    return {"passed": item.passed, "pairs": item.pairs, "rate": item.rate}


def _wrong(kind: str, case: Case, found: Label) -> WrongAnswer:
    query = case.query
    return WrongAnswer(kind, query.text, query.actor, query.proposition, case.stance, found)


def _pair(line: str, where: str, catalogue: Catalogue, topics: Mapping[str, Topic]) -> Pair:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where} is no JSON: {error.msg}; mend or remove it.") from error
    if not isinstance(row, dict) or not row.get("kind") or not row.get("actor"):
        raise InputError(f"{where} needs the fields kind and actor.")
    if ("topic" in row) == ("proposition" in row) or row.get("topic", next(iter(topics))) not in topics:
        raise InputError(f"{where} needs either a proposition or the key of a topic, one of {', '.join(topics)}.")
    proposition = topics[row["topic"]].proposition if "topic" in row else str(row["proposition"])
    sides = [_case(row.get(side), row["actor"], proposition, where, catalogue) for side in ("first", "second")]
    return Pair(row["kind"], *sides)


def _case(side: Any, actor: str, proposition: str, where: str, catalogue: Catalogue) -> Case:
    if not isinstance(side, dict) or not side.get("text") or side.get("stance") not in LABELS:
        raise InputError(f"{where} needs first and second, each with a text and a stance, one of {', '.join(LABELS)}.")
    text, asked = side["text"], side.get("actor", actor)
    # marked as the pipeline marks them: offices, people and capitals too; invented states are not in the catalogue
    found = actor_spans(text, asked, catalogue)
    return Case(Query(text, asked, proposition, actor_spans=found or name_spans(text, asked)), side["stance"])
