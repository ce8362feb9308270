"""Full dates as they are written: ISO, "Feb. 3, 2026", "3 February 2026", "03.02.2026"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
"""A month's name or abbreviation, without the full stop."""

FIRST_YEAR = 1900
FARTHEST_EAST = dt.timezone(dt.timedelta(hours=14))

_ORDINAL = r"(?:st|nd|rd|th)?"
_FULL = re.compile(
    rf"""(?<![\w/.-])(?:
        (?P<iso_year>\d{{4}})[-/.](?P<iso_month>\d{{1,2}})[-/.](?P<iso_day>\d{{1,2}})(?=T\d|[^\d]|$)
      | (?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})(?!\d)
      | (?P<day2>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]+(?P<month2>{MONTH})\.?,?[\s-]+(?P<year2>\d{{4}})(?!\d)
      | (?P<dot_day>\d{{1,2}})\.(?P<dot_month>\d{{1,2}})\.(?P<dot_year>\d{{4}})(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    return [month[:3].lower() for month in MONTH_NAMES].index(name[:3].lower()) + 1


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None where the calendar has no such day."""
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12 and day >= 1):
        return None
    first = dt.date(year, month, 1)
    return first.replace(day=day) if day <= days_in_month(first) else None


def days_in_month(day: dt.date) -> int:
    """Return how many days the month of `day` has."""
    return calendar.monthrange(day.year, day.month)[1]


def find_days(text: str) -> Iterator[tuple[int, int, dt.date]]:
    """Yield start, end and day of each full date in `text` that the calendar has."""
    for match in _FULL.finditer(text):
        day = _day_of(match)
        if day:
            yield match.start(), match.end(), day


def parse_date(value: object) -> dt.date | None:
    """Return the day that a field such as "2026-02-03T10:00:00Z" or "Tue, 3 Feb 2026" names.

    None where it names none, lies before 1900 or in the future: a document cannot have been published then.
    """
    if isinstance(value, dt.datetime):
        return plausible(value.date())
    if isinstance(value, dt.date):
        return plausible(value)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    # no date is longer, and Python refuses to write out numbers of thousands of digits
    text = value if isinstance(value, str) else str(value) if abs(value) < 10**8 else ""
    compact = _COMPACT.match(text)
    if compact:
        year, month, day = (int(part) for part in compact.groups())
        return plausible(make_day(year, month, day))
    return next((plausible(day) for _, _, day in find_days(text)), None)


def plausible(day: dt.date | None) -> dt.date | None:
    """Return `day` unless nothing can have been published on it."""
    # the day is decided where it begins first: it may be tomorrow already where the document was published
    latest = dt.datetime.now(FARTHEST_EAST).date()
    return day if day and day.year >= FIRST_YEAR and day <= latest else None


def _day_of(match: re.Match[str]) -> dt.date | None:
    if match["iso_year"]:
        return make_day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    if match["dot_year"]:
        return make_day(int(match["dot_year"]), int(match["dot_month"]), int(match["dot_day"]))
    if match["month"]:
        return make_day(int(match["year"]), month_number(match["month"]), int(match["day"]))
    return make_day(int(match["year2"]), month_number(match["month2"]), int(match["day2"]))
