"""An outside check: PolNeAR (Newell, Margolin and Ruths 2018), attributions in US political news of 2015 and 2016.

Nobody trained on it. Its annotators marked far more than reported speech: beliefs, wishes, support, criticism, and what
"seems" or "is expected". Contents are never nested there: an attribution inside another's content is not marked, so
the nested ones that the extractor finds are left out before scoring. Three published or plain rules score the rest:

*Gender Gap Tracker* (Asr et al. 2021, PLOS ONE 16(1)): each gold quote in turn takes, of the found ones not yet taken, the
one that covers the largest share of its characters, if that is more than 0.3 (or 0.8); precision and recall count these
pairs. The speaker of a pair is right where the two spans of the speaker share a character, or where neither has one.

*Citron* (BBC 2021): a source or content is right exactly where an attribution of the other side whose cue overlaps has the
very same spans; overlap counts the words that found and gold spans share over all pairs of them, against the words of each.

*Strict*: a pair by the first rule at 0.8 whose cue overlaps, whose speaker is right, and whose content is no more than a
quarter longer than gold; it cannot be raised by contents that are too long, as the first rule can.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import InputError
from models.evaluate.scores import Match

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as character spans, gold or found."""

    source: Spans
    cue: Spans
    content: Spans


def pair_up(gold: Sequence[Marked], found: Sequence[Marked], least: float) -> list[tuple[Marked, Marked]]:
    """Return the pairs of gold and found by the Gender Gap Tracker's rule."""
    left = list(found)
    pairs: list[tuple[Marked, Marked]] = []
    for item in gold:
        length = characters(item.content)
        shares = [(overlap(item.content, other.content) / length if length else 0.0, -place) for place, other in enumerate(left)]
        best = max(shares, default=(0.0, 0))
        if best[0] > least:
            pairs.append((item, left.pop(-best[1])))
    return pairs


def characters(spans: Spans) -> int:
    """Number of characters in spans that do not overlap."""
    return sum(end - start for start, end in spans)


def overlap(one: Spans, other: Spans) -> int:
    """Number of characters that two sets of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def is_speaker_right(gold: Marked, found: Marked) -> bool:
    """Whether the two name the same speaker by the Gender Gap Tracker's rule."""
    return overlap(gold.source, found.source) > 0 or (not gold.source and not found.source)
