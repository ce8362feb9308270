"""Candidate statements: each sentence of a document with the actors that it may give a position to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from models.actors import Catalogue, Mention, find_mentions
from models.documents.boilerplate import boilerplate_spans, dateline_spans, is_boilerplate, is_credit
from models.schema import Document, Kind
from models.statements.parts import Part, find_parts, without_labels
from models.statements.quotations import Span, is_quoting, quotation_at, quoted_spans
from models.statements.references import REACH, is_reference, listed, resolve_references
from models.statements.sentences import split_sentences

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
    part: int = 0
    """Which stretch of the document it stands in: what one entry of a live blog is about says nothing on the next."""


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
    parts = find_parts(document, catalogue)
    sentences = _sentences(document.text, parts)
    # the whole text at once: a surname alone is only known where the full name stands somewhere else in it
    named = _by_sentence(_of_report(document, catalogue), sentences)
    place = apart = 0
    for (start, end), own in zip(sentences, named, strict=True):
        text = document.text[start:end]
        while place + 1 < len(parts) and parts[place + 1].label <= start:
            place += 1
            if parts[place].apart:
                apart, earlier, group, before = place, [], [], document.title or ""
        is_quoted = partial(_is_quoted, quotes, start)
        referring = resolve_references(text, own, earlier, is_quoted, group)
        mentions = sorted([*own, *referring], key=lambda item: item.start)
        inside = _inside((start, end), quotes)
        if not mentions and earlier and earlier[-1] and inside:
            mentions = [_carried(earlier[-1])]
        found = _of_sentence(text, inside, before, mentions, parts[place])
        candidates += [replace(item, start=start, end=end, part=apart) for item in found]
        outside = [mention for mention in mentions if not is_quoted(mention.start)]
        earlier = [*earlier[-REACH:], outside or mentions]
        group = listed(text, own) if own else group
        before = text
    return candidates


def _sentences(text: str, parts: list[Part]) -> list[Span]:
    """The sentences of a text that report something: labels of its parts, boilerplate and rows of signs are none."""
    notices = [Part(start, end, None, None) for start, end in boilerplate_spans(text)]
    spans = split_sentences(without_labels(without_labels(text, parts), notices))
    captions = {
        first
        for first, (start, end) in pairwise(spans)
        if "\n" not in text[first[1] : start] and is_credit(text[start:end])
    }
    return [span for span in spans if span not in captions and _says_something(text[slice(*span)])]


def _says_something(sentence: str) -> bool:
    return any(letter.isalpha() for letter in sentence) and not is_boilerplate(sentence)


def _of_report(document: Document, catalogue: Catalogue) -> list[Mention]:
    """The mentions of actors in a document, without the places at which its reports were written."""
    lines = dateline_spans(document.text)
    mentions = find_mentions(document.text, catalogue, document.published)
    return [mention for mention in mentions if quotation_at(lines, mention.start) is None]


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


def _of_sentence(text: str, inside: bool, before: str, mentions: list[Mention], part: Part) -> list[Candidate]:
    """One candidate for each actor of a sentence, without its place in the document; `inside` a quotation or not."""
    kind: Kind = "direct" if inside or is_quoting(text) else "act" if _ACT.search(text) else "indirect"
    speaking = part.actor is not None and _FIRST_PERSON.search(text) is not None
    actors = list(dict.fromkeys(mention.actor for mention in mentions))
    if part.actor and part.actor not in actors:
        actors.append(part.actor)
    found: list[Candidate] = []
    for actor in actors:
        own = actor == part.actor
        named = _speaking(mentions, actor)
        speaker = (named.speaker or named.text) if named else None
        if own and (speaking or (part.turn and not speaker)):
            speaker = part.speaker or speaker
        found.append(
            Candidate(
                start=0,
                end=len(text),
                text=text,
                context=before,
                actor=actor,
                actor_spans=tuple(
                    (item.start, item.end) for item in mentions if item.actor == actor and item.end > item.start
                ),
                speaker=speaker,
                kind=kind,
                first_person=own,
                telling=_is_telling(named) or (own and part.turn),
            )
        )
    return found


def _speaking(mentions: list[Mention], actor: str) -> Mention | None:
    """Whom the sentence names as speaking for `actor`: a person before an office before a seat of government."""
    named = [mention for mention in mentions if mention.actor == actor and mention.kind in SPEAKING]
    return min(named, key=lambda mention: SPEAKING[mention.kind]) if named else None


def _is_telling(mention: Mention | None) -> bool:
    if mention is None or mention.kind not in ("person", "office") or is_reference(mention.text):
        return False
    return not (mention.speaker or mention.text).lower().endswith(VAGUE)


def _inside(sentence: Span, quotes: list[Span]) -> bool:
    """Whether a sentence lies within a quotation (marks at its edges may count to the sentence)."""
    quotation = quotation_at(quotes, sentence[0] + 1)
    return quotation is not None and sentence[1] - 1 <= quotation[1]


def _is_quoted(quotes: list[Span], start: int, place: int) -> bool:
    """Whether the character `place` of the sentence at `start` lies within a quotation."""
    return quotation_at(quotes, start + place) is not None


def _carried(mentions: list[Mention]) -> Mention:
    """The earlier speaker, for a sentence in the middle of a quotation; it has no place in the sentence itself."""
    best = min(mentions, key=lambda mention: (SPEAKING.get(mention.kind, 9), mention.start))
    return Mention(0, 0, "", best.actor, best.speaker or best.text, best.kind)
