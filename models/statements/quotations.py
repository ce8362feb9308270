"""Quoted words: straight, curly and angled marks, also where one of a pair is missing."""

from __future__ import annotations

import re

Span = tuple[int, int]
OPENING = {"“": "”", "«": "»", "„": "“”", "‹": "›"}
SHORTEST = 3
"""Fewest words of a quotation that says something: shorter ones are scare quotes or names."""


def quoted_spans(text: str) -> list[Span]:
    """Return the spans of quoted words (marks excluded) in `text`, in order and without overlap.

    A quotation never runs over a line break: a missing mark spoils one paragraph at most. An opening mark
    that is never closed quotes to the end of its paragraph.
    """
    spans: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        spans += _in_paragraph(paragraph.group(), paragraph.start())
    return spans


def is_quoting(text: str) -> bool:
    """Whether `text` holds a quotation of at least three words."""
    return any(len(text[start:end].split()) >= SHORTEST for start, end in quoted_spans(text))


def _in_paragraph(paragraph: str, offset: int) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    closing = ""
    for place, character in enumerate(paragraph):
        if opened is None:
            if character == '"' or character in OPENING:
                opened, closing = place + 1, OPENING.get(character, '"')
        elif character in closing:
            spans.append((offset + opened, offset + place))
            opened = None
    if opened is not None and opened < len(paragraph):
        spans.append((offset + opened, offset + len(paragraph)))
    return spans
