"""The classifier beside its baselines on the same gold positions, with intervals, confusion and calibration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from models.evaluate.baselines import Method
from models.evaluate.calibration import Bin, reliability
from models.evaluate.gold_pairs import GoldPair
from models.evaluate.scores import accuracy, class_f1, macro_f1, polarity
from models.schema import STANCES, Stance
from models.stance.base import Judgement, StanceClassifier

RESAMPLES = 1000
FEWEST = 5
"""Positions that a topic, actor, outlet or year needs to get a row of its own."""

Groups = dict[str, Callable[[GoldPair], str]]
GROUPS: Groups = {
    "topic": lambda pair: pair.topic,
    "actor": lambda pair: pair.query.actor,
    "source": lambda pair: pair.source,
    "year": lambda pair: pair.year,
}


@dataclass(frozen=True, slots=True)
class MethodScore:
    """One method on the gold positions: shares from 0 to 1; `interval` is the 95 % bootstrap interval of macro-F1."""

    name: str
    accuracy: float
    macro_f1: float
    polarity: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The classifier's accuracy on the gold positions of one topic, actor, outlet or year."""

    name: str
    positions: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of one run on given gold positions.

    `confusion` holds counts: rows are gold support, oppose and neutral, columns what was found.
    `condition_f1` is None where the gold says nothing about conditions.
    """

    model: str
    positions: int
    training_positions: int
    methods: tuple[MethodScore, ...]
    confusion: tuple[tuple[int, ...], ...]
    reliability: tuple[Bin, ...]
    calibration_error: float
    condition_f1: float | None
    groups: dict[str, tuple[GroupScore, ...]]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        return asdict(self)

    def table(self) -> str:
        """Return the methods as a table for a terminal, the best last."""
        rows = [
            f"given actor and topic, {self.positions} gold positions ({self.training_positions} to train the baselines)",
            f"{'':40}{'accuracy':>10}{'macro-F1':>10}{'95 % interval':>16}{'polarity':>10}",
        ]
        for row in self.methods:
            interval = f"{row.interval[0]:.3f}-{row.interval[1]:.3f}"
            rows.append(f"{row.name:40}{row.accuracy:>10.3f}{row.macro_f1:>10.3f}{interval:>16}{row.polarity:>10.3f}")
        rows.append(f"calibration error {self.calibration_error:.3f}")
        if self.condition_f1 is not None:
            rows[-1] += f", conditions F1 {self.condition_f1:.3f}"
        return "\n".join(rows)


def compare_methods(
    pairs: Sequence[GoldPair],
    training: Sequence[GoldPair],
    classifier: StanceClassifier,
    methods: Sequence[Method],
    seed: int = 0,
) -> Comparison:
    """Ask `classifier` and the baselines about the same gold positions (one at least)."""
    queries = [pair.query for pair in pairs]
    gold = [pair.stance for pair in pairs]
    judgements = classifier.classify(queries)
    found = [three_way(judgement) for judgement in judgements]
    scores = [method_score(method.name, gold, method.answer(queries), seed) for method in methods]
    bins, error = reliability(
        [max(judgement.stance_probabilities()) for judgement in judgements],
        [answer == label for answer, label in zip(found, gold, strict=True)],
    )
    return Comparison(
        model=classifier.name,
        positions=len(pairs),
        training_positions=len(training),
        methods=(*scores, method_score(classifier.name, gold, found, seed)),
        confusion=tuple(tuple(_count(gold, found, left, right) for right in STANCES) for left in STANCES),
        reliability=bins,
        calibration_error=error,
        condition_f1=condition_f1([pair.conditional for pair in pairs], judgements),
        groups={name: group_scores(pairs, found, of) for name, of in GROUPS.items()},
    )


def three_way(judgement: Judgement) -> Stance:
    """Return the likeliest of support, oppose and neutral, given that there is a position."""
    shares = dict(zip(STANCES, judgement.stance_probabilities(), strict=True))
    return max(STANCES, key=lambda stance: shares[stance])


def method_score(name: str, gold: Sequence[Stance], found: Sequence[Stance], seed: int) -> MethodScore:
    """Score one method; the interval comes from resampling the positions (Efron and Tibshirani 1993)."""
    rng = np.random.default_rng(seed)
    draws = rng.integers(0, len(gold), size=(RESAMPLES, len(gold)))
    values = [macro_f1([gold[place] for place in draw], [found[place] for place in draw]) for draw in draws]
    low, high = (round(float(value), 4) for value in np.quantile(values, (0.025, 0.975)))
    return MethodScore(
        name=name,
        accuracy=round(accuracy(gold, found), 4),
        macro_f1=round(macro_f1(gold, found), 4),
        polarity=round(polarity(gold, found), 4),
        interval=(low, high),
    )


def group_scores(
    pairs: Sequence[GoldPair], found: Sequence[Stance], of: Callable[[GoldPair], str]
) -> tuple[GroupScore, ...]:
    """Return the accuracy by group, the largest group first; those with too few positions are left out."""
    right: dict[str, list[bool]] = {}
    for pair, stance in zip(pairs, found, strict=True):
        right.setdefault(of(pair), []).append(stance == pair.stance)
    scores = [
        GroupScore(name, len(hits), round(sum(hits) / len(hits), 4))
        for name, hits in right.items()
        if name and len(hits) >= FEWEST
    ]
    return tuple(sorted(scores, key=lambda score: (-score.positions, score.name)))


def _count(gold: Sequence[str], found: Sequence[str], left: str, right: str) -> int:
    return sum(pair == (left, right) for pair in zip(gold, found, strict=True))


def condition_f1(gold: Sequence[bool | None], judgements: Sequence[Judgement]) -> float | None:
    """F1 of "conditional"; pairs whose gold is None are left out, and without a conditional one there is no figure."""
    known = [
        (str(truth), str(item.conditional)) for truth, item in zip(gold, judgements, strict=True) if truth is not None
    ]
    if not any(truth == "True" for truth, _ in known):
        return None
    return round(class_f1([truth for truth, _ in known], [found for _, found in known], "True"), 4)
