"""How a query becomes the two texts that the classifier reads.

The actor's mentions are set between `@` signs (typed entity markers: Zhou and Chen 2022, "An improved baseline for
sentence-level relation extraction"), so that the model need not know whom "the Kremlin" or "he" stands for: who is
meant is the catalogue's business, which side is taken is the model's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.stance.base import Query, Span
from models.stance.edits import Edit, apart, apply_edits

MARK = "@"
BREAK = "||"
"""Stands between the context and the text that is judged."""


def mark_spans(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with each of the `spans` set between marks; overlapping spans are marked once."""
    return apply_edits(text, [Edit(start, end, f"{MARK} {text[start:end]} {MARK}") for start, end in apart(spans)])


def name_spans(text: str, name: str) -> tuple[Span, ...]:
    """Places at which `text` names `name` literally, ignoring case."""
    if not name.strip():
        return ()
    pattern = rf"(?<!\w){re.escape(name.strip())}(?!\w)"
    return tuple((match.start(), match.end()) for match in re.finditer(pattern, text, re.IGNORECASE))


def render(query: Query) -> tuple[str, str]:
    """Return the pair (text with the actor marked, question) for the tokeniser."""
    spans = query.actor_spans if query.actor_spans is not None else name_spans(query.text, query.actor)
    text = mark_spans(query.text, spans)
    if query.first_person:
        text = f"{MARK} {query.actor} {MARK}: {text}"
    if query.context:
        text = f"{query.context} {BREAK} {text}"
    return " ".join(text.split()), f"{query.actor}: {query.proposition}"
