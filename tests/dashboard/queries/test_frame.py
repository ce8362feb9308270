import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from dashboard.queries import Filters, apply, load_positions, search, standings, statement_evidence
from dashboard.store import Store
from models.schema import POSITION_FIELDS


def names(frame: pd.DataFrame) -> str:
    return "".join(sorted(set(frame["document_id"])))


def row(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[frame["document_id"] == name].iloc[0]


def test_the_fields_of_the_contract_and_what_is_derived(frame: pd.DataFrame) -> None:
    assert list(frame.columns[: len(POSITION_FIELDS)]) == list(POSITION_FIELDS)
    assert len(frame) == 7
    first = row(frame, "a")
    assert first["when"] == pd.Timestamp("2025-06-01")
    assert first["week"] == pd.Timestamp("2025-05-26")
    assert first["score"] == pytest.approx(-0.85)
    assert first["probability"] == pytest.approx(0.9)
    assert row(frame, "e")["when"] == pd.Timestamp("2026-01-01")
    assert pd.isna(row(frame, "f")["when"])


def test_every_report_counts_where_that_is_asked(frame: pd.DataFrame) -> None:
    counted = apply(frame, Filters(every_report=True))
    assert (frame["utterance"].nunique(), counted["utterance"].nunique()) == (len(frame) - 1, len(frame))
    russia = standings(counted).set_index(["actor", "topic"]).loc[("Russia", "ceasefire")]
    assert (russia["utterances"], russia["total"]) == (2, 3)
    assert (Filters().unit, Filters(every_report=True).unit) == ("utterance", "report")


def test_the_same_words_are_one_utterance(frame: pd.DataFrame) -> None:
    assert row(frame, "b")["utterance"] == row(frame, "c")["utterance"] != row(frame, "a")["utterance"]


def test_an_empty_store_gives_an_empty_frame_that_all_queries_take(tmp_path: Path) -> None:
    with Store(tmp_path / "empty.db") as store:
        frame = load_positions(store)
    assert frame.empty
    assert apply(frame, Filters(topics=("ceasefire",), start=dt.date(2026, 1, 1))).empty
    assert search(frame, "truce").empty
    assert standings(frame).empty


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), "abcdef"),
        (Filters(topics=("sanctions",)), "d"),
        (Filters(actors=("Russia", "France")), "abcd"),
        (Filters(sources=("Reuters",)), "c"),
        (Filters(stances=("oppose",)), "af"),
        (Filters(start=dt.date(2026, 2, 3), end=dt.date(2026, 2, 3)), "b"),
        (Filters(end=dt.date(2026, 1, 10)), "ade"),
        (Filters(least_probability=0.85), "af"),
        (Filters(actors=("Russia",), stances=("neutral",)), ""),
    ],
)
def test_filters(frame: pd.DataFrame, filters: Filters, kept: str) -> None:
    assert names(apply(frame, filters)) == kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("", "abcdef"),
        ("TRUCE moscow", "abc"),
        ("elodie muller", "d"),
        ("title E", "abcdef"),
        ("ukraine refuses", "f"),
        ("(", ""),
    ],
)
def test_search(frame: pd.DataFrame, words: str, kept: str) -> None:
    assert names(search(frame, words)) == kept


def test_evidence(store: Store, frame: pd.DataFrame) -> None:
    evidence = statement_evidence(store, row(frame, "d")["statement_id"])
    assert evidence is not None
    assert evidence.document.text == "Paris weighs it."
    assert list(evidence.positions["topic"]) == ["ceasefire", "sanctions"]
    assert len(evidence.document_positions) == 2
    assert evidence.other_reports.empty and evidence.story == []
    repeated = statement_evidence(store, row(frame, "b")["statement_id"])
    assert repeated is not None
    assert list(repeated.other_reports["document_id"]) == ["c"]
    assert statement_evidence(store, "none") is None


def test_standings_rest_on_the_last_ninety_days(frame: pd.DataFrame) -> None:
    table = standings(frame).set_index(["actor", "topic"])
    russia = table.loc[("Russia", "ceasefire")]
    assert (russia["stance"], russia["utterances"], russia["outlets"], russia["total"]) == ("support", 1, 2, 2)
    assert russia["score"] == pytest.approx(0.7)
    assert russia["last"] == pd.Timestamp("2026-02-04")
    earlier = standings(frame, dt.date(2025, 12, 31)).set_index(["actor", "topic"])
    assert list(earlier.index) == [("Russia", "ceasefire")]
    assert earlier.iloc[0]["stance"] == "oppose"
