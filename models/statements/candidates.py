"""Candidate statements: each sentence of a document with the actors that it may give a position to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial

from models.actors import Catalogue, Mention, find_mentions
from models.schema import Document, Kind
from models.statements.quotations import is_quoting, quoted_spans
from models.statements.references import REACH, is_reference, listed, resolve_references
from models.statements.sentences import split_sentences

Span = tuple[int, int]
_ACT = re.compile(
    r"(?<!\w)(?:vot(?:ed?|es|ing)|veto(?:ed|es)?|sign(?:ed|s)|adopt(?:ed|s)|approv(?:ed?|es)|ratif(?:ied|ies)|impos(?:ed?|es)|"
    r"abstain(?:ed|s)?|pass(?:ed|es)|deliver(?:ed|s)|sent|lift(?:ed|s)|suspend(?:ed|s)|halt(?:ed|s)|extend(?:ed|s)|block(?:ed|s))(?!\w)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"(?<!\w)(?:[Ww]e|[Oo]urs?|us|I|[Mm]y)(?!\w)")
VAGUE = ("government", "authorities", "leadership", "administration")
"""Offices that say no more than the actor."""
SPEAKING = {"person": 0, "office": 1, "anonymous": 2, "seat": 3}
"""Kinds of mention that name a speaker, the most telling first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a document, asked about one actor.

    `start` and `end` are offsets into the document's text; `actor_spans` are offsets into `text`.
    `context` is what stands before the sentence (the title for the first one). `first_person` says that
    "we" is the actor; `telling` that the speaker is a person or an office, not just "Moscow" or "the Russian government".
    """

    start: int
    end: int
    text: str
    context: str
    actor: str
    actor_spans: tuple[Span, ...]
    speaker: str | None
    kind: Kind
    first_person: bool
    telling: bool = False


def find_candidates(document: Document, catalogue: Catalogue) -> list[Candidate]:
    """Return every (sentence, actor) of `document` that may hold a position, in the order of the text.

    Only actors of the catalogue appear: a speaker whom nobody knows is asked about nobody. The cost is linear
    in the length of the text.
    """
    candidates: list[Candidate] = []
    earlier: list[list[Mention]] = []
    group: list[Mention] = []
    before = document.title or ""
    quotes = quoted_spans(document.text)
    sentences = split_sentences(document.text)
    # the whole text at once: a surname alone is only known where the full name stands somewhere else in it
    named = _by_sentence(find_mentions(document.text, catalogue, document.published), sentences)
    for (start, end), own in zip(sentences, named, strict=True):
        text = document.text[start:end]
        is_quoted = partial(_is_quoted, quotes, start)
        mentions = sorted(
            [*own, *resolve_references(text, own, earlier, is_quoted, group)], key=lambda item: item.start
        )
        if not mentions and earlier and earlier[-1] and _inside((start, end), quotes):
            mentions = [_carried(earlier[-1])]
        candidates += _of_sentence(document, (start, end), before, mentions)
        outside = [mention for mention in mentions if not is_quoted(mention.start)]
        earlier = [*earlier[-REACH:], outside or mentions]
        group = listed(text, own) if own else group
        before = text
    return candidates


def _by_sentence(mentions: list[Mention], sentences: list[Span]) -> list[list[Mention]]:
    """Mentions by the sentence that holds them whole, with offsets into that sentence; both lists are in order."""
    remaining = iter(mentions)
    mention = next(remaining, None)
    result: list[list[Mention]] = []
    for start, end in sentences:
        own: list[Mention] = []
        while mention is not None and mention.start < end:
            if mention.start >= start and mention.end <= end:
                own.append(replace(mention, start=mention.start - start, end=mention.end - start))
            mention = next(remaining, None)
        result.append(own)
    return result


def _of_sentence(document: Document, span: Span, before: str, mentions: list[Mention]) -> list[Candidate]:
    start, end = span
    text = document.text[start:end]
    kind: Kind = "direct" if is_quoting(text) else "act" if _ACT.search(text) else "indirect"
    speaking = document.actor is not None and _FIRST_PERSON.search(text) is not None
    actors = list(dict.fromkeys(mention.actor for mention in mentions))
    if document.actor and document.actor not in actors:
        actors.append(document.actor)
    return [
        Candidate(
            start=start,
            end=end,
            text=text,
            context=before,
            actor=actor,
            actor_spans=tuple(
                (item.start, item.end) for item in mentions if item.actor == actor and item.end > item.start
            ),
            speaker=(document.speaker if speaking and actor == document.actor else None) or _speaker(mentions, actor),
            kind=kind,
            first_person=document.actor is not None and actor == document.actor,
            telling=_is_telling(_speaking(mentions, actor)),
        )
        for actor in actors
    ]


def _speaking(mentions: list[Mention], actor: str) -> Mention | None:
    """Whom the sentence names as speaking for `actor`: a person before an office before a seat of government."""
    named = [mention for mention in mentions if mention.actor == actor and mention.kind in SPEAKING]
    return min(named, key=lambda mention: SPEAKING[mention.kind]) if named else None


def _speaker(mentions: list[Mention], actor: str) -> str | None:
    best = _speaking(mentions, actor)
    return (best.speaker or best.text) if best else None


def _is_telling(mention: Mention | None) -> bool:
    if mention is None or mention.kind not in ("person", "office") or is_reference(mention.text):
        return False
    return not (mention.speaker or mention.text).lower().endswith(VAGUE)


def _inside(span: Span, quotes: list[Span]) -> bool:
    """Whether a sentence lies within a quotation (marks at its edges may count to the sentence)."""
    place = bisect_right(quotes, (span[0] + 1, len(quotes) and quotes[-1][1])) - 1
    return place >= 0 and span[1] - 1 <= quotes[place][1]


def _is_quoted(quotes: list[Span], start: int, place: int) -> bool:
    """Whether the character `place` of the sentence at `start` lies within a quotation."""
    found = bisect_right(quotes, (start + place, start + place)) - 1
    return found >= 0 and quotes[found][0] < start + place < quotes[found][1]


def _carried(mentions: list[Mention]) -> Mention:
    """The earlier speaker, for a sentence in the middle of a quotation; it has no place in the sentence itself."""
    best = min(mentions, key=lambda mention: (SPEAKING.get(mention.kind, 9), mention.start))
    return Mention(0, 0, "", best.actor, best.speaker or best.text, best.kind)
