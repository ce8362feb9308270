import datetime as dt

import pytest

from models.documents import find_published

DAY = dt.date(2026, 2, 3)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("February 3, 2026 l By A Writer\nMOSCOW — No.", ""),
        ("MOSCOW, Feb. 3, 2026 (Reuters) - The Kremlin said no.", ""),
        ("Feb. 3, 2026 (Reuters) The Kremlin said no.", ""),
        ("No truce\nBy A Writer | 3 February 2026 14:00\nMoscow said no.", ""),
        ("No truce\nPublished: Tuesday, February 3, 2026\nMoscow said no.", ""),
        ("Date: 2026-02-03\n\nMoscow said no.", ""),
        ("Moscow said no.", "2026-02-03-no.txt"),
        ("Moscow said no.", "tass_20260203.txt"),
        ("Moscow said no.", "news_2026_02_03.txt"),
        ("On May 3, 2024, it said yes.", "20260203.html"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert find_published(text, name) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MOSCOW — On February 24, 2022, Russia invaded its neighbour.",
        "February 30, 2026 l By A Writer",
        "February 3, 2999 l By A Writer",
        "The plan of May 3, 2024 is dead.",
        "\n".join(["A line of prose."] * 20 + ["February 3, 2026"]),
    ],
)
def test_not_found(text: str) -> None:
    assert find_published(text, "a-1234.txt") is None
