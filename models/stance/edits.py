"""Changes of a text at known places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.stance.base import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in order, without empty ones and those that overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if span[1] > span[0] and (not kept or span[0] >= kept[-1][1]):
            kept.append(span)
    return kept


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
