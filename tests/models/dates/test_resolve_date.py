import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import resolve_date

TUESDAY = dt.date(2026, 2, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Kremlin rejected the plan, officials said on Monday.", "2026-02-02"),
        ("Peskov said on Tuesday that nothing had changed.", "2026-02-03"),
        ("Zelensky told reporters in Davos last Tuesday that he was ready.", "2026-01-27"),
        ("On Monday, Putin said the talks were useful.", "2026-02-02"),
        ("Putin on Monday said the talks were useful.", "2026-02-02"),
        ("The minister, speaking in Berlin on Sunday, said no troops would go.", "2026-02-01"),
        ("Rutte said yesterday that the alliance was united.", "2026-02-02"),
        ("Rutte said today that the alliance was united.", "2026-02-03"),
        ("Hungary vetoed the package on January 30.", "2026-01-30"),
        ("The chancellor declared on Feb. 2, 2026 that Germany would pay.", "2026-02-02"),
        ("Macron wrote on 28 January that Europe must decide.", "2026-01-28"),
        ("Moscow will treat them as targets, Lavrov warned on Friday.", "2026-01-30"),
        ("Trump said two days ago that a deal was near.", "2026-02-01"),
        ("The visit ended in a quarrel on Sunday.", "2026-02-01"),
        ("Lavrov said on Monday that envoys will meet on Friday.", "2026-02-02"),
        ("The measures, drafted in November, were needed, Kallas said on Saturday.", "2026-01-31"),
        ("Putin said on Friday, December 5, that he would not stop.", "2025-12-05"),
        ("The package was announced on Dec. 5, 2025.", "2025-12-05"),
        ("The package was announced on 2025-11-30.", "2025-11-30"),
        ("After the vote of January 10, the minister said on Monday that it was void.", "2026-02-02"),
        ("He said Wednesday that he was ready.", "2026-01-28"),
        ("Fidan said over the weekend that Ankara could host the talks.", "2026-01-31"),
    ],
)
def test_the_day_by_the_verb_of_saying(text: str, day: str) -> None:
    assert resolve_date(text, TUESDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Kallas said earlier this week that the money was there.", "2026-02-02", "2026-02-02"),
        ("Kallas said last week that the money was there.", "2026-01-26", "2026-02-01"),
        ("Kallas said last month that the money was there.", "2026-01-01", "2026-01-31"),
        ("Kallas said in December that the money was there.", "2025-12-01", "2025-12-31"),
        ("Kallas said in late December that the money was there.", "2025-12-21", "2025-12-31"),
        ("Kallas said in March 2024 that the money was there.", "2024-03-01", "2024-03-31"),
    ],
)
def test_a_stretch_of_days_stands_for_a_day_within_it(text: str, first: str, last: str) -> None:
    day = resolve_date(text, TUESDAY)
    assert day is not None
    assert dt.date.fromisoformat(first) <= day <= dt.date.fromisoformat(last)


@pytest.mark.parametrize(
    "text",
    [
        "The envoys will meet on Friday.",
        "Talks are planned for next week.",
        "The money is available next month.",
        "The truce is to hold until Sunday.",
        "Whether they go on will be decided this week, Rubio announced.",
        "The Kremlin rejects the plan.",
        "Moscow rejects the plan that was drafted in November.",
        "“We agreed on Monday,” he said.",
        "Kyiv may march on with its demands.",
        "The war has raged since Sunday.",
        "Monday's strike changes nothing for Warsaw.",
        "He said on February 30 nothing at all.",
        "Talks scheduled for Thursday are on.",
        "Wednesbury said no.",
        "In the summer of 1914 he said on June 28, 1914 that it was war.",
        "He would sign in 2031, on March 5, 2031.",
    ],
)
def test_none_where_the_text_does_not_tell(text: str) -> None:
    assert resolve_date(text, TUESDAY) is None


@pytest.mark.parametrize(
    ("text", "earlier", "day"),
    [
        ("Lavrov said two days after the summit of January 28 that it failed.", "", "2026-01-30"),
        ("Two days after the summit on January 20, 2026, Putin rejected it.", "", "2026-01-22"),
        (
            "Lavrov said two days after the summit that it failed.",
            "The summit of January 28 failed. It rained.",
            "2026-01-30",
        ),
        ("A week before the election, Merz said no.", "The election on January 25 was lost.", "2026-01-18"),
        ("Lavrov said two days after the summit that it failed.", "The talks of January 28 failed.", None),
        ("Lavrov said a week after the vote that it failed.", "The vote was held on Feb. 1.", None),
        ("Lavrov said in February that it failed.", "", "2026-02-02"),
    ],
)
def test_days_are_counted_from_an_event(text: str, earlier: str, day: str | None) -> None:
    assert resolve_date(text, TUESDAY, earlier) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_raise_nothing(published: dt.date) -> None:
    day = resolve_date("He said two weeks ago, in December, on Monday, that it was over.", published)
    assert day is None or day <= published


def test_none_without_a_day_of_publication() -> None:
    assert resolve_date("He said on Monday that it was over.", None) is None


@given(st.text(max_size=80), st.dates(dt.date(1991, 1, 1), dt.date(2100, 1, 1)))
def test_never_later_than_published(text: str, published: dt.date) -> None:
    day = resolve_date(f"He said on Monday {text} 3 May last week, in June", published)
    assert day is None or dt.date(1990, 1, 1) <= day <= published
