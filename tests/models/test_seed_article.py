"""The whole way on real text: the seed article through the shipped classifier."""

import datetime as dt
from functools import cache

import pytest

from models.documents import read_documents
from models.pipeline import load_pipeline
from models.schema import Position
from models.seeds import SEEDS

ARTICLE = SEEDS / "2026-02-03-russia-foreign-forces.txt"


@cache
def positions() -> tuple[Position, ...]:
    (document,) = read_documents([ARTICLE])
    return tuple(load_pipeline().read(document))


def found(actor: str, topic: str) -> list[Position]:
    return [item for item in positions() if (item.statement.actor, item.topic) == (actor, topic)]


MISSED = pytest.mark.xfail(strict=True, reason="the classifier does not find it yet")


@pytest.mark.parametrize(
    ("actor", "topic", "stance"),
    [
        ("Russia", "foreign_troops", "oppose"),
        ("Russia", "us_mediation", "support"),
        ("Ukraine", "territorial_concessions", "oppose"),
        pytest.param("Russia", "territorial_concessions", "support", marks=MISSED),
        ("Ukraine", "military_aid", "support"),
        pytest.param("United States", "peace_talks", "support", marks=MISSED),
    ],
)
def test_it_finds_what_the_article_says(actor: str, topic: str, stance: str) -> None:
    assert stance in [item.stance for item in found(actor, topic)]


def test_russias_refusal_has_its_speaker_and_no_condition() -> None:
    (position,) = found("Russia", "foreign_troops")
    assert position.statement.speaker in ("Sergei Lavrov", "Russian Foreign Ministry")
    assert not position.conditional
    assert "unacceptable" in position.statement.text or "foreign intervention" in position.statement.text


def test_the_dates_are_those_of_the_article() -> None:
    assert {item.statement.date for item in positions()} <= {dt.date(2026, 2, 2), dt.date(2026, 2, 3)}


def test_evidence_is_a_stretch_of_the_article() -> None:
    text = positions()[0].document.text
    assert all(text[item.statement.start : item.statement.end] == item.statement.text for item in positions())


def test_nobody_else_gets_a_position() -> None:
    assert {item.statement.actor for item in positions()} <= {"Russia", "Ukraine", "United States", "the West"}


def test_a_warning_after_a_quotation_is_not_that_of_somebody_in_the_quotation() -> None:
    assert "oppose" not in [item.stance for item in found("the West", "foreign_troops")]
