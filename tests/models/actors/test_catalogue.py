"""Look-ups in the catalogue: names, offices and people, by date."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pycountry
import pytest

from models.actors import Catalogue, load_catalogue
from models.errors import InputError
from models.seeds import SEEDS

DAY = dt.date(2025, 10, 1)


def test_every_country_is_an_actor_with_its_code(catalogue: Catalogue) -> None:
    for country in pycountry.countries:
        name = catalogue.by_code(country.alpha_3)
        assert name and catalogue.actors[name].code == country.alpha_3
        assert catalogue.lookup(country.name) == name


def test_every_canonical_name_resolves_to_itself(catalogue: Catalogue) -> None:
    assert [name for name in catalogue.actors if catalogue.lookup(name) != name] == []


def test_every_person_resolves_by_full_name(catalogue: Catalogue) -> None:
    for name, person in catalogue.people.items():
        assert catalogue.canonical_speaker(name, DAY) == name
        assert catalogue.lookup(name, DAY) == person.actor(DAY)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("russia", "Russia"), ("Türkiye", "Turkey"), ("Czechia", "Czech Republic"), ("the Netherlands", "Netherlands"),
        ("Britain's", "United Kingdom"), ("South Korean", "South Korea"), ("Élysée", "France"), ("Bankova", "Ukraine"),
        ("Downing Street", "United Kingdom"), ("the Holy See", "Vatican"), ("European Commission", "European Union"),
        ("Brussels", "European Union"), ("the alliance", "NATO"), ("UN Security Council", "United Nations"),
        ("European capitals", "Europe"), ("Western countries", "the West"), ("the West", "the West"),
        ("Kosovo", "Kosovo"), ("Kinshasa", "Democratic Republic of the Congo"), ("US", "United States"),
    ],
)  # fmt: skip
def test_names_seats_and_demonyms(catalogue: Catalogue, text: str, actor: str) -> None:
    assert catalogue.lookup(text) == actor


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "'s",
        "us",
        "Jan Kowalski",
        "analyst",
        "a Russian analyst",
        "the minister",
        "Foreign Ministry",
        "SVK",
        "Atlantis",
        "京",
    ],
)
def test_what_nobody_knows_is_none(catalogue: Catalogue, text: str) -> None:
    assert catalogue.lookup(text, DAY) is None
    assert catalogue.canonical_speaker(text, DAY) == text.strip()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2022, 9, 5), "Boris Johnson"), (dt.date(2022, 9, 6), "Liz Truss"), (dt.date(2022, 10, 25), "Rishi Sunak"),
        (dt.date(2024, 7, 4), "Rishi Sunak"), (dt.date(2024, 7, 5), "Keir Starmer"),
    ],
)  # fmt: skip
def test_an_office_resolves_by_date(catalogue: Catalogue, day: dt.date, name: str) -> None:
    assert catalogue.canonical_speaker("the British prime minister", day) == name
    assert catalogue.lookup("the British prime minister", day) == "United Kingdom"


def test_an_office_has_no_holder_without_a_day_or_before_the_first(catalogue: Catalogue) -> None:
    assert catalogue.canonical_speaker("the French president") == "French president"
    assert catalogue.canonical_speaker("the French president", dt.date(1990, 1, 1)) == "French president"
    assert catalogue.lookup("the French president") == "France"


def test_a_deputy_or_predecessor_is_not_the_holder(catalogue: Catalogue) -> None:
    assert catalogue.canonical_speaker("Russian deputy foreign minister", DAY) != "Sergei Lavrov"
    assert catalogue.canonical_speaker("former US president", DAY) == "former US president"


@pytest.mark.parametrize(
    ("text", "day", "actor"),
    [
        ("Jens Stoltenberg", dt.date(2024, 9, 30), "NATO"), ("Jens Stoltenberg", dt.date(2025, 3, 1), "Norway"),
        ("Mark Rutte", dt.date(2023, 1, 1), "Netherlands"), ("Rutte", dt.date(2024, 10, 1), "NATO"),
        ("Kaja Kallas", dt.date(2024, 1, 1), "Estonia"), ("Kallas", dt.date(2025, 1, 1), "European Union"),
        ("Angela Merkel", DAY, "Germany"), ("Annalena Baerbock", dt.date(2025, 6, 1), "Germany"),
    ],
)  # fmt: skip
def test_people_speak_for_whom_they_serve_then(catalogue: Catalogue, text: str, day: dt.date, actor: str) -> None:
    assert catalogue.lookup(text, day) == actor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zelenskyy", "Volodymyr Zelensky"), ("ZELENSKIY", "Volodymyr Zelensky"), ("Orbán", "Viktor Orban"),
        ("President Erdoğan", "Recep Tayyip Erdogan"), ("Володимир Зеленський", "Volodymyr Zelensky"),
        ("Lula", "Luiz Inacio Lula da Silva"), ("Nicușor Dan", "Nicusor Dan"), ("J.D. Vance", "JD Vance"),
        ("Jonas Gahr Støre", "Jonas Gahr Store"), ("習近平", "習近平"), ("习近平", "Xi Jinping"),
    ],
)  # fmt: skip
def test_spellings_lead_to_one_name(catalogue: Catalogue, text: str, name: str) -> None:
    assert catalogue.canonical_speaker(text, DAY) == name


def test_a_surname_that_two_in_office_share_is_not_guessed(catalogue: Catalogue) -> None:
    assert catalogue.lookup("Miller", dt.date(2024, 1, 1)) is None


def test_blocs_come_from_the_members_lists(catalogue: Catalogue) -> None:
    assert {"European Union", "NATO", "G7"} <= set(catalogue.actors["France"].blocs)
    assert "European Union" not in catalogue.actors["United Kingdom"].blocs


def test_speakers_of_the_briefs_resolve_to_the_actor_of_their_position(catalogue: Catalogue) -> None:
    unnamed = {"foreign ministers", "Foreign Ministry", "Defence Ministry", "chancellor's office"}
    with (SEEDS / "briefs.jsonl").open(encoding="utf-8") as lines:
        for brief in map(json.loads, lines):
            day = dt.date.fromisoformat(brief["date"])
            for row in brief["statements"]:
                if row["speaker"] and row["speaker"] not in unnamed:
                    assert catalogue.lookup(row["speaker"], day) == row["actor"], (brief["id"], row["speaker"])


def test_a_folder_without_the_files_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="lacks the file words.toml"):
        load_catalogue(tmp_path)
