from models.training.card import model_card

FIGURES = {
    "pairs": 10, "accuracy_4": 0.8, "macro_f1_4": 0.7, "stance_pairs": 4, "accuracy_3": 0.75, "macro_f1_3": 0.6,
    "polarity": 0.9, "calibration_error": 0.02, "calibration_error_3": 0.03, "condition_f1": None,
}  # fmt: skip
RECORD = {
    "name": "made", "version": "abc", "bytes": 23_000_000, "settings": {"base": "mpnet", "layers": 9},
    "day": "2026-01-01", "pairs": {"briefs": 7, "world": 3},
    "train_until": "2025-09-30", "metrics": {"test: briefs": FIGURES}, "temperature": 1.1, "stance_temperature": 0.9,
    "swap_test": {"swaps": 1000, "flip_rate": 0.034},
    "behaviour": {"passed": 5, "pairs": 8, "kinds": [{"kind": "did not rule out", "passed": 5, "pairs": 8}]},
}  # fmt: skip


def test_the_card_says_what_the_run_found() -> None:
    card = model_card(RECORD)
    assert "# made" in card and "23 MB" in card and "`abc`" in card
    assert "| test: briefs | 10 | 0.800 | 0.700 | 4 | 0.750 | 0.600 | 0.900 | 0.020 | 0.030 | – |" in card
    assert "Temperature 1.1\nfor whether there is a position, 0.9 for its side" in card
    assert "- world: 3 pairs" in card
    assert "of 1000 renamings" in card and "3.4%" in card
    assert "| did not rule out | 5 | 8 |" in card


def test_the_card_names_the_weights_that_the_run_went_on_from_and_the_masked_actor() -> None:
    earlier = {"version": "old", "day": "2025-12-31", "pairs": {"dse": 5, "briefs": 7}}
    card = model_card({**RECORD, "started_from": earlier, "masked": True})
    assert "`old` of 2025-12-31, trained on: 7 of briefs, 5 of dse" in card
    assert 'say "X" in its place' in card and 'say "X"' not in model_card(RECORD)
