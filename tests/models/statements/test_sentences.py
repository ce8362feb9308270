from models.statements import find_condition, quoted_spans, split_sentences
from models.statements.quotations import is_quoting

TEXT = "MOSCOW — Dr. Smith met U.S. officials.  “No truce,” he said.\n\nNothing more."


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def test_sentences_carry_exact_offsets() -> None:
    pieces = cut(TEXT)
    assert pieces[-1] == "Nothing more."
    assert all(piece == piece.strip() and piece for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(TEXT.split())


def test_a_reporting_clause_stays_with_its_quotation() -> None:
    assert any("“No truce,” he said." in piece for piece in cut(TEXT))


def test_empty_and_blank_texts_have_no_sentences() -> None:
    assert cut("") == cut(" \n \t\n") == []


def test_a_very_long_line_is_still_covered() -> None:
    text = "word " * 12_000
    assert sum(len(piece.split()) for piece in cut(text)) == 12_000


def test_quotations_of_every_style() -> None:
    text = '“one two three” and "four five six" and «seven eight nine» and „ten eleven twelve“'
    words = [text[start:end] for start, end in quoted_spans(text)]
    assert words == ["one two three", "four five six", "seven eight nine", "ten eleven twelve"]


def test_a_missing_mark_spoils_one_paragraph_only() -> None:
    text = '"never closed here\nHe said "yes of course" again'
    assert [text[start:end] for start, end in quoted_spans(text)] == ["never closed here", "yes of course"]


def test_scare_quotes_are_no_quotation() -> None:
    assert not is_quoting("the “peace plan” of Moscow")
    assert is_quoting("“we will never sign that,” he said")


def test_conditions() -> None:
    assert find_condition("He would send troops once a ceasefire holds, he said.") == "once a ceasefire holds"
    assert find_condition("No truce until arms deliveries stop.") == "until arms deliveries stop"
    assert find_condition("After the summit he would agree if Kyiv withdraws.") == "if Kyiv withdraws"
    assert find_condition("He rejects it without any doubt.") is None
    assert find_condition("He rejects it.") is None
