"""The day on which a document was published, from its first lines or the name of its file."""

from __future__ import annotations

import datetime as dt
import re

from models.dates import find_days, parse_date

FIRST_LINES = 8
"""Non-empty lines of a document in which its own date may stand."""
SHORT_LINE = 120
"""A line of at most so many characters may be a byline; a longer one is prose."""

_LABEL = r"(?:(?:first\s+)?(?:published|posted|updated|date|released|issued)(?:\s+(?:on|at))?\s*:?\s*)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_OPENS_LINE = re.compile(rf"[\W_]*{_LABEL}[\"']?{_WEEKDAY}", re.IGNORECASE)
_AFTER_DATE = re.compile(r"[\"'*_]*\s*(?:$|T\d|[|·•—–(\-:]|l\s|by\b|at\b|,?\s*\d{1,2}[:.]\d\d)", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][\w .,/'’-]{1,50}?(?:,|\(|\s[—–-])\s*\(?")
_AFTER_DATELINE = re.compile(r"\)?\s*(?:\(|[—–:]|-\s|/)")
_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_/. ]?(\d{2})[-_/. ]?(\d{2})(?!\d)")
_BYLINE = re.compile(r"^\W*by\s+[A-Z]|\b(?:published|posted|updated)\b|[|·•]", re.IGNORECASE)


def find_published(text: str, name: str = "") -> dt.date | None:
    """Return the day that a document's first lines or else the `name` of its file give for it, None where neither does.

    A day inside prose ("On February 24, 2022, Russia ...") is not its date.
    """
    lines = [line.strip() for line in text[:8000].splitlines() if line.strip()]
    for line in lines[:FIRST_LINES]:
        found = parse_date(_day_in_line(line))
        if found:
            return found
    return day_in_name(name)


def day_in_name(name: str) -> dt.date | None:
    """Return the day that the name of a file or an address holds: "2026-02-03-truce.txt", "/2026/02/03/truce"."""
    found = (parse_date("-".join(match.groups())) for match in _DAY_IN_NAME.finditer(name))
    return next((day for day in found if day), None) or parse_date(name)


def _day_in_line(line: str) -> dt.date | None:
    for start, end, day in find_days(line):
        before, after = line[:start], line[end:]
        opens_line = _OPENS_LINE.fullmatch(before) and _AFTER_DATE.match(after)
        in_dateline = _PLACE.fullmatch(before) and _AFTER_DATELINE.match(after)
        in_byline = len(line) <= SHORT_LINE and _BYLINE.search(before)
        if opens_line or in_dateline or in_byline:
            return day
    return None
