"""Words that stand for somebody named before: "he", "the minister", "the ministry", "the country"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from models.actors import Mention

PERSON_WORDS = (
    "minister", "ministers", "president", "premier", "chancellor", "spokesman", "spokeswoman", "spokesperson", "leader", "secretary",
    "secretary-general", "ambassador", "diplomat", "envoy", "official", "head of state", "head of government", "politician",
    "commissioner", "negotiator", "aide", "adviser", "advisor", "general", "pope", "pontiff", "king", "crown prince", "senator",
    "lawmaker", "candidate", "veteran",
)  # fmt: skip
BODY_WORDS = (
    "ministry", "government", "cabinet", "announcement", "statement", "administration", "presidency", "foreign ministry",
    "defence ministry", "defense ministry", "country", "parliament", "capital", "party", "alliance", "bloc", "organisation",
    "organization", "commission", "coalition", "delegation", "chancellery", "office",
)  # fmt: skip
_PERSON = re.compile(rf"(?<!\w)(?:he|she|the (?:\w+[ -])?(?:{'|'.join(PERSON_WORDS)}))(?!\w)", re.IGNORECASE)
_BODY = re.compile(
    rf"(?<!\w)(?:(?:the|his|her|its|their) (?:{'|'.join(BODY_WORDS)})|its?|they|their)(?!\w)", re.IGNORECASE
)
GROUP_WORDS = (
    "leaders", "ministers", "presidents", "premiers", "chancellors", "heads", "allies", "partners", "signatories", "countries",
    "states", "governments", "sides", "capitals", "envoys", "negotiators", "diplomats", "officials", "delegations", "neighbours",
    "neighbors", "three", "four", "two", "trio",
)  # fmt: skip
_GROUP = re.compile(
    rf"(?<!\w)(?:they|their|both|(?:the|all|both) (?:of them|(?:\w+ )?(?:{'|'.join(GROUP_WORDS)})))(?!\w)",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\s*(?:,|,?\s*\b(?:and|or|as well as|along with|together with)\b)"
    r"(?:(?!\b(?:which|who|whose|that|where|has|have|had|is|are|was|were|will|said|says)\b)[^.;:!?,\n]){0,45}"
)
"""What stands between two actors of one list: "Canada( and )Japan( and the heads of the )EU"."""
PEOPLE = ("person", "office", "anonymous")
REACH = 3
"""How many sentences back an antecedent may lie."""


def resolve_references(
    text: str,
    own: Sequence[Mention],
    earlier: Sequence[Sequence[Mention]],
    is_quoted: Callable[[int], bool] = lambda place: False,
    group: Sequence[Mention] = (),
) -> list[Mention]:
    """Return mentions for the words of a sentence that stand for an actor named before.

    `own` are the sentence's own mentions in order, `earlier` those of the sentences before it, nearest last. A person word
    takes the nearest earlier person, a body word the nearest earlier actor; an actor named before the word in the
    same sentence comes first. Where there is none, the word stays unknown. `is_quoted` tells of a place in `text`
    whether it lies in a quotation: a word outside does not stand for somebody whom only the quoted words name.
    `group` are the actors that an earlier sentence lists (see `listed`): a word for several ("they", "both leaders")
    that stands before any actor of its own sentence means each of them.
    """
    found = _of_group(text, own, group)
    taken = bytearray(len(text))
    for mention in [*own, *found]:
        taken[mention.start : mention.end] = b"1" * (mention.end - mention.start)
    outside = [mention for mention in own if not is_quoted(mention.start)]
    for pattern, people in ((_PERSON, True), (_BODY, False)):
        before = _nearest(earlier, people=people)
        near = {True: _fitting(own, people=people), False: _fitting(outside, people=people)}
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            fitting = near[is_quoted(match.start())]
            here = bisect_right(fitting, match.start(), key=lambda mention: mention.end)
            antecedent = fitting[here - 1 if people else 0] if here else before
            if antecedent is not None:
                taken[match.start() : match.end()] = b"1" * len(match.group())
                found.append(replace(antecedent, start=match.start(), end=match.end(), text=match.group()))
    return found


def listed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the actors of the first list in a sentence ("Canada, Japan and the EU"), one mention each.

    Empty where no two different actors stand in one list. `mentions` are those of `text`, in order.
    """
    chain: list[Mention] = []
    for mention in mentions:
        if chain and _LISTING.fullmatch(text[chain[-1].end : mention.start]):
            chain.append(mention)
        elif len({item.actor for item in chain}) > 1:
            break
        else:
            chain = [mention]
    actors = {mention.actor: mention for mention in chain}
    return list(actors.values()) if len(actors) > 1 else []


def _of_group(text: str, own: Sequence[Mention], group: Sequence[Mention]) -> list[Mention]:
    first = min((mention.start for mention in own), default=len(text))
    match = _GROUP.search(text, 0, first) if group else None
    return [replace(item, start=match.start(), end=match.end(), text=match.group()) for item in group] if match else []


def is_reference(words: str) -> bool:
    """Whether `words` only refer to somebody ("It", "the minister") and name nobody themselves."""
    return words[1:].islower() and any(pattern.fullmatch(words) for pattern in (_PERSON, _BODY, _GROUP))


def _nearest(earlier: Sequence[Sequence[Mention]], *, people: bool) -> Mention | None:
    """The first mention of the nearest sentence that has a fitting one: subjects come first in English."""
    for mentions in reversed(earlier[-REACH:]):
        fitting = _fitting(mentions, people=people)
        if fitting:
            return fitting[0]
    return None


def _fitting(mentions: Sequence[Mention], *, people: bool) -> list[Mention]:
    """Mentions that a person word, or a body word, may stand for; adjectives only where there is nothing else."""
    if people:
        return [mention for mention in mentions if mention.kind in PEOPLE]
    return [mention for mention in mentions if mention.kind != "adjective"] or list(mentions)
