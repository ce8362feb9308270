import datetime as dt

import pandas as pd

from dashboard.estimates import Coverage, coverage, utterances

FRAME = pd.DataFrame(
    [
        ("Russia", "ceasefire", "u1", "2026-02-04", -0.5, "TASS"),
        ("Russia", "ceasefire", "u1", "2026-02-03", -0.7, "Reuters"),
        ("Russia", "ceasefire", "u2", None, 0.1, None),
        ("France", "ceasefire", "u3", "2025-01-01", 0.9, None),
    ],
    columns=["actor", "topic", "utterance", "when", "score", "source"],
).astype({"when": "datetime64[s]"})


def test_what_two_outlets_report_counts_once_on_its_first_day() -> None:
    rows = utterances(FRAME).to_dict("records")
    assert [(row["utterance"], row["when"].date(), round(row["score"], 3), row["outlets"]) for row in rows] == [
        ("u3", dt.date(2025, 1, 1), 0.9, 0),
        ("u1", dt.date(2026, 2, 3), -0.6, 2),
    ]


def test_coverage_counts_utterances_outlets_and_days() -> None:
    assert coverage(FRAME) == [
        Coverage("Russia", 2, 2, dt.date(2026, 2, 3), dt.date(2026, 2, 4)),
        Coverage("France", 1, 0, dt.date(2025, 1, 1), dt.date(2025, 1, 1)),
    ]


def test_nothing_rests_on_nothing() -> None:
    assert coverage(FRAME.iloc[:0]) == []
    assert utterances(FRAME.iloc[:0]).empty
