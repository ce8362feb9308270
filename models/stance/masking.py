"""One stand-in for the actor's name: names are not evidence, so the classifier need not read them.

Every place that names the actor, in text, context and proposition, says `X` instead (entity masking: Zhang et al.
2017, "Position-aware attention and supervised data improve slot filling"). Who is meant is the catalogue's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from models.actors import Catalogue, find_mentions
from models.stance.base import Query, Span
from models.stance.edits import Edit, apply_edits, move_span

STAND_IN = "X"
Masker = Callable[[Query], Query]
_ARTICLE = re.compile(r"^(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]n?)\s+")
_PRONOUN = re.compile(r"^(?:he|she|they|it|we|i|us|our|ours|his|her|him|them|their|its|my|me)$", re.IGNORECASE)


def actor_masker(catalogue: Catalogue) -> Masker:
    """Return the function that hides the actors of `catalogue`; a query about anybody else stays as it is.

    An actor without an entry is only known by its literal name: "the Galvanese minister" would stay, and nothing
    would tie it to the question.
    """

    def hide(query: Query) -> Query:
        return mask_actor(query, catalogue) if query.actor in catalogue.actors else query

    return hide


def mask_actor(query: Query, catalogue: Catalogue) -> Query:
    """Return `query` with its actor called `X` throughout; what only refers to the actor ("he", "the minister") stays."""
    spans = query.actor_spans if query.actor_spans is not None else _named(query.text, query.actor, catalogue)
    edits = [Edit(*span, STAND_IN) for span in _apart(spans) if _is_name(query.text[slice(*span)])]
    return replace(
        query,
        text=apply_edits(query.text, edits),
        actor=STAND_IN,
        proposition=_masked(query.proposition, query.actor, catalogue),
        actor_spans=tuple(_moved(span, edits) for span in _apart(spans)),
        context=_masked(query.context, query.actor, catalogue),
    )


def _named(text: str, actor: str, catalogue: Catalogue) -> tuple[Span, ...]:
    return tuple((item.start, item.end) for item in find_mentions(text, catalogue) if item.actor == actor)


def _masked(text: str, actor: str, catalogue: Catalogue) -> str:
    return apply_edits(text, [Edit(*span, STAND_IN) for span in _named(text, actor, catalogue)]) if text else text


def _apart(spans: tuple[Span, ...]) -> list[Span]:
    """The spans without those that overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if span[1] > span[0] and (not kept or span[0] >= kept[-1][1]):
            kept.append(span)
    return kept


def _moved(span: Span, edits: list[Edit]) -> Span:
    """Where `span` lies after the edits; an edited one is as long as the stand-in."""
    start = move_span((span[0], span[0]), edits)[0]
    edited = any((edit.start, edit.end) == span for edit in edits)
    return (start, start + (len(STAND_IN) if edited else span[1] - span[0]))


def _is_name(words: str) -> bool:
    """Whether a stretch that stands for the actor holds a name: a capital beyond an article, and no pronoun."""
    bare = _ARTICLE.sub("", words)
    return not _PRONOUN.match(bare) and any(letter.isupper() for letter in bare)
