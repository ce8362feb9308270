"""One stand-in for the actor's name: names are not evidence, so the classifier need not read them.

Every place that names the actor, in text, context and proposition, says `X` instead (entity masking: Zhang et al.
2017, "Position-aware attention and supervised data improve slot filling"). Who is meant is the catalogue's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from models.actors import Catalogue, actor_spans
from models.stance.base import Query
from models.stance.edits import Edit, apart, apply_edits, move_span

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
    known = query.actor_spans
    spans = apart(actor_spans(query.text, query.actor, catalogue) if known is None else known)
    edits = [Edit(*span, STAND_IN) for span in spans if _is_name(query.text[slice(*span)])]
    return replace(
        query,
        text=apply_edits(query.text, edits),
        actor=STAND_IN,
        proposition=_masked(query.proposition, query.actor, catalogue),
        actor_spans=tuple(move_span(span, edits) for span in spans),
        context=_masked(query.context, query.actor, catalogue),
    )


def _masked(text: str, actor: str, catalogue: Catalogue) -> str:
    return apply_edits(text, [Edit(*span, STAND_IN) for span in actor_spans(text, actor, catalogue)])


def _is_name(words: str) -> bool:
    """Whether a stretch that stands for the actor holds a name: a capital beyond an article, and no pronoun."""
    bare = _ARTICLE.sub("", words)
    return not _PRONOUN.match(bare) and any(letter.isupper() for letter in bare)
