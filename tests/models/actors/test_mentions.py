"""Mentions in running text: what counts as one, how far it reaches, and whom it names."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actors import Catalogue, Mention, find_mentions, load_catalogue
from models.seeds import SEEDS

DAY = dt.date(2025, 10, 1)
PIECES = [
    "Russia", "'s", "’s", " ", "\n", "the ", "French", "president", "Macron", "U.S.", "us", "İstanbul", "of", "Ukraine", "-",
    ",", ".", "deputy ", "foreign", " minister", "Jan", "Kowalski", "ß", "京", "Европа", "𝕏", "officials in Kyiv", "Pope Leo",
]  # fmt: skip


def mentions(text: str, day: dt.date | None = DAY) -> list[Mention]:
    return find_mentions(text, load_catalogue(), day)


def only(text: str, day: dt.date | None = DAY) -> Mention:
    found = mentions(text, day)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "phrase", "actor", "speaker"),
    [
        ("So French President Emmanuel Macron said.", "French President Emmanuel Macron", "France", "Emmanuel Macron"),
        ("Then the French president spoke.", "the French president", "France", "Emmanuel Macron"),
        ("Said Minister Sergei Lavrov today", "Minister Sergei Lavrov", "Russia", "Sergei Lavrov"),
        ("the Russian Foreign Ministry said", "the Russian Foreign Ministry", "Russia", "Russian Foreign Ministry"),
        ("German Chancellor Friedrich Merz", "German Chancellor Friedrich Merz", "Germany", "Friedrich Merz"),
        ("Russia's minister, Sergei Lavrov, said", "Russia's minister, Sergei Lavrov", "Russia", "Sergei Lavrov"),
        ("US Secretary of State Marco Rubio", "US Secretary of State Marco Rubio", "United States", "Marco Rubio"),
        ("NATO Secretary-General Mark Rutte", "NATO Secretary-General Mark Rutte", "NATO", "Mark Rutte"),
        ("said the alliance's chief.", "the alliance's chief", "NATO", "Mark Rutte"),
        ("the EU foreign policy chief", "the EU foreign policy chief", "European Union", "Kaja Kallas"),
        ("the Kremlin spokesman", "the Kremlin spokesman", "Russia", "Dmitry Peskov"),
        ("the president of France", "the president of France", "France", "Emmanuel Macron"),
        ("EU Council President Antonio Costa", "EU Council President Antonio Costa", "European Union", "Antonio Costa"),
        ("President Putin's aide Yuri Ushakov", "President Putin's aide Yuri Ushakov", "Russia", "Yuri Ushakov"),
        ("Polish senator Jan Kowalski said", "Polish senator Jan Kowalski", "Poland", "Jan Kowalski"),
        ("US Senator Lindsey Graham", "US Senator Lindsey Graham", "United States", "Lindsey Graham"),
        ("the Irish deputy mayor", "the Irish deputy mayor", "Ireland", "Irish deputy mayor"),
        ("The Pope prayed", "The Pope", "Vatican", "Pope Leo XIV"),
    ],
)  # fmt: skip
def test_an_office_is_one_mention_with_its_holder(text: str, phrase: str, actor: str, speaker: str) -> None:
    mention = only(text)
    assert (mention.text, mention.actor, mention.speaker, mention.kind) == (phrase, actor, speaker, "office")


def test_the_same_words_name_another_holder_at_another_date() -> None:
    assert only("the British prime minister", dt.date(2022, 3, 1)).speaker == "Boris Johnson"
    assert only("the British prime minister", dt.date(2023, 3, 1)).speaker == "Rishi Sunak"


def test_a_former_office_holder_speaks_for_whom_they_serve_now() -> None:
    assert only("former Dutch prime minister Mark Rutte").actor == "NATO"
    assert only("former US president Donald Trump", dt.date(2023, 3, 1)).actor == "United States"


@pytest.mark.parametrize(
    "phrase", ["a US official", "a White House official", "senior Ukrainian officials", "several EU diplomats"]
)
def test_officials_without_a_name_are_speakers_as_written(phrase: str) -> None:
    mention = only(f"according to {phrase} yesterday")
    assert (mention.kind, mention.speaker) == ("anonymous", phrase)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He told us that the US and the U.S. help us.", ["US", "U.S."]),
        ("PLEASE LET US GO NOW", []),
        ("Georgia and Jordan met Chad.", ["Georgia", "Jordan", "Chad"]),
        ("Jordan Pickford and Michael Jordan played.", []),
        ("turkey, china and polish", []),
        ("The New York Times, the Washington Post and The Moscow Times wrote.", []),
        ("A Russian military analyst and an American journalist doubted it; Chinese companies paid.", []),
        ("pro-Russian forces in Russian-occupied Donetsk", []),
        ("The Minsk agreements failed.", []),
    ],
)  # fmt: skip
def test_what_is_and_what_is_no_actor(text: str, found: list[str]) -> None:
    assert [mention.text for mention in mentions(text)] == found


def test_a_city_is_its_government_unless_something_only_happens_there() -> None:
    assert mentions("BERLIN - Talks were held in Moscow and at the White House.") == []
    assert [(m.text, m.actor) for m in mentions("Moscow told Ankara so.")] == [
        ("Moscow", "Russia"),
        ("Ankara", "Turkey"),
    ]
    assert only("the officials in Kyiv").actor == "Ukraine"
    assert only("In Washington the plan was praised.").actor == "United States"


def test_seats_name_themselves_as_speaker() -> None:
    mention = only("as the Kremlin put it")
    assert (mention.actor, mention.kind, mention.speaker) == ("Russia", "seat", "Kremlin")


def test_collectives() -> None:
    found = [
        (m.text, m.actor, m.kind) for m in mentions("European leaders and the West agreed; Western countries paid.")
    ]
    assert found == [
        ("European leaders", "Europe", "collective"),
        ("the West", "the West", "collective"),
        ("Western countries", "the West", "collective"),
    ]


def test_a_common_surname_needs_the_full_name_first() -> None:
    assert mentions("Price is high in Austin.") == []
    found = mentions("Czech President Petr Pavel came. Pavel spoke.")
    assert [(m.text, m.speaker) for m in found] == [
        ("Czech President Petr Pavel", "Petr Pavel"),
        ("Pavel", "Petr Pavel"),
    ]


def test_a_newcomer_keeps_the_country_by_surname() -> None:
    found = mentions("Polish senator Jan Kowalski came. Kowalski spoke. Nowak did not.")
    assert [(m.text, m.actor, m.speaker) for m in found][1:] == [("Kowalski", "Poland", "Jan Kowalski")]


def test_a_relative_is_not_the_president() -> None:
    assert mentions("Melania Trump smiled.") == []
    assert [m.text for m in mentions("On Tuesday Trump smiled. At Davos Trump frowned.")] == ["Trump", "Trump"]


def test_an_unknown_person_with_a_bare_office_is_nobody() -> None:
    assert mentions("President Jan Kowalski said no.") == []


def test_a_headline_in_capitals_is_no_name_after_an_office() -> None:
    assert only("Slovak Minister Rejects Peace Plan Again And Again").text == "Slovak Minister"


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_offsets_are_those_of_the_text_and_nothing_overlaps(text: str) -> None:
    end = 0
    for mention in mentions(text):
        assert mention.text == text[mention.start : mention.end] and mention.text
        assert mention.start >= end
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["The Russian president told U.S. officials. ", "senior former deputy president ", "Jan Kowalski "]
)
def test_the_cost_is_linear(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        mentions(text)
        return time.process_time() - start

    # the least of three: a machine that does other work makes times longer, never shorter
    small, large = (min(seconds(length) for _ in range(3)) for length in (20_000, 200_000))
    assert large < 30 * max(small, 0.005)


def test_the_briefs_name_nearly_every_actor_of_their_positions(catalogue: Catalogue) -> None:
    named = total = 0
    with (SEEDS / "briefs.jsonl").open(encoding="utf-8") as lines:
        for brief in map(json.loads, lines):
            found = {m.actor for m in find_mentions(brief["text"], catalogue, dt.date.fromisoformat(brief["date"]))}
            actors = [row["actor"] for row in brief["statements"]]
            named += sum(actor in found for actor in actors)
            total += len(actors)
    assert named / total >= 0.97
