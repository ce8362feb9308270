import datetime as dt

from models.schema import POSITION_FIELDS, Document, Position, Statement, content_id


def made_position(**changes: object) -> Position:
    document = Document(id="d1", text="Moscow rejects a truce.", title="No truce", published=dt.date(2026, 2, 3))
    statement = Statement("d1", 0, 23, "Moscow rejects a truce.", "indirect", None, "Russia", dt.date(2026, 2, 2))
    values: dict[str, object] = {
        "document": document, "statement": statement, "topic": "ceasefire", "stance": "oppose", "conditional": False,
        "condition": None, "p_support": 0.1, "p_oppose": 0.85, "p_neutral": 0.05, "model": "made@1",
    }  # fmt: skip
    return Position(**{**values, **changes})  # type: ignore[arg-type]


def test_row_has_the_fields_of_the_contract_in_order() -> None:
    row = made_position().to_row()
    assert tuple(row) == POSITION_FIELDS
    assert (row["published"], row["date"]) == ("2026-02-03", "2026-02-02")
    assert row["text"] == "Moscow rejects a truce."


def test_score_and_probability() -> None:
    position = made_position()
    assert position.score == 0.1 - 0.85
    assert position.probability == 0.85


def test_statement_identity_is_by_content() -> None:
    day = dt.date(2026, 2, 2)
    first = Statement("d1", 0, 5, "Words", "direct", "A", "Russia", day)
    again = Statement("d1", 0, 5, "Words", "direct", None, "Russia", None)
    other = Statement("d1", 0, 5, "Words", "direct", "A", "Ukraine", day)
    assert first.id == again.id != other.id
    assert len(first.id) == 16


def test_content_id_keeps_its_parts_apart() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")


def test_content_id_takes_any_text() -> None:
    assert len(content_id("lone surrogate \ud800")) == 16
