import datetime as dt

import pandas as pd

from dashboard.queries import compared, heard, shared_topics, statements_on


def test_most_utterances_first(frame: pd.DataFrame) -> None:
    """Two outlets report one remark of Russia: it and France are heard twice, Ukraine once with a date."""
    assert heard(frame) == ["France", "Russia", "Ukraine"]
    assert heard(frame[frame["when"].isna()]) == []


def test_the_chosen_are_compared_and_one_alone_has_the_most_heard_beside_it() -> None:
    ranked = list("ABCDEFG")
    assert compared(ranked, [], 5) == list("ABCDE")
    assert compared(ranked, ["F", "B"], 5) == ["B", "F"]
    assert compared(ranked, ["G"], 3) == ["G", "A", "B"]
    assert compared(ranked, list("ABCDEFG"), 5) == ranked
    assert compared(["A"], ["A"], 5) == ["A"]


def test_only_topics_on_which_both_speak_are_shared(frame: pd.DataFrame) -> None:
    assert shared_topics(frame, "Russia", "France") == ["ceasefire"]
    assert shared_topics(frame, "France", "Narnia") == []


def test_statements_are_the_newest_first_and_each_utterance_once(frame: pd.DataFrame) -> None:
    found = statements_on(frame, ["Russia", "France"], ["ceasefire"])
    said = frame.set_index("statement_id")
    said = said[said["topic"] == "ceasefire"]
    assert [said.loc[name, "document_id"] for name in found] == ["c", "d", "a"]


def test_statements_within_days_that_are_included(frame: pd.DataFrame) -> None:
    days = dt.date(2025, 6, 1), dt.date(2026, 1, 10)
    assert len(statements_on(frame, ["Russia", "France"], ["ceasefire"], *days)) == 2
    assert statements_on(frame, ["Ukraine"], ["ceasefire"], dt.date(2026, 1, 2)) == []
