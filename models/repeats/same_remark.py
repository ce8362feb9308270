"""Whether two statements report one remark: the quoted words decide where both quote, else all words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from models.repeats.wording import Wording, changes_meaning

HELD = 0.8
"""Share of a quotation's words that the other text must hold, in their order."""
DENSE = 0.75
"""Share of the stretch of the other text in which they stand: not picked together from all over it."""
ALIKE = 0.8
"""Share of matching words in two whole texts (twice the matches by the words of both)."""
LEAST_SHARED = 2
"""Runs of three words in common: fewer are never worth a closer look."""


def is_same_remark(one: Wording, other: Wording) -> bool:
    """Whether the words of two statements are those of one remark; who said it and when is asked elsewhere.

    A longer quotation of either that the other holds, within quotation marks or not, settles it. Where both quote and
    neither holds a quotation of the other they are two, however alike the words around are.
    """
    if one.words == other.words:
        return True
    if len(one.shingles & other.shingles) < LEAST_SHARED:
        return False
    held = any(_holds(other.words, quotation) for quotation in one.quotations)
    if held or any(_holds(one.words, quotation) for quotation in other.quotations):
        return True
    return not (one.quotations and other.quotations) and _are_alike(one.words, other.words)


def _holds(words: Sequence[str], quotation: Sequence[str]) -> bool:
    """Whether `words` hold `quotation` but for a few words, none of which turns its meaning."""
    blocks = _blocks(words, quotation)
    matched = sum(size for _, _, size in blocks)
    if matched < HELD * len(quotation):
        return False
    start, end = blocks[0][0], blocks[-1][0] + blocks[-1][2]
    return matched >= DENSE * (end - start) and not _turned(words[start:end], quotation, [
        (at - start, place, size) for at, place, size in blocks
    ])  # fmt: skip


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    blocks = _blocks(one, other)
    matched = sum(size for _, _, size in blocks)
    return 2 * matched >= ALIKE * (len(one) + len(other)) and not _turned(one, other, blocks)


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the matching stretches (start in one, start in other, size), in order, in an order-free way."""
    # the matcher is not symmetric: the longer text always comes first
    if (len(one), one) < (len(other), other):
        return [(at, place, size) for place, at, size in _blocks(other, one)]
    found = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in found if block.size]


def _turned(one: Sequence[str], other: Sequence[str], blocks: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a word that only one of the two has makes them different."""
    in_one = {at + step for at, _, size in blocks for step in range(size)}
    in_other = {at + step for _, at, size in blocks for step in range(size)}
    left = [word for place, word in enumerate(one) if place not in in_one]
    left += [word for place, word in enumerate(other) if place not in in_other]
    return any(changes_meaning(word) for word in left)
