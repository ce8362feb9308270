"""The day on which a statement was said: the expression of time that belongs to its verb of saying."""

from __future__ import annotations

import datetime as dt
import re

from models.dates.expressions import FIRST_YEAR, Expression, find_expressions

ACT_DAYS = 31
"""A date without a year beside "agreed" or "announced" that is older is likelier that of an earlier event."""
LOOSE_DAYS = 7
"""A date beside no verb of saying counts only where it is as recent as this."""
WORDS_BEFORE = 7
WORDS_AFTER = 6

_SAYING = re.compile(
    r"""\b(?:said|says|saying|told|tells|telling|stated|states|declared|declares|declaring|warned|warns|warning|added
    |adds|argued|argues|insisted|insists|insisting|wrote|writes|writing|stressed|stresses|noted|notes|replied|replies
    |responded|responds|reiterated|reiterates|claimed|claims|asserted|asserts|tweeted|posted|spoke|speaking|conceded
    |concedes|regretted|complained|confirmed|confirms|acknowledged|maintained|remarked|commented|explained|emphasi[sz]ed
    |underlined|repeated|recalled|admitted|suggested|quipped|reported|cited|quoted|made\s+(?:it\s+)?(?:known|clear))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ACT = re.compile(
    r"""\b(?:announced|announces|announcing|proposed|proposes|agreed|agrees|agreeing|voted|votes|vetoed|vetoes|adopted|adopts
    |signed|signs|signing|rejected|rejects|rejecting|approved|approves|backed|backs|urged|urges|urging|called|calls|calling
    |accused|accuses|accusing|demanded|demands|condemned|condemns|refused|refuses|dismissed|dismisses|ruled|pledged|pledges
    |promised|promises|vowed|vows|denied|denies|welcomed|welcomes|praised|praises|criticised|criticized|denounced|endorsed
    |supported|opposed|offered|offers|asked|asks|appealed|imposed|imposes|presented|unveiled|decided|ratified|passed|blocked
    |threatened|threatens|hinted|signalled|signaled)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_AHEAD = re.compile(
    r"""\b(?:will|would|shall|should|must|may|might|can|could|(?:is|are)\s+to|(?:is|are|was|were)\s+due|set\s+to
    |scheduled|planned|plans?\s+to|planning|expects?|expected|going\s+to|aims?\s+to|intends?\s+to|hopes?\s+to|wants?\s+to
    |ready\s+to|prepared\s+to|upcoming|forthcoming|ahead\s+of|slated)\b|'ll\b|’ll\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SHALL = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|can|could|to)\s+(?:(?:not|also|be|have|been)\s+)*$", re.IGNORECASE
)
_NOT_SAID_THEN = re.compile(
    r"\b(?:next|coming|upcoming|following|by|until|till|before|from|since|for|starting|beginning|after|beyond|between|as\s+of|through)"
    r"\s+(?:(?:on|the|this|late|early|at\s+least|as\s+early\s+as)\s+)*$",
    re.IGNORECASE,
)
_EARLIER_EVENT = re.compile(r"\b(?:after|since|following|when|which|that|who|whose|where|during)\b", re.IGNORECASE)
_BOUNDARY = re.compile(r"[;:()]|,\s|\s[—–-]\s|\bthat\b|\bbut\b|\bwhile\b|\bwhether\b|\balthough\b|[.!?](?=\s+[A-Z])")
_OPENS = re.compile(r"\W*(?:(?:late|early|only|just|earlier|back|and|but)\s+)*(?:on|in|at)?\s*", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|‹[^›]*(?:›|$)|»[^«]*«")


def resolve_date(text: str, published: dt.date | None, earlier: str = "") -> dt.date | None:
    """Return the day on which the statement in `text` was said, None where the text does not tell.

    Dates inside quotations and dates that lie ahead never count. The date that stands by a verb of saying wins;
    then that of an act; then the first one of the last days. It is never later than `published`. `earlier` is what
    stands before the text: it may tell the day of the summit in "two days after the summit".
    """
    if published is None or published.year < FIRST_YEAR:
        return None
    outside = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    said = [one for one in find_expressions(outside, published, earlier) if not _lies_ahead(outside, one)]
    spoken = [(distance, one) for one in said if (distance := _distance(_SAYING, outside, one)) is not None]
    acted = [
        (distance, one)
        for one in said
        if (distance := _distance(_ACT, outside, one)) is not None and _is_near_enough(outside, one, published)
    ]
    for near in (spoken, acted):
        if near:
            return min(near, key=lambda pair: (pair[0], pair[1].start))[1].day
    loose = (one.day for one in said if (published - one.day).days <= LOOSE_DAYS and not _of_an_event(outside, one))
    return next(loose, None)


def _clause_before(text: str, expression: Expression) -> str:
    ends = [match.end() for match in _BOUNDARY.finditer(text, 0, expression.start)]
    return text[ends[-1] if ends else 0 : expression.start]


def _clause_after(text: str, expression: Expression) -> str:
    boundary = _BOUNDARY.search(text, expression.end)
    return text[expression.end : boundary.start() if boundary else len(text)]


def _lies_ahead(text: str, expression: Expression) -> bool:
    """Tell whether the date is a deadline or a plan: "until Friday", "will meet on Friday", "Friday's talks will"."""
    before = _clause_before(text, expression)
    if _NOT_SAID_THEN.search(before):
        return True
    # A verb of saying between the plan and the date takes the date: "X will fail, he said on Monday".
    plans = list(_AHEAD.finditer(before))
    verbs = [verb.end() for pattern in (_SAYING, _ACT) for verb in _done(pattern, before)]
    if plans and max(verbs, default=0) <= plans[-1].start():
        return len(before[plans[-1].end() :].split()) <= WORDS_BEFORE
    planned = _AHEAD.search(_clause_after(text, expression))
    return bool(planned and not verbs and planned.start() <= 12)


def _done(pattern: re.Pattern[str], clause: str) -> list[re.Match[str]]:
    """Return the verbs of `pattern` in a clause that tell what happened, without those that tell what shall."""
    return [verb for verb in pattern.finditer(clause) if not _SHALL.search(clause, 0, verb.start())]


def _distance(pattern: re.Pattern[str], text: str, expression: Expression) -> int | None:
    """Words between the date and the nearest verb of `pattern` that it can belong to."""
    found: list[int] = []
    before = _clause_before(text, expression)
    verbs = _done(pattern, before)
    if verbs and (words := len(before[verbs[-1].end() :].split())) <= WORDS_BEFORE:
        found.append(words)
    if (verb := _verb_after(pattern, text, expression)) is not None:
        found.append(verb)
    return min(found, default=None)


def _verb_after(pattern: re.Pattern[str], text: str, expression: Expression) -> int | None:
    """Words from the date to a verb after it: "On Monday, Putin said", "Putin on Monday said"."""
    rest = text[expression.end :]
    if re.match(r"['’]s\b", rest) or _EARLIER_EVENT.search(_clause_before(text, expression)):
        return None
    opens = _OPENS.fullmatch(_clause_before(text, expression))
    verb = pattern.search(rest)
    if verb is None:
        return None
    between = rest[: verb.start()]
    if opens:
        between = re.sub(r"^,", " ", between)
    if _BOUNDARY.search(between) or len(between.split()) > WORDS_AFTER:
        return None
    return len(between.split())


def _is_near_enough(text: str, expression: Expression, published: dt.date) -> bool:
    names_year = str(expression.day.year) in text[expression.start : expression.end]
    return names_year or (published - expression.day).days <= ACT_DAYS


def _of_an_event(text: str, expression: Expression) -> bool:
    """Tell whether the date is that of something that the statement is about: "after Monday's strike"."""
    possessive = re.match(r"['’]s\b", text[expression.end :])
    return bool(possessive or _EARLIER_EVENT.search(_clause_before(text, expression)))
