import pandas as pd

from dashboard.queries import by_outlet


def frame() -> pd.DataFrame:
    rows = [
        ("d1", "s1", "TASS", "Russia", "2025-01-02", 0.9),
        ("d1", "s2", "TASS", "France", "2025-01-02", 0.7),
        ("d2", "s3", "TASS", "Russia", "2025-03-04", 0.8),
        ("d3", "s4", None, "Chad", "2024-05-06", 0.6),
    ]
    columns = ["document_id", "statement_id", "source", "actor", "when", "probability"]
    made = pd.DataFrame(rows, columns=columns)
    return made.assign(when=pd.to_datetime(made["when"]))


def test_each_outlet_has_its_documents_positions_and_dates() -> None:
    tass, unknown = by_outlet(frame()).to_dict("records")
    assert (tass["outlet"], tass["documents"], tass["positions"], tass["actors"]) == ("TASS", 2, 3, 2)
    assert (tass["first"], tass["last"]) == (pd.Timestamp("2025-01-02"), pd.Timestamp("2025-03-04"))
    assert abs(tass["probability"] - 0.8) < 1e-9
    assert (unknown["outlet"], unknown["positions"]) == ("not known", 1)


def test_nothing_rests_on_no_outlet() -> None:
    assert by_outlet(frame().head(0)).empty
