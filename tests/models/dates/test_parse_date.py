import datetime as dt

import pytest

from models.dates import find_days, parse_date

DAY = dt.date(2026, 2, 3)


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-03", "2026-02-03T23:10:00+01:00", "2026/2/3", "20260203", 20260203, "Feb. 3, 2026",
        "February 3rd, 2026",
        "Tue, 03 Feb 2026 10:00:00 GMT", "3 February 2026", "03.02.2026", dt.datetime(2026, 2, 3, 9), DAY,
    ],
)  # fmt: skip
def test_common_forms(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "soon",
        "2026-02-30",
        "1799-01-01",
        "2999-01-01",
        "02/03/2026",
        5,
        True,
        1.5,
        "9999-12-31",
        pytest.param(10**5000, id="huge"),
    ],
)
def test_bad_odd_and_ambiguous_dates_are_none(value: object) -> None:
    assert parse_date(value) is None


def test_days_are_found_where_they_stand() -> None:
    text = "Signed on 2 May 2024 and on June 1, 2024."
    assert [(text[start:end], day.month) for start, end, day in find_days(text)] == [
        ("2 May 2024", 5),
        ("June 1, 2024", 6),
    ]
