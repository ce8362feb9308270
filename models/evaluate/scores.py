"""Counts and the figures made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.schema import STANCES


@dataclass(frozen=True, slots=True)
class Match:
    """Found against gold, as counts of distinct items."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found that is gold, 0 to 1; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0 to 1; 0 where there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def compare(found: set[tuple[str, ...]], gold: set[tuple[str, ...]]) -> Match:
    """Count what two sets share."""
    return Match(right=len(found & gold), found=len(found), gold=len(gold))


def accuracy(gold: Sequence[str], found: Sequence[str]) -> float:
    """Share of equal labels, 0 to 1; 0 for empty sequences."""
    return sum(left == right for left, right in zip(gold, found, strict=True)) / len(gold) if gold else 0.0


def class_f1(gold: Sequence[str], found: Sequence[str], label: str) -> float:
    """F1 of one label."""
    right = sum(left == right == label for left, right in zip(gold, found, strict=True))
    total = sum(left == label for left in gold) + sum(right == label for right in found)
    return 2 * right / total if total else 0.0


def macro_f1(gold: Sequence[str], found: Sequence[str], labels: Sequence[str] = STANCES) -> float:
    """Unweighted mean of the F1 of `labels`: a rare one counts as much as a common one."""
    return sum(class_f1(gold, found, label) for label in labels) / len(labels)


def polarity(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean recall of support and oppose, 0 to 1."""
    recalls = []
    for label in ("support", "oppose"):
        of_label = [right for left, right in zip(gold, found, strict=True) if left == label]
        recalls.append(sum(right == label for right in of_label) / len(of_label) if of_label else 0.0)
    return sum(recalls) / 2
