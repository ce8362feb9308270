from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard.estimates import topic_means

DAY = pd.Timestamp("2026-02-03")


def said(*rows: dict[str, Any]) -> pd.DataFrame:
    """One position a row, each an utterance, a document and a story of its own, but for what the test says."""
    full = [
        {"actor": "Russia", "topic": "ceasefire", "when": DAY, "score": 0.8, "source": "TASS", "utterance": f"u{number}",
         "document_id": f"d{number:03}", "story": f"s{number}", **row}
        for number, row in enumerate(rows)
    ]  # fmt: skip
    return pd.DataFrame(full)


def only(frame: pd.DataFrame) -> Any:
    (row,) = topic_means(frame).itertuples()
    return row


def test_an_utterance_counts_once_however_often_it_is_reported() -> None:
    row = only(said({"score": 0.9}, *[{"score": -0.9, "utterance": "same", "source": f"o{n}"} for n in range(5)]))
    assert row.mean == pytest.approx(0)
    assert (row.utterances, row.outlets) == (2, 6)


def test_an_utterance_belongs_to_the_story_that_reported_it_first() -> None:
    later = DAY + pd.Timedelta(days=2)
    row = only(said({"utterance": "u"}, {"utterance": "u", "when": later}, {"story": "s0"}))
    assert (row.utterances, row.stories) == (2, 1)


def test_the_same_utterances_in_fewer_stories_say_less() -> None:
    scores = [0.9] * 6 + [-0.9] * 6
    apart = only(said(*[{"score": score} for score in scores]))
    together = only(said(*[{"score": score, "story": f"s{number // 6}"} for number, score in enumerate(scores)]))
    assert apart.mean == together.mean == pytest.approx(0)
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_one_utterance_is_told_with_a_wide_interval_within_the_scale() -> None:
    row = only(said({"score": 0.85}))
    assert row.low < 0.2 and row.high == 1


def test_the_interval_covers_the_truth_where_stories_repeat_themselves() -> None:
    """500 made actors whose mean is 0.34, each heard in 12 stories that repeat what they say up to three times."""
    random = np.random.default_rng(11)
    rows = [
        {"actor": f"a{actor}", "score": score, "story": f"s{story}"}
        for actor in range(500)
        for story in range(12)
        for score in [0.85 if random.random() < 0.7 else -0.85] * int(random.integers(1, 4))
    ]
    found = topic_means(said(*rows))
    assert np.mean((found["low"] <= 0.34) & (found["high"] >= 0.34)) >= 0.9


def test_positions_without_a_date_are_left_out() -> None:
    assert only(said({}, {"when": pd.NaT})).utterances == 1
    assert topic_means(said({"when": pd.NaT})).empty
