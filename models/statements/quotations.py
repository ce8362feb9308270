"""Quoted words: straight, curly, angled and low marks, double and single, also where one of a pair is missing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
OPENING = {'"': '"”', "“": '”"', "«": "»", "»": "«", "„": "“”", "‹": "›", "‘": "’", "'": "'"}
"""Each opening mark with those that may close it."""
PAIRED_ONLY = "»‘'"
"""Marks that are something else (a closing mark, an apostrophe) unless their paragraph holds the one that closes them."""
SHORTEST = 3
"""Fewest words of a quotation that says something: shorter ones are scare quotes or names."""

_MARK = re.compile(r"[\"“”«»„‹›‘’']")


def quoted_spans(text: str) -> list[Span]:
    """Return the spans of quoted words (marks excluded) in `text`, in order and without overlap.

    A quotation never runs over a line break: a missing mark spoils one paragraph at most. An opening mark
    that is never closed quotes to the end of its paragraph.
    """
    spans: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        spans += _in_paragraph(text, *paragraph.span())
    return spans


def is_quoting(text: str) -> bool:
    """Whether `text` holds a quotation of at least three words."""
    return any(len(text[start:end].split()) >= SHORTEST for start, end in quoted_spans(text))


def quotation_at(quotations: Sequence[Span], place: int) -> Span | None:
    """Return the one of `quotations` (as `quoted_spans` gives them) in which the character at `place` stands."""
    found = bisect_right(quotations, place, key=lambda span: span[0]) - 1
    return quotations[found] if found >= 0 and place < quotations[found][1] else None


def _in_paragraph(text: str, begin: int, end: int) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    mark = ""
    marks = [_marked(text, match.start(), begin, end) for match in _MARK.finditer(text, begin, end)]
    last = {item.character: item.place for item in marks if not item.goes_on}
    for item in marks:
        if opened is None:
            closed = last.get(OPENING.get(item.character, ""), -1) > item.place
            if item.opens and (closed or item.character not in PAIRED_ONLY):
                opened, mark = item.place + 1, item.character
        elif item.character in OPENING[mark] and not item.goes_on:
            spans.append((opened, item.place))
            opened = None
        elif mark == item.character == '"':
            # a second opening mark: the first was never closed
            spans.append((opened, item.place))
            opened = item.place + 1
    if opened is not None and opened < end:
        spans.append((opened, end))
    return spans


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark, and what the characters beside it let it do: open a quotation; not close one ("goes on")."""

    character: str
    place: int
    opens: bool
    goes_on: bool


def _marked(text: str, place: int, begin: int, end: int) -> _Mark:
    character = text[place]
    before = text[place - 1] if place > begin else " "
    after = text[place + 1] if place + 1 < end else " "
    opens, goes_on = character in OPENING, False
    if character == '"':
        # straight after a word and before a space it closes what was never opened
        opens = before.isspace() or not (after.isspace() or after in ",.;:!?)")
        goes_on = before.isspace() and after.isalnum()
    elif character in "'‘’":
        # an apostrophe, where a letter stands on the wrong side
        opens = opens and not before.isalnum() and not after.isspace()
        goes_on = after.isalnum() or before.isspace()
    return _Mark(character, place, opens, goes_on)
