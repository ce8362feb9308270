"""Three rules by which found attributions are scored against gold ones, two of them published.

*Gender Gap Tracker* (Asr et al. 2021, PLOS ONE 16(1), and its public evaluation): each gold quote in turn takes, of the found
ones not yet taken, the one that covers the largest share of the gold characters, if that share is more than 0.3 (or 0.8);
precision and recall count these pairs. The speaker of a pair is right where the two speaker spans share a character, or
where neither has one.

*Citron* (BBC 2021, and its public evaluation): a source or content is exactly right where an attribution of the other side
whose cue overlaps has the very same spans. Overlapping scores count the tokens that found and gold spans share, against the
tokens of each; characters stand for tokens here.

*Strict*: a pair by the first rule at 0.8 whose speaker is right, whose cue overlaps, and whose content is at most a quarter
longer than gold: contents that are too long cannot raise it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from models.evaluate.scores import Match

Spans = tuple[tuple[int, int], ...]
LOOSE, CLOSE = 0.3, 0.8
LONGEST = 1.25
"""How many times as long as gold a content may be by the strict rule."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as spans of characters, gold or found; a source may be missing."""

    source: Spans
    cue: Spans
    content: Spans


Documents = Sequence[tuple[list[Marked], list[Marked]]]
"""Gold and found attributions, document by document."""


@dataclass(frozen=True, slots=True)
class QuoteScores:
    """The figures of the three rules; `speaker_30` and `speaker_80` are counts of right speakers among the pairs."""

    overlap_30: Match
    overlap_80: Match
    speaker_30: int
    speaker_80: int
    content_exact: Match
    content_overlap: Match
    source_exact: Match
    source_overlap: Match
    strict: Match

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        shares = {
            name: {"precision": match.precision, "recall": match.recall, "f1": match.f1}
            for name, match in self._matches()
        }
        return {**asdict(self), "shares": shares}

    def table(self) -> str:
        """Return a line for each figure."""
        first, second = self.overlap_30, self.overlap_80
        rows = [
            ("Gender Gap Tracker, quote, over 0.3 of gold", first),
            ("Gender Gap Tracker, quote, over 0.8 of gold", second),
            ("Citron, content, exact", self.content_exact),
            ("Citron, content, overlapping", self.content_overlap),
            ("Citron, source, exact", self.source_exact),
            ("Citron, source, overlapping", self.source_overlap),
            ("strict: 0.8, speaker, cue, no longer than 1.25", self.strict),
        ]
        lines = [
            f"  {name:<48}{100 * match.precision:6.1f}{100 * match.recall:6.1f}{100 * match.f1:6.1f}"
            for name, match in rows
        ]
        speakers = " and ".join(
            f"{100 * right / match.right if match.right else 0:.1f} % at {least}"
            for right, match, least in ((self.speaker_30, first, LOOSE), (self.speaker_80, second, CLOSE))
        )
        return "\n".join([*lines, f"  Gender Gap Tracker, speaker right: {speakers}"])

    def _matches(self) -> Iterable[tuple[str, Match]]:
        return ((name, getattr(self, name)) for name in self.__slots__ if isinstance(getattr(self, name), Match))


def score_quotes(documents: Documents) -> QuoteScores:
    """Score found attributions by the three rules."""
    loose = [pair for gold, found in documents for pair in pair_up(gold, found, LOOSE)]
    close = [pair for gold, found in documents for pair in pair_up(gold, found, CLOSE)]
    marked, made = (sum(len(sides[side]) for sides in documents) for side in (0, 1))
    return QuoteScores(
        overlap_30=Match(len(loose), made, marked),
        overlap_80=Match(len(close), made, marked),
        speaker_30=sum(is_speaker_right(*pair) for pair in loose),
        speaker_80=sum(is_speaker_right(*pair) for pair in close),
        content_exact=_exact(documents, "content"),
        content_overlap=_overlapping(documents, "content"),
        source_exact=_exact(documents, "source"),
        source_overlap=_overlapping(documents, "source"),
        strict=Match(sum(_is_strict(*pair) for pair in close), made, marked),
    )


def pair_up(gold: Sequence[Marked], found: Sequence[Marked], least: float) -> list[tuple[Marked, Marked]]:
    """Return the pairs of gold and found by the Gender Gap Tracker's rule, at a least share above `least`."""
    left = list(found)
    pairs: list[tuple[Marked, Marked]] = []
    for item in gold:
        length = characters(item.content)
        shares = [
            (overlap(item.content, other.content) / length if length else 0.0, -place)
            for place, other in enumerate(left)
        ]
        share, place = max(shares, default=(0.0, 0))
        if share > least:
            pairs.append((item, left.pop(-place)))
    return pairs


def is_speaker_right(gold: Marked, found: Marked) -> bool:
    """Whether two attributions name the same speaker by the Gender Gap Tracker's rule."""
    return overlap(gold.source, found.source) > 0 or (not gold.source and not found.source)


def characters(spans: Spans) -> int:
    """Number of characters in spans that do not overlap each other."""
    return sum(end - start for start, end in spans)


def overlap(one: Spans, other: Spans) -> int:
    """Number of characters that two sets of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _is_strict(gold: Marked, found: Marked) -> bool:
    length = characters(found.content)
    return (
        is_speaker_right(gold, found)
        and overlap(gold.cue, found.cue) > 0
        and length <= LONGEST * characters(gold.content)
    )


def _exact(documents: Documents, role: str) -> Match:
    """Citron's exact rule; found and gold are counted each on its side, and the right ones on the side of the found."""
    right = made = marked = 0
    for gold, found in documents:
        made, marked = made + len(found), marked + len(gold)
        right += sum(
            any(overlap(item.cue, other.cue) and getattr(item, role) == getattr(other, role) for other in gold)
            for item in found
        )
    return Match(right, made, marked)


def _overlapping(documents: Documents, role: str) -> Match:
    """Citron's overlapping rule, on characters that any found and any gold span share."""
    right = made = marked = 0
    for gold, found in documents:
        gold_spans, found_spans = (_union(getattr(item, role) for item in items) for items in (gold, found))
        right += overlap(gold_spans, found_spans)
        made, marked = made + characters(found_spans), marked + characters(gold_spans)
    return Match(right, made, marked)


def _union(groups: Iterable[Spans]) -> Spans:
    """Spans without overlap that cover the same characters: a source that several share counts once."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for spans in groups for span in spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
