"""Attributions: who is reported to say, think or want what, by rules on a dependency parse.

Direct, indirect and mixed reports, after the notion of attribution of Pareti (2012, 2016) and PolNeAR (Newell, Margolin
and Ruths 2018): a source, a cue and a content. The way from a reporting verb to its subject and its clause follows
the dependency rules of the Gender Gap Tracker (Asr et al. 2021); quotations, interrupted clauses, nouns, prepositions,
headlines and turns of a transcript are added to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from models.statements.contents import AWAY, MARKS, Paragraph, Span
from models.statements.cues import find_cues
from models.statements.parses import parse_texts
from models.statements.turns import Turn, find_turns

MOST_PIECES = 50
"""Stretches of content from which no further paragraph is added: the cost stays linear."""
AttributionKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reported content with the words that name its source; every span holds offsets into the text.

    `source` is None where the text names nobody. `content` has several spans where the cue stands in its midst.
    `speaking` says that the cue tells of words said or written, not of a thought, a wish or a side taken; `nested`
    that the cue lies in the content of another attribution, or in a quotation.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: AttributionKind
    speaking: bool
    nested: bool = False


def find_attributions(text: str) -> list[Attribution]:
    """Return the attributions of `text` in the order of their cues; the cost is linear in the length of the text."""
    return find_attributions_of([text])[0]


def find_attributions_of(texts: Sequence[str]) -> list[list[Attribution]]:
    """Return the attributions of each text; the texts share the parser's batches."""
    return [_in_text(text, paragraphs) for text, paragraphs in zip(texts, parse_texts(texts), strict=True)]


def _in_text(text: str, parsed: list[tuple[int, Doc]]) -> list[Attribution]:
    spans = [(offset, offset + len(doc.text)) for offset, doc in parsed]
    found = [_from_turn(text, turn) for turn in find_turns(text, spans)]
    taken = {start for item in found for start, _ in item.content}
    speaking: int | None = None  # place in `found` of the report that a quotation in the next paragraph belongs to
    for offset, doc in parsed:
        paragraph = Paragraph(doc)
        own = [_moved(item, offset) for item in _in_paragraph(paragraph)]
        if speaking is not None and offset not in taken and len(found[speaking].content) < MOST_PIECES:
            waiting, quoted = not found[speaking].content, _is_quotation(paragraph) and all(item.nested for item in own)
            if waiting or quoted:
                span = (offset, offset + len(doc.text.rstrip()))
                found[speaking] = replace(found[speaking], content=(*found[speaking].content, span))
                speaking = speaking if quoted else None
                found += own
                continue
        outer = [place for place, item in enumerate(own, len(found)) if item.speaking and not item.nested]
        found += own
        speaking = outer[-1] if outer and found[outer[-1]].kind != "indirect" else None
    return _nesting(text, sorted((item for item in found if item.content), key=lambda item: item.cue))


def _from_turn(text: str, turn: Turn) -> Attribution:
    quoted = turn.transcript or all(text[start] in MARKS for start, _ in turn.content)
    return Attribution(turn.source, turn.cue, turn.content, "direct" if quoted else "indirect", speaking=True)


def _is_quotation(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one quotation, or some, and nothing else."""
    rest = len(paragraph.text.strip()) - sum(end - start for start, end in paragraph.quotes)
    return bool(paragraph.quotes) and paragraph.quotes[0][0] <= 1 and rest <= len(paragraph.quotes) + 2


def _in_paragraph(paragraph: Paragraph) -> list[Attribution]:
    """The attributions of a paragraph; one without content is a report that the next paragraph holds."""
    found: list[Attribution] = []
    opens = paragraph.text.rstrip().endswith(":")
    for cue in find_cues(paragraph.doc):
        content = paragraph.contents(cue)
        span = paragraph.span(cue.cue)
        ends = opens and cue.speaking and len(paragraph.text) - span[1] <= AWAY
        if content or ends:
            source = paragraph.span(cue.source) if cue.source else None
            kind, quoted = _kind(paragraph, content), paragraph.quote_at(span[0]) is not None
            found.append(Attribution(source, span, tuple(content), kind, cue.speaking, nested=quoted))
    return _with_following_quotes(paragraph, found)


def _kind(paragraph: Paragraph, content: Sequence[Span]) -> AttributionKind:
    quoted = [
        paragraph.quote_at(start) is not None and paragraph.quote_at(end - 1) is not None for start, end in content
    ]
    if all(quoted):
        return "direct"
    if any(quoted) or any(start <= begin < end for start, end in content for begin, _ in paragraph.quotes):
        return "mixed"
    return "indirect"


def _with_following_quotes(paragraph: Paragraph, found: list[Attribution]) -> list[Attribution]:
    """Give a quotation that follows a report in the same paragraph, and that no cue claims, to that report."""
    claimed = {
        quote
        for item in found
        for start, end in item.content
        for quote in paragraph.quotes
        if start < quote[1] and quote[0] < end and not quote[0] <= item.cue[0] < quote[1]
    }
    result = list(found)
    for quote in paragraph.quotes:
        if quote in claimed or len(paragraph.text[quote[0] : quote[1]].split()) < 3:
            continue
        before = paragraph.text[: quote[0]].rstrip()
        if before and before[-1] not in ".:!?" + MARKS:
            continue
        place = max(
            (
                place
                for place, item in enumerate(result)
                if item.speaking and item.cue[1] <= quote[0] and paragraph.quote_at(item.cue[0]) is None
            ),
            key=lambda place: result[place].cue,
            default=None,
        )
        if place is not None:
            item = result[place]
            result[place] = replace(item, content=(*item.content, quote))
    return result


def _moved(item: Attribution, offset: int) -> Attribution:
    def move(span: Span) -> Span:
        return span[0] + offset, span[1] + offset

    return replace(
        item,
        source=move(item.source) if item.source else None,
        cue=move(item.cue),
        content=tuple(move(span) for span in item.content),
    )


def _nesting(text: str, found: list[Attribution]) -> list[Attribution]:
    """Mark what lies in another's content, the longest contents first."""
    inside = bytearray(len(text))
    nested: set[int] = set()
    for place in sorted(range(len(found)), key=lambda place: -sum(end - start for start, end in found[place].content)):
        if found[place].nested or inside[found[place].cue[0]]:
            nested.add(place)
        for start, end in found[place].content:
            inside[start:end] = b"\x01" * (end - start)
    return [replace(item, nested=place in nested) for place, item in enumerate(found)]
