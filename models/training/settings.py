"""Every number that decides how the classifier is trained."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Hyperparameters of `stancewatch train`.

    base: str = "mpnet"                encoder to start from: "mpnet" or "minilm"
    layers: int = 9                    its lowest layers that are kept (0: all)
    frozen_layers: int = 3             of these, the lowest that keep their weights, and with them the embeddings
    auxiliary_pairs: int = 7000        public pairs drawn at random for the first stage (0: all of them)
    auxiliary_epochs: int = 1          passes over the public debate, directed-news and inference pairs
    auxiliary_rate: float = 3e-5       peak learning rate of AdamW in the first stage
    domain_epochs: float = 1.2         passes over the in-domain pairs; the last may be a part
    domain_rate: float = 3e-5          peak learning rate in the second stage
    batch_size: int = 16               pairs a step
    train_tokens: int = 96             longest pair in training: most are shorter, and time grows with length
    max_tokens: int = 128              longest pair in use; longer pairs lose the start of the text, never the question
    warm_up: float = 0.06              share of the steps in which the rate rises
    weight_decay: float = 0.01         AdamW, matrices only
    label_smoothing: float = 0.05      mass that a gold label gives to the other labels
    condition_weight: float = 0.3      weight of the loss of the head that says "conditional"
    swap_share: float = 0.5            share of the in-domain pairs whose actors get another name in every pass
    mask_share: float = 0.5            share of the in-domain pairs, renamed or not, that call the actor "X"
    masked_in_use: bool = True         whether the shipped classifier always calls the actor "X" (see stance/masking.py)
    unrelated_share: float = 0.1       auxiliary pairs whose proposition is exchanged for another one
    unrelated_kept: float = 0.25        share of the in-domain pairs without a position that each pass draws
    unrelated_weight: float = 1.5      weight of those pairs in the loss, in part for those that are left out
    neutral_weight: float = 1.6        weight of a neutral pair in the loss: the rare class counts as much as the others
    averaged: bool = True              whether a run that goes on from a start ships the mean of start and end
    seed: int = 20260203               of every shuffle, swap and initial weight
    """

    base: str = "mpnet"
    layers: int = 9
    frozen_layers: int = 3
    auxiliary_pairs: int = 7_000
    auxiliary_epochs: int = 1
    auxiliary_rate: float = 3e-5
    domain_epochs: float = 1.2
    domain_rate: float = 3e-5
    batch_size: int = 16
    train_tokens: int = 96
    max_tokens: int = 128
    warm_up: float = 0.06
    weight_decay: float = 0.01
    label_smoothing: float = 0.05
    condition_weight: float = 0.3
    swap_share: float = 0.5
    mask_share: float = 0.5
    masked_in_use: bool = True
    unrelated_share: float = 0.1
    unrelated_kept: float = 0.25
    unrelated_weight: float = 1.5
    neutral_weight: float = 1.6
    averaged: bool = True
    seed: int = 20260203

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as plain values, for the run record."""
        return asdict(self)


SETTINGS = {
    "mpnet": TrainingSettings(),
    "minilm": TrainingSettings(
        base="minilm",
        layers=0,
        frozen_layers=0,
        auxiliary_pairs=22_000,
        auxiliary_rate=5e-5,
        domain_epochs=8,
        domain_rate=1e-4,
        batch_size=32,
    ),
}
"""The two classifiers that Stancewatch ships, by the name of their base."""
