"""Parts of a document with a voice of their own: the turns of a transcript, the entries of a live blog."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from models.actors import Catalogue
from models.schema import Document

Span = tuple[int, int]
LEAST = 2
"""Lines with a speaker, or with a time, that make a text a transcript or a live blog."""

_NAME = r"[A-Z][\w.'’-]*(?:,? (?:of|the|and|for|to|de|van|von|al|&|\(?[A-Z][\w.'’-]*\)?))*"
_LABEL = re.compile(
    rf"[ \t]*(?:[*•>–—-]+[ \t]*)?(?P<name>(?=[^\n:]{{1,80}}:){_NAME})\s?(?P<colon>:)(?:\*+)?(?=[ \t]|$|\n)"
)
_ASKING = re.compile(r"[ \t]*Q(?:[.:]|(?=[ \t]))")
_QUESTIONER = re.compile(
    r"(?:q|(?:the )?(?:question(?:er)?|reporter|journalist|interviewer|moderator|host|presenter|correspondent"
    r"|press|media|audience)s?)$",
    re.IGNORECASE,
)
_ANSWERER = re.compile(r"(?:a|answer|response|reply)$", re.IGNORECASE)
_TITLE = re.compile(r"(?:mrs?|ms|miss|dr|sir|dame|amb|h\.?e)\.? ", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?P<name>.*?) ?\((?P<body>[^()]+)\)?$")
_STAMP = re.compile(
    r"[ \t]*(?:[*•>–—-]+[ \t]*)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|EET|EEST|MSK|[A-Z][a-z]+ time"
    r"|local time)\)?(?:[+-]\d{1,2})?)?(?=[ \t]*(?:$|\n|[|:–—-]|[A-Z“\"]))[ \t]*[|:–—-]*"
)
_AGO = re.compile(r"[ \t]*\d{1,2} ?(?:m|min|mins|minutes?|h|hrs?|hours?) ago[ \t]*(?=$|\n)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text: where its `label` ("MS. LEAVITT:", "14:05 GMT") begins, where its words do, who "we" is.

    `apart` says that nothing in front of it belongs to it. A `turn` is somebody's words throughout.
    """

    label: int
    start: int
    speaker: str | None
    actor: str | None
    turn: bool = False
    apart: bool = False


def find_parts(document: Document, catalogue: Catalogue) -> list[Part]:
    """Return the parts of `document` in the order of its text; the first begins with the text.

    A turn lasts until the next part. The turn of a questioner, or of somebody whom nobody knows, is nobody's voice.
    """
    whole = Part(0, 0, document.speaker, document.actor)
    stamps = [*_at_lines(_STAMP, document.text), *_at_lines(_AGO, document.text)]
    entries = [Part(*match.span(), document.speaker, document.actor, apart=True) for match in stamps]
    turns = _turns(document, catalogue)
    parts = [*(entries if len(entries) >= LEAST else []), *turns]
    return [whole, *sorted(parts, key=lambda part: part.label)]


def without_labels(text: str, parts: list[Part]) -> str:
    """Return `text` with a line break for each character of a label: of the same length, labels in no sentence."""
    pieces: list[str] = []
    place = 0
    for part in parts:
        pieces += [text[place : part.label], "\n" * (part.start - part.label)]
        place = part.start
    return "".join([*pieces, text[place:]])


def _at_lines(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for line in re.finditer(r"[^\n]+", text):
        match = pattern.match(text, line.start(), line.end())
        if match:
            yield match


def _turns(document: Document, catalogue: Catalogue) -> list[Part]:
    """The turns of a transcript: none where the text does not look like one."""
    labels = [(match.span(), match["name"].strip()) for match in _at_lines(_LABEL, document.text)]
    labels += [(match.span(), "Q") for match in _at_lines(_ASKING, document.text) if not match[0].endswith(":")]
    times = Counter(name for _, name in labels)
    voices = {name: _voice(name, document, catalogue) for name in times}
    turns = [
        Part(*span, voice[0], voice[1], turn=True)
        for span, name in labels
        if (voice := voices[name]) and (voice[1] or _is_questioner(name) or _is_formal(name) or times[name] >= LEAST)
    ]
    surely = any(_is_questioner(name) or _is_formal(name) or times[name] >= LEAST for name in times if voices[name])
    return turns if surely and len(turns) >= LEAST else []


def _is_questioner(name: str) -> bool:
    return _QUESTIONER.match(name) is not None


def _is_formal(name: str) -> bool:
    return name.isupper() or _TITLE.match(name) is not None


def _voice(name: str, document: Document, catalogue: Catalogue) -> tuple[str | None, str | None] | None:
    """Speaker and actor of a turn, both None for somebody who speaks for no actor; None where it is no speaker at all."""
    if _is_questioner(name):
        return None, None
    if _ANSWERER.match(name):
        return document.speaker, document.actor
    bare = _TITLE.sub("", name)
    inner = _IN_BRACKETS.match(bare)
    first, _, last = bare.partition(", ")
    readings = [(bare, None), (inner["name"], inner["body"]) if inner else (first, last or None)]
    for person, body in readings:
        actor = catalogue.lookup(person, document.published)
        speaker = catalogue.canonical_speaker(person, document.published)
        # the bare name of a country heads a section as often as a turn
        if actor and (speaker != person or _is_formal(name)):
            return speaker, actor
        of_body = catalogue.lookup(body, document.published) if body else None
        if of_body:
            return (name if _TITLE.match(name) else person), of_body
    formal = _is_formal(name) or (2 <= len(bare.split()) <= 4)
    return (None, None) if formal else None
