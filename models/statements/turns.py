"""Attributions without a verb: turns of a transcript and headlines with a name before a colon or after a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

Span = tuple[int, int]
_WORD = r"(?:[A-Z0-9@][\w.'’&/-]*|of|the|and|for|de|van|von|al|bin|du|la)"
_LABEL = re.compile(rf"[\"“‘'(\s]*((?:{_WORD} ){{0,5}}[A-Z@][\w.'’&-]*\.?(?: \([^()\n]{{1,40}}\))?)\s?:\s+(?=\S+\s+\S)")
_DASH = re.compile(r"(\S.{12,200}?)\s(?:[—–]|--)\s((?:[A-Z][\w.'’-]+)(?: [A-Z][\w.'’-]+){0,3})\.?\s*$")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’ -]+$|Q$|A$")
_HEADINGS = """
    advertisement also analysis audio breaking byline caption category comment comments contact correction credit date details editor
    email exclusive explainer facebook factbox feature file filed follow gallery here image issue join key listen live location media more
    note now opinion photo photos phone picture podcast posted published questions read related review see share source sources
    subscribe summary tags tel time timeline title topics transcript twitter update updated url via video warning watch what when where
    who why written views brief background example examples bottom first second third finally
    """
NOT_NAMES = frozenset(_HEADINGS.split())
"""First or last words of a label that is a heading, a caption or boilerplate, not somebody speaking."""
OUTLETS = re.compile(
    r"\b(?:News|Times|Post|Journal|Guardian|Reuters|CNN|BBC|Press|Tribune|Herald|Politico|Today|Magazine|Daily|TV|Radio|Telegraph|"
    r"Mail|AFP|AP|Bloomberg|Economist|Independent|Observer|Online|Wire|Agency|Euronews|Jazeera)\b"
)
FEWEST_TURNS = 3
"""Turns in capitals that make a transcript, where a turn goes on over paragraphs."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A name, the mark that attributes, and the words that it attributes; offsets into the text."""

    source: Span
    cue: Span
    content: tuple[Span, ...]
    transcript: bool


def find_turns(text: str, paragraphs: list[Span]) -> list[Turn]:
    """Return the turns and headlines of `text`, given the spans of its paragraphs; linear in their length."""
    labels = {place: match for place, span in enumerate(paragraphs) if (match := _label(text, span))}
    capitals = {place for place, match in labels.items() if _CAPITALS.match(match[1].split(" (")[0])}
    transcript = len(capitals) >= FEWEST_TURNS
    turns: list[Turn] = []
    for place, match in labels.items():
        start, end = paragraphs[place]
        content = [_without_stop(text, (start + match.end(), end))]
        following = place + 1
        while transcript and place in capitals and following < len(paragraphs) and following not in labels:
            content.append(_without_stop(text, paragraphs[following]))
            following += 1
        source = (start + match.start(1), start + match.end(1))
        colon = start + match[0].index(":", match.end(1) - match.start())
        turns.append(Turn(source, (colon, colon + 1), tuple(content), transcript))
    for place, (start, end) in enumerate(paragraphs):
        dash = _DASH.match(text[start : min(end, start + 300)]) if place not in labels and end - start < 300 else None
        if dash is not None and not OUTLETS.search(dash[2]) and dash[1].rstrip()[-1:] not in ".:":
            tail = start + dash.start(2)
            turns.append(
                Turn(
                    (tail, start + dash.end(2)),
                    (start + dash.end(1) + 1, tail - 1),
                    ((start, start + dash.end(1)),),
                    False,
                )
            )
    return turns


def _label(text: str, span: Span) -> re.Match[str] | None:
    match = _LABEL.match(text[span[0] : min(span[1], span[0] + 200)])
    if match is None:
        return None
    words = [word.strip(".,'’()").lower() for word in match[1].split()]
    return None if {words[0], words[-1]} & NOT_NAMES or words[-1].isdigit() else match


def _without_stop(text: str, span: Span) -> Span:
    start, end = span
    end = start + len(text[start:end].rstrip())
    return (start, end - 1) if text[start:end].endswith(".") and not text[start:end].endswith("..") else (start, end)
