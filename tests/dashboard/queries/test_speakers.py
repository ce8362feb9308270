import pandas as pd

from dashboard.queries import by_speaker


def frame() -> pd.DataFrame:
    rows = [
        ("Lavrov", "u1", "ceasefire", "TASS", "2026-01-01"),
        ("Lavrov", "u1", "ceasefire", "AFP", "2026-01-02"),
        ("Lavrov", "u2", "sanctions", "AFP", "2026-02-01"),
        ("Peskov", "u3", "ceasefire", "TASS", None),
        (None, "u4", "ceasefire", "TASS", "2026-01-01"),
        ("", "u5", "ceasefire", "TASS", "2026-01-01"),
        (None, "u6", "ceasefire", "TASS", "2026-01-01"),
    ]
    made = pd.DataFrame(rows, columns=["speaker", "utterance", "topic", "source", "when"])
    return made.assign(when=pd.to_datetime(made["when"]))


def test_speakers_count_utterances_once_and_the_unnamed_come_last() -> None:
    lavrov, peskov, nobody = by_speaker(frame()).to_dict("records")
    assert (lavrov["speaker"], lavrov["utterances"], lavrov["topics"], lavrov["outlets"]) == ("Lavrov", 2, 2, 2)
    assert (lavrov["first"], lavrov["last"]) == (pd.Timestamp("2026-01-01"), pd.Timestamp("2026-02-01"))
    assert (peskov["speaker"], peskov["utterances"]) == ("Peskov", 1) and pd.isna(peskov["last"])
    assert (nobody["speaker"], nobody["utterances"]) == ("not named", 3)


def test_nobody_spoke() -> None:
    assert by_speaker(frame().head(0)).empty
