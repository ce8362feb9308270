"""Untidy documents, one a file in nasty/: what must come out of each, and nothing else of what is asked here."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from models.actors import load_catalogue
from models.documents import read_documents
from models.schema import Document
from models.statements import Candidate, find_candidates, quoted_spans

NASTY = Path(__file__).parent / "nasty"
DAY = dt.date(2026, 2, 3)


@cache
def document(name: str) -> Document:
    (found,) = read_documents([NASTY / name])
    return replace(found, published=found.published or DAY)


@cache
def candidates(name: str) -> tuple[Candidate, ...]:
    return tuple(find_candidates(document(name), load_catalogue()))


def rows(name: str) -> list[tuple[str, str, str | None]]:
    return [(item.text, item.actor, item.speaker) for item in candidates(name)]


def actors(name: str) -> list[str]:
    return [item.actor for item in candidates(name)]


def quotations(name: str) -> list[str]:
    text = document(name).text
    return [text[start:end].strip() for start, end in quoted_spans(text)]


@pytest.mark.parametrize("path", sorted(NASTY.iterdir()), ids=lambda path: path.name)
def test_evidence_is_a_stretch_of_the_text(path: Path) -> None:
    text = document(path.name).text
    assert all(text[item.start : item.end] == item.text and item.text.strip() for item in candidates(path.name))
    assert not any(sign in text for sign in "\r\ufeff\u00ad\u200b\u202b\x00")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("odd-straight-marks.txt", ["We will fight on for a year,", "a sad day. Merz said", "we will never accept this"]),
        ("guillemets.txt", ["Nous ne signerons jamais ce texte. C’est un piège.", "Das werden wir nie annehmen.",
                            "Nigdy się na to nie zgodzimy", "Wir werden das nie annehmen."]),
        ("single-marks.txt", ["We won’t ever sign this paper,", "Britain will not send troops"]),
        ("entities.txt", ["We will never sign this,", "Nor will we,"]),
        ("mojibake.txt", ["We will never sign this,"]),
        ("mark-utf16.txt", ["Never again for us,"]),
        ("only-numbers.txt", []),
    ],
)  # fmt: skip
def test_quotations(name: str, found: list[str]) -> None:
    assert quotations(name) == found


def test_a_quotation_of_several_sentences_stays_with_its_speaker() -> None:
    spoken = [(item.text, item.speaker, item.kind) for item in candidates("carried-quotation.txt")]
    assert spoken[1:] == [
        ("“We will never sign this.", "Sergei Lavrov", "direct"),
        ("It is a trap.", "Sergei Lavrov", "direct"),
        ("Nobody wants it.”", "Sergei Lavrov", "direct"),
    ]


@pytest.mark.parametrize(
    ("text", "actor", "speaker"),
    [
        ("No truce without guarantees — Lavrov", "Russia", "Sergei Lavrov"),
        ("Ukraine must leave Donbas – Kremlin", "Russia", "Kremlin"),
        ("France will send no troops - Macron", "France", "Emmanuel Macron"),
        ("Truce is close | Zelensky", "Ukraine", "Volodymyr Zelensky"),
        ("Guarantees come first -- Merz", "Germany", "Friedrich Merz"),
    ],
)
def test_a_headline_with_a_dash_has_its_speaker(text: str, actor: str, speaker: str) -> None:
    assert (text, actor, speaker) in rows("dash-headlines.txt")


def first_person(name: str) -> list[tuple[str, str, str | None]]:
    return [(item.text, item.actor, item.speaker) for item in candidates(name) if item.first_person]


def test_the_turns_of_a_briefing() -> None:
    leavitt, rubio = ("United States", "Karoline Leavitt"), ("United States", "Marco Rubio")
    assert first_person("briefing.txt") == [
        ("Good afternoon, everybody.", *leavitt),
        ("We support a ceasefire.", *leavitt),
        ("The talks will go on.", *leavitt),
        ("I hope so.", *leavitt),
        ("They stay in place.", *rubio),
    ]
    assert ("Will Russia agree to it?", "Russia", None) in rows("briefing.txt")
    assert not any("LEAVITT" in text or "translate" in text or "END" in text for text, _, _ in rows("briefing.txt"))


def test_the_turns_of_an_interview_and_of_a_council() -> None:
    assert first_person("interview.md") == [
        ("We want a ceasefire.", "Ukraine", "Andriy Sybiha"),
        ("It must be long.", "Ukraine", "Andriy Sybiha"),
        ("Sanctions will follow.", "Ukraine", "Andriy Sybiha"),
    ]
    assert first_person("security-council.txt") == [
        ("We reject this draft.", "Russia", "Vassily Nebenzia"),
        ("My delegation welcomes a ceasefire.", "Ireland", "Ms. Murphy (Ireland)"),
        ("It is overdue.", "Ireland", "Ms. Murphy (Ireland)"),
        ("It is a farce.", "Russia", "Vassily Nebenzia"),
    ]


def test_labels_alone_make_no_transcript() -> None:
    assert first_person("no-transcript.txt") == []
    assert ("Lavrov: no truce without guarantees", "Russia", "Sergei Lavrov") in rows("no-transcript.txt")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("datelines.txt", ["Russia"]),
        ("bylines.txt", ["Hungary", "Hungary"]),
        ("credits.txt", ["Poland"]),
        ("cookies.html", ["European Union", "European Union"]),
        ("links.txt", ["Estonia", "Finland", "Latvia"]),
        ("share-bar.html", ["Sweden", "Sweden"]),
        ("newsletter.txt", ["Denmark", "Norway", "France"]),
        ("bullets.txt", ["France", "Ukraine", "Germany", "Russia", "NATO", "Turkey"]),
        ("only-signs.txt", []),
        ("only-numbers.txt", []),
        ("one-line.txt", ["Austria", "Cyprus"]),
        ("emoji.txt", ["Ukraine", "Russia"]),
    ],
)
def test_only_the_report_is_asked_about(name: str, expected: list[str]) -> None:
    assert actors(name) == expected


def test_the_entries_of_a_live_blog_are_apart() -> None:
    assert [(item.text, item.actor, item.part) for item in candidates("live-blog.txt")] == [
        ("Lavrov rejected the truce in the morning.", "Russia", 1),
        ("Merz: sanctions stay in place", "Germany", 3),
        ("The chancellor flies home tonight.", "Germany", 3),
    ]
    assert actors("live-blog.html") == ["France"]
    assert candidates("live-blog.txt")[1].context == document("live-blog.txt").title


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("unseen.txt", ["Russia rejected the plan.", "Germany welcomed it.", "France signed.", "Estonia voted."]),
        ("windows-lines.txt", ["Italy\trejected the\t\tplan.", "Spain welcomed it."]),
        ("old-mac-lines.txt", ["Italy rejected the plan.", "Spain welcomed it."]),
        ("no-final-newline.txt", ["Portugal welcomed a truce"]),
        ("mark-utf8.txt", ["Greece rejected the plan."]),
        ("mark-utf16-big.txt", ["Greece rejected the plan."]),
        ("mojibake.txt", ["“We will never sign this,” Lavrov said.", "Germany’s chancellor didn’t answer."]),
        (
            "entities.txt",
            ['"We will never sign this," Lavrov said & left.', "“Nor will we,” Macron's office answered."],
        ),
    ],
)
def test_text_is_mended_and_cut_into_its_sentences(name: str, sentences: list[str]) -> None:
    assert [item.text for item in candidates(name)] == sentences
