"""Expressions of time in a sentence, each with the day that it means seen from the day of publication.

A stretch of days ("last week", "in February") stands for its middle: the day that is least wrong.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.dates.days import MONTH, MONTH_NAMES, days_in_month, find_days, make_day, month_number

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

FIRST_YEAR = 1990
YEARLESS_DAYS = 270
"""A day or month without a year means the last one, unless that is so long ago that the next one may be meant."""

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"


MOST_BETWEEN = 60
"""Characters in which "two days after" is followed by what it was that happened."""
_AFTER_EVENT = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?P<unit>days?|weeks?)\s+(?P<way>after|following|before)\s+",
    re.IGNORECASE,
)
_EVENT_END = re.compile(r"[.;:!?]\s|,\s(?!\d)|\n|\bsaid\b|\bthat\b")
_EVENT = re.compile(
    r"\b(?:summit|meeting|talks|vote|call|strike|attack|election|referendum|invasion|conference|visit|ceremony|deadline"
    r"|inauguration|announcement|speech|ruling|truce|ceasefire|deal|agreement|raid|debate|session)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of a sentence that names a time, and the day that it means."""

    start: int
    end: int
    day: dt.date


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], dt.date | None]]


def find_expressions(text: str, published: dt.date, earlier: str = "") -> list[Expression]:
    """Return the expressions of past or present time in `text`, in order; none overlaps another.

    "Two days after the summit" counts from the day that `text`, or else `earlier`, what stands before it, gives for it.
    """
    found = _counted(text, _stated(text, published), lambda event: _day_of_event(event, earlier, published))
    return sorted(
        (one for one in found if one.day.year >= FIRST_YEAR and one.day <= published), key=lambda one: one.start
    )


def _stated(text: str, published: dt.date) -> list[Expression]:
    found: list[Expression] = []
    for start, end, day in _candidates(text, published):
        clear = all(end <= other.start or start >= other.end for other in found)
        # A day that is impossible still hides the shorter expressions inside it ("May 40" is no "May").
        if clear:
            found.append(Expression(start, end, day or dt.date.max))
    return found


def _counted(text: str, stated: list[Expression], day_of: Callable[[str], dt.date | None]) -> list[Expression]:
    """Those of `stated` from which no days are counted, and the days that are counted from one."""
    counted: list[Expression] = []
    anchors: list[Expression] = []
    for match in _AFTER_EVENT.finditer(text):
        clause = _EVENT_END.search(text, match.end())
        end = min(clause.start() if clause else len(text), match.end() + MOST_BETWEEN)
        anchor = min((one for one in stated if match.end() <= one.start < end), key=lambda o: o.start, default=None)
        event = _EVENT.search(text, match.end(), end)
        day = anchor.day if anchor else day_of(event[0].lower()) if event else None
        if anchor:
            anchors.append(anchor)
        if day and FIRST_YEAR <= day.year < dt.MAXYEAR:
            days = dt.timedelta(days=_days(match))
            moved = day - days if match["way"].lower() == "before" else day + days
            counted.append(
                Expression(match.start(), anchor.end if anchor else event.end() if event else match.end(), moved)
            )
    return [*(one for one in stated if one not in anchors), *counted]


def _day_of_event(event: str, earlier: str, published: dt.date) -> dt.date | None:
    """The day that the nearest sentence of `earlier` with the word `event` in it gives."""
    for sentence in reversed(re.split(r"(?<=[.!?])\s+|\n", earlier)):
        found = _stated(sentence, published) if event in sentence.lower() else []
        if found:
            return min(found, key=lambda one: abs(one.start - sentence.lower().index(event))).day
    return None


def _candidates(text: str, published: dt.date) -> Iterator[tuple[int, int, dt.date | None]]:
    yield from find_days(text)
    for pattern, meaning in RULES:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), meaning(match, published)


def _month_day(month: str, day: str, published: dt.date) -> dt.date | None:
    for year in (published.year, published.year - 1):
        found = make_day(year, month_number(month), int(day))
        if found and found <= published:
            return found if (published - found).days <= YEARLESS_DAYS else None
    return None


def _month(match: re.Match[str], published: dt.date) -> dt.date | None:
    part, name, year = match["part"], match["month"], match["year"]
    number = month_number(name)
    in_year = int(year) if year else published.year - (number > published.month)
    if in_year < FIRST_YEAR or in_year > published.year:
        return None
    first = dt.date(in_year, number, 1)
    last = first.replace(day=days_in_month(first))
    if not year and (published - last).days > YEARLESS_DAYS:
        return None
    thirds = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}
    begin, end = thirds.get((part or "").rstrip("- ").lower(), (1, last.day))
    return _middle(first.replace(day=begin), min(first.replace(day=end), published))


def _middle(first: dt.date, last: dt.date) -> dt.date | None:
    return first + (last - first) // 2 if first <= last else None


def _weekday(match: re.Match[str], published: dt.date) -> dt.date:
    back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    # On a Monday, "last Monday" is a week ago.
    return published - dt.timedelta(days=7 if match["last"] and back == 0 else back)


def _week(match: re.Match[str], published: dt.date) -> dt.date | None:
    monday = published - dt.timedelta(days=published.weekday())
    which = match["which"].lower()
    if which == "last":
        return _middle(monday - dt.timedelta(days=7), monday - dt.timedelta(days=1))
    return _middle(monday, published - dt.timedelta(days=1 if "earlier" in which else 0))


def _this_or_last_month(match: re.Match[str], published: dt.date) -> dt.date | None:
    first = published.replace(day=1)
    which = match["which"].lower()
    if which == "last":
        last = first - dt.timedelta(days=1)
        return _middle(last.replace(day=1), last)
    return _middle(first, published - dt.timedelta(days=1 if "earlier" in which else 0))


def _weekend(match: re.Match[str], published: dt.date) -> dt.date:
    return published - dt.timedelta(days=(published.weekday() - 5) % 7)


def _ago(match: re.Match[str], published: dt.date) -> dt.date | None:
    return published - dt.timedelta(days=_days(match))


def _days(match: re.Match[str]) -> int:
    word = match["number"].lower()
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return number * (7 if match["unit"].lower().startswith("week") else 1)


def _days_back(days: int) -> Callable[[re.Match[str], dt.date], dt.date]:
    return lambda match, published: published - dt.timedelta(days=days)


def _rule(pattern: str, meaning: Callable[[re.Match[str], dt.date], dt.date | None], *, cased: bool = False) -> Rule:
    return re.compile(pattern, 0 if cased else re.IGNORECASE), meaning


RULES: tuple[Rule, ...] = (
    # Months are matched by case: "may" and "march" are words of their own.
    _rule(
        rf"\b(?:{_WEEKDAY},?\s+)?({MONTH})\.?\s+{_DAY_NUMBER}\b(?!\s*,?\s*\d{{4}})",
        lambda match, published: _month_day(match[1], match[2], published),
        cased=True,
    ),
    _rule(
        rf"\b(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY_NUMBER}(?:\s+of)?\s+({MONTH})\b\.?(?!\s*,?\s*\d{{4}})",
        lambda match, published: _month_day(match[2], match[1], published),
        cased=True,
    ),
    _rule(
        rf"\b(?:[Ii]n|[Ll]ast)\s+(?:the\s+)?(?P<part>early[ -]|mid[ -]|late[ -])?(?P<month>{'|'.join(MONTH_NAMES)})\b"
        r"(?:,?\s+(?P<year>\d{4}))?",
        _month,
        cased=True,
    ),
    _rule(r"\bthe\s+day\s+before\s+yesterday\b", _days_back(2)),
    _rule(r"\byesterday\b|\blast\s+night\b", _days_back(1)),
    _rule(
        r"\btoday\b|\btonight\b|\bthis\s+(?:morning|afternoon|evening)\b|\bearlier\s+in\s+the\s+day\b", _days_back(0)
    ),
    _rule(rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?P<unit>days?|weeks?)\s+(?:ago|earlier)\b", _ago),
    _rule(r"\b(?P<which>earlier\s+this|this|last)\s+week\b(?!\s*end)", _week),
    _rule(r"\b(?P<which>earlier\s+this|this|last)\s+month\b", _this_or_last_month),
    _rule(r"\b(?:at|on|over|during|this|last)\s+(?:the\s+|this\s+|last\s+)?weekend\b", _weekend),
    _rule(rf"\b(?P<last>last\s+)?(?P<weekday>{_WEEKDAY})\b", _weekday),
)
"""From the longest expressions to the shortest: the first to claim a stretch keeps it."""
