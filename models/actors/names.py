"""Capitalised words around a name: unknown names after an office, and namesakes of people in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.actors.habits import Habits
from models.actors.tokens import JOINING, PARTICLES, Gap, Token

_LONGEST = 5


def unknown_name(tokens: Sequence[Token], place: int, habits: Habits, known: Callable[[int], bool]) -> int:
    """Return the index after the unknown name at `place`, or `place` where there is none.

    A name is one to five words in capitals, particles included, before something that is not capitalised: a longer row
    of capitals is a headline. `known` tells whether a word already means something in the catalogue.
    """
    end = last = place
    while end < len(tokens) and end - place <= _LONGEST and (end == place or tokens[end].gap in JOINING):
        token = tokens[end]
        if _may_be_name(token, habits) and not known(end):
            last = end + 1
        elif end == place or token.key not in PARTICLES:
            break
        end += 1
    headline = last < len(tokens) and tokens[last].gap is Gap.SPACE and tokens[last].capital
    return place if headline or last - place > _LONGEST else last


def _may_be_name(token: Token, habits: Habits) -> bool:
    shouted = token.text.isupper() and len(token.text) > 3
    return token.capital and token.key not in habits.not_names and not shouted


def is_namesake(tokens: Sequence[Token], place: int, habits: Habits, known: Callable[[int], bool]) -> bool:
    """Whether the word before makes the surname at `place` somebody else's: "Melania Trump", "told Xavier Putin".

    A capital that opens the sentence ("Yesterday Trump ...") or names a place ("At Davos Trump ...") says nothing,
    unless the word is a first name.
    """
    if place == 0 or tokens[place].gap not in (Gap.SPACE, Gap.DOT):
        return False
    before = tokens[place - 1]
    if not before.capital or before.key in habits.honorifics or before.key in habits.openers or known(place - 1):
        return False
    if before.key in habits.first_names:
        return True
    opening = place == 1 or before.gap is Gap.BREAK
    after_preposition = place > 1 and tokens[place - 2].key in habits.openers
    acronym = before.text.isupper() and len(before.text) > 1
    return not (opening or after_preposition or acronym)
