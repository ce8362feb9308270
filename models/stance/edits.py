"""Changes of a text at known places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.stance.base import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with the edits made; they must not overlap."""
    for edit in sorted(edits, key=lambda item: -item.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def move_span(span: Span, edits: Sequence[Edit]) -> Span:
    """Return where `span` lies after the edits."""
    start = span[0] + sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= span[0])
    end = span[1] + sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= span[1])
    return (start, end)
