"""One training pair, and how pairs are kept apart by split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.stance.base import Label, Query

Split = Literal["train", "validation", "test"]


@dataclass(frozen=True, slots=True)
class Example:
    """A query with its gold label.

    `conditional` is None where the annotation does not say. `origin` names the data set,
    `weight` scales the pair's share in the loss.
    """

    query: Query
    label: Label
    conditional: bool | None = None
    origin: str = ""
    weight: float = 1.0
