import datetime as dt

import pandas as pd

from dashboard.queries import (
    Period,
    Tally,
    course,
    first_heard,
    latest_period,
    period_since,
    tally,
    with_before,
    within,
)

FEBRUARY = Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))


def test_a_period_ends_with_the_last_document_and_has_as_many_days_before(frame: pd.DataFrame) -> None:
    period = latest_period(frame, 30)
    assert period == Period(dt.date(2026, 1, 6), dt.date(2026, 2, 4))
    assert period.days == period.before.days == 30
    assert period.before == Period(dt.date(2025, 12, 7), dt.date(2026, 1, 5))


def test_since_a_day_that_day_is_included(frame: pd.DataFrame) -> None:
    period = period_since(frame, dt.date(2026, 2, 3))
    assert period == Period(dt.date(2026, 2, 3), dt.date(2026, 2, 4))
    assert tally(within(frame, period)) == Tally(2, 1, 2, 2)
    assert period_since(frame, dt.date(2027, 1, 1)) == Period(dt.date(2027, 1, 1), dt.date(2027, 1, 1))


def test_positions_without_a_date_are_in_no_period(frame: pd.DataFrame) -> None:
    assert "f" not in set(within(frame, Period(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))["document_id"])
    undated = frame[frame["when"].isna()]
    assert latest_period(undated, 30) is None and period_since(undated, dt.date(2026, 1, 1)) is None


def test_a_period_and_the_one_before_do_not_overlap(frame: pd.DataFrame) -> None:
    both = with_before(frame, FEBRUARY)
    assert set(both["document_id"]) == {"b", "c", "d"}  # Ukraine's of 1 January is too early: January has 31 days
    assert len(within(frame, FEBRUARY)) + len(within(frame, FEBRUARY.before)) == len(both)


def test_the_course_covers_each_day_once(frame: pd.DataFrame) -> None:
    parts = course(frame, FEBRUARY)
    assert list(parts["new"]) == [False] * 10 + [True] * 10
    assert parts["start"].iloc[0] == FEBRUARY.before.start and parts["end"].iloc[-1] == FEBRUARY.end
    following = [end + dt.timedelta(days=1) for end in parts["end"][:-1]]
    assert list(parts["start"][1:]) == following
    assert parts["positions"].sum() == len(with_before(frame, FEBRUARY))
    assert len(course(frame, Period(dt.date(2026, 2, 3), dt.date(2026, 2, 3)))) == 2


def test_first_heard_are_those_that_never_spoke_before(frame: pd.DataFrame) -> None:
    january = Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    assert first_heard(frame, january) == {("France", "ceasefire"), ("France", "sanctions"), ("Ukraine", "ceasefire")}
    assert first_heard(frame, FEBRUARY) == set()  # Russia spoke in June
