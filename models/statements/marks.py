"""Quotations with their marks, of every usual kind, also where marks are missing."""

from __future__ import annotations

import re

Span = tuple[int, int]
_DOUBLE = re.compile(r"[“”„«»\"]|''|``|’’|‘‘")
_SINGLE = re.compile(r"[‘’'‹›]")
_OPENING = "“„«``‘‘"
LONGEST_SCARE = 60
"""A quotation in single marks that ends without a comma or full stop inside is at most as long as this."""


def quotations(paragraph: str) -> list[Span]:
    """Return the spans of quotations in `paragraph`, marks included, in order and without overlap.

    A double mark opens where a letter follows it and none precedes it, else it closes. What is opened and not closed
    goes on to the end. Single marks count where the paragraph has no double ones, as British papers use them.
    """
    spans = _paired(paragraph, _DOUBLE)
    return spans or _single(paragraph)


def _paired(paragraph: str, pattern: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    for match in pattern.finditer(paragraph):
        if opened is None:
            stray = match.group() in '”»"' and paragraph[match.start() - 1 : match.start()].isalnum()
            if not stray and (match.group() not in "”»" or not spans):
                opened = match.start()
        elif _opens(paragraph, match):
            # the closing mark before it is missing where a sentence ended, else this one stands inside
            if paragraph[: match.start()].rstrip()[-1:] in ".!?”":
                spans.append((opened, match.start()))
                opened = match.start()
        else:
            spans.append((opened, match.end()))
            opened = None
    if opened is not None and paragraph[opened + 1 :].strip():
        spans.append((opened, len(paragraph)))
    return [(start, start + len(paragraph[start:end].rstrip())) for start, end in spans]


def _opens(paragraph: str, match: re.Match[str]) -> bool:
    if match.group() in _OPENING:
        return True
    if match.group() in "”»":
        return False
    before, after = paragraph[match.start() - 1 : match.start()], paragraph[match.end() : match.end() + 1]
    return (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()


def _single(paragraph: str) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    for match in _SINGLE.finditer(paragraph):
        before, after = paragraph[match.start() - 1 : match.start()], paragraph[match.end() : match.end() + 1]
        if opened is None:
            if (
                not before.isalnum()
                and before not in ",.!?"
                and (after.isalnum() or after in "…[")
                or match.start() == 0
            ):
                opened = match.start()
        elif not (after.isalnum() or before.isspace()) and (before in ",.!?" or match.end() - opened <= LONGEST_SCARE):
            spans.append((opened, match.end()))
            opened = None
    return spans
