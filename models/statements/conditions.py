"""The words that state a condition: "once a ceasefire holds", "unless Kyiv withdraws"."""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENERS = (
    r"if and only if|only if|even if|if|unless|until|once|provided(?: that)?|providing(?: that)?|on (?:the )?condition(?: that| of)?|"
    r"as long as|so long as|only (?:after|when|once|with)|in (?:the event|case) (?:of|that)|in (?:exchange|return) for|subject to|"
    r"assuming(?: that)?|not before|not without|without|before any|contingent (?:on|upon)|depend(?:s|ent|ing) on|when(?:ever)?|after"
)
_OPENER = re.compile(rf"(?<!\w)(?:{OPENERS})(?=\s)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?—–\"“”]|$")
_NOT_ONE = re.compile(
    r"^(?:even if|without (?:a |any )?(?:doubt|delay|warning)|after all|once (?:again|more))", re.IGNORECASE
)
_WEAK = re.compile(r"^(?:when|whenever|after|without|before)\b", re.IGNORECASE)


def find_condition(sentence: str) -> str | None:
    """Return the clause of `sentence` that states a condition, as written, None where none does.

    The strongest opener wins ("if", "once", "unless" before "when", "after"), then the first.
    """
    clauses = [clause for clause in _clauses(sentence) if len(clause.split()) > 1 and not _NOT_ONE.match(clause)]
    strong = [clause for clause in clauses if not _WEAK.match(clause)]
    return next(iter(strong or clauses), None)


def _clauses(sentence: str) -> Iterator[str]:
    for match in _OPENER.finditer(sentence):
        end = _CLAUSE_END.search(sentence, match.end())
        yield sentence[match.start() : end.start() if end else len(sentence)].strip()
