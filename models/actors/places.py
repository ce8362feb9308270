"""When the name of a country or city does not stand for its government: places, datelines, people, parts of words."""

from __future__ import annotations

from models.actors.lexicon import Hit, Word
from models.actors.names import unknown_name
from models.actors.tokens import Gap
from models.actors.words import Words

_PLACES = frozenset({Word.CAPITAL, Word.SEAT, Word.COLLECTIVE})


def means_actor(words: Words, place: int, hit: Hit) -> bool:
    """Whether a name, city or adjective at `place`, without an office, stands for the actor."""
    if hit.word is Word.LEANING:
        return False
    if words.any_case:
        return True
    if _attached(words, place, hit.end) or _shouted(words, place) or _personal(words, place, hit.end):
        return False
    if hit.word in _PLACES and _located(words, place):
        return False
    return hit.word is not Word.CAPITAL or not _dateline(words, place, hit.end)


def _located(words: Words, place: int) -> bool:
    """Whether it is only where something happens: "talks in Moscow", not "In Moscow the plan was called ..."."""
    before = place - 2 if words.key(place - 1) == "the" else place - 1
    if words.gap(before + 1) is not Gap.SPACE or words.key(before) not in words.habits.locatives:
        return False
    opening = before == 0 or words.gap(before) is Gap.BREAK
    return not (opening and words.key(before) == "in")


def _dateline(words: Words, place: int, end: int) -> bool:
    """Whether a city in capitals opens a report: "BERLIN - ", "KYIV, Ukraine (AP)", rather than a headline."""
    text = words.tokens[place].text
    if not text.isupper() or len(text) < 3:
        return False
    return words.gap(end) is not Gap.SPACE or not words.tokens[end].text.isupper()


def _attached(words: Words, place: int, end: int) -> bool:
    """Whether the name is part of a word that means something else: "pro-Russian", "Russian-occupied"."""
    if words.gap(place) is Gap.HYPHEN and words.key(place - 1) in words.habits.prefixes:
        return True
    return words.gap(end) is Gap.HYPHEN and words.key(end) in words.habits.endings


def _shouted(words: Words, place: int) -> bool:
    """Whether "US" stands in a line of capitals, where it may be the pronoun."""
    if words.tokens[place].text != "US":
        return False
    around = [words.tokens[place].text]
    for step in (-1, 1):
        beside = place
        while abs(beside - place) < 3 and words.gap(beside + max(step, 0)) is Gap.SPACE:
            beside += step
            around.append(words.tokens[beside].text)
    long = [word for word in around if len(word) > 1]
    return len(long) > 2 and all(word.isupper() for word in long)


def _personal(words: Words, place: int, end: int) -> bool:
    """Whether a country's name is part of a person's: "Jordan Pickford", "Michael Jordan"."""
    if words.key(place) not in words.habits.personal or end != place + 1:
        return False
    if words.gap(place) is Gap.SPACE and words.key(place - 1) in words.habits.first_names:
        return words.tokens[place - 1].capital
    if words.gap(end) is not Gap.SPACE or words.at(end) or not words.tokens[end].text[1:].islower():
        return False
    return unknown_name(words.tokens[: end + 1], end, words.habits, words.meaningful) > end
