"""Every number that decides how the classifier is trained."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Hyperparameters of `stancewatch train`.

    auxiliary_pairs: int = 22000       public pairs drawn at random for the first stage (0: all of them)
    auxiliary_epochs: int = 1          passes over the public debate, directed-news and inference pairs
    domain_epochs: int = 2             passes over the in-domain pairs
    auxiliary_rate: float = 5e-5       peak learning rate of AdamW in the first stage
    domain_rate: float = 7e-5          peak learning rate in the second stage
    refine_epochs: int = 2             further passes over the in-domain pairs
    refine_rate: float = 1.5e-4        peak learning rate in the third stage
    refine_tokens: int = 96            longest pair in the third stage: most are shorter, and time grows with length
    batch_size: int = 32               pairs a step
    max_tokens: int = 128              longer pairs lose the end of the text, never the question
    warm_up: float = 0.06              share of the steps in which the rate rises
    weight_decay: float = 0.01         AdamW, matrices only
    label_smoothing: float = 0.05      mass that a gold label gives to the other labels
    condition_weight: float = 0.3      weight of the loss of the head that says "conditional"
    swap_share: float = 0.5            share of the in-domain pairs whose actors get another name in every pass
    unrelated_share: float = 0.1       auxiliary pairs whose proposition is exchanged for another one
    unrelated_kept: float = 0.4        share of the in-domain pairs without a position that each pass draws
    unrelated_weight: float = 1.5      weight of those pairs in the loss, in part for those that are left out
    neutral_weight: float = 1.6        weight of a neutral pair in the loss: the rare class counts as much as the others
    seed: int = 20260203               of every shuffle, swap and initial weight
    """

    auxiliary_pairs: int = 22_000
    auxiliary_epochs: int = 1
    domain_epochs: int = 2
    auxiliary_rate: float = 5e-5
    domain_rate: float = 7e-5
    refine_epochs: int = 2
    refine_rate: float = 1.5e-4
    refine_tokens: int = 96
    batch_size: int = 32
    max_tokens: int = 128
    warm_up: float = 0.06
    weight_decay: float = 0.01
    label_smoothing: float = 0.05
    condition_weight: float = 0.3
    swap_share: float = 0.5
    unrelated_share: float = 0.1
    unrelated_kept: float = 0.4
    unrelated_weight: float = 1.5
    neutral_weight: float = 1.6
    seed: int = 20260203

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as plain values, for the run record."""
        return asdict(self)
