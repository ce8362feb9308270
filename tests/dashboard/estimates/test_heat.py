import datetime as dt

import pandas as pd
import pytest

from dashboard.estimates import topic_heat

SINCE = dt.date(2026, 2, 1)


def spoken(topic: str, day: str, numbers: range) -> pd.DataFrame:
    ids = [f"{day}-{number}" for number in numbers]
    return pd.DataFrame({"topic": topic, "when": pd.Timestamp(day), "document_id": ids})


def test_a_topic_that_more_documents_speak_on_is_flagged_with_its_shares() -> None:
    frame = pd.concat(
        [
            spoken("arms", "2026-01-10", range(20)), spoken("arms", "2026-02-10", range(20)),
            spoken("truce", "2026-01-10", range(2)), spoken("truce", "2026-02-10", range(15)),
        ]
    )  # fmt: skip
    hottest, other = topic_heat(frame, SINCE)
    assert hottest[:5] == ("truce", 2, 20, 15, 20)
    assert hottest.told_from_chance and hottest.change == pytest.approx(0.65)
    assert not other.told_from_chance and other.change == 0


def test_more_documents_in_all_make_nothing_hot() -> None:
    frame = pd.concat(
        [
            spoken("arms", "2026-01-10", range(10)), spoken("arms", "2026-02-10", range(100)),
            spoken("truce", "2026-01-10", range(5)), spoken("truce", "2026-02-10", range(50)),
        ]
    )  # fmt: skip
    assert [row.change for row in topic_heat(frame, SINCE)] == [0, 0]
    assert not any(row.told_from_chance for row in topic_heat(frame, SINCE))


def test_a_long_document_counts_once() -> None:
    frame = pd.concat([spoken("arms", "2026-01-10", range(3)), *[spoken("truce", "2026-02-10", range(1))] * 30])
    (hottest, *_) = topic_heat(frame, SINCE)
    assert (hottest.topic, hottest.after, hottest.after_of) == ("truce", 1, 1)
    assert not hottest.told_from_chance


def test_a_period_without_documents_before_it() -> None:
    (only,) = topic_heat(spoken("arms", "2026-02-10", range(5)), SINCE)
    assert (only.before, only.before_of, only.p) == (0, 0, 1)
    assert topic_heat(spoken("arms", "2026-02-10", range(0)), SINCE) == []
