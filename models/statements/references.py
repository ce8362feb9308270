"""Words that stand for somebody named before: "he", "the minister", "the ministry", "the country"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.actors import Mention

_PERSON = re.compile(
    r"(?<!\w)(?:he|she|the (?:\w+[ -])?(?:ministers?|president|premier|chancellor|spokes(?:man|woman|person)|leader|secretary|"
    r"secretary-general|ambassador|diplomat|envoy|official|head of state|head of government|politician|commissioner|"
    r"negotiator|aide|adviser|advisor|general|pope|pontiff|king|crown prince|senator|lawmaker|candidate|veteran))(?!\w)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?<!\w)(?:(?:the|his|her|its|their) (?:ministry|government|cabinet|announcement|statement|administration|presidency|foreign ministry|"
    r"defen[cs]e ministry|country|parliament|capital|party|alliance|bloc|organi[sz]ation|commission|coalition|delegation|chancellery|office)|its?|they|their)(?!\w)",
    re.IGNORECASE,
)
PEOPLE = ("person", "office", "anonymous")
REACH = 3
"""How many sentences back an antecedent may lie."""


def resolve_references(text: str, own: Sequence[Mention], earlier: Sequence[Sequence[Mention]]) -> list[Mention]:
    """Return mentions for the words of a sentence that stand for an actor named before.

    `own` are the sentence's own mentions, `earlier` those of the sentences before it, nearest last. A person word
    takes the nearest earlier person, a body word the nearest earlier actor; where there is none, it stays unknown.
    """
    person = _nearest(earlier, people=True)
    body = _nearest(earlier, people=False)
    found: list[Mention] = []
    for pattern, antecedent in ((_PERSON, person), (_BODY, body)):
        if antecedent is None:
            continue
        for match in pattern.finditer(text):
            if any(mention.start < match.end() and match.start() < mention.end for mention in [*own, *found]):
                continue
            found.append(
                Mention(
                    match.start(), match.end(), match.group(), antecedent.actor, antecedent.speaker, antecedent.kind
                )
            )
    return found


def _nearest(earlier: Sequence[Sequence[Mention]], *, people: bool) -> Mention | None:
    """The first mention of the nearest sentence that has a fitting one: subjects come first in English."""
    for mentions in reversed(earlier[-REACH:]):
        fitting = [mention for mention in mentions if (mention.kind in PEOPLE) == people or not people]
        if not people:
            fitting = [mention for mention in fitting if mention.kind != "adjective"] or fitting
        if fitting:
            return fitting[0]
    return None
