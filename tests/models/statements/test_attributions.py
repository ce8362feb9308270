import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.statements.attributions import Attribution, find_attributions
from models.statements.marks import quotations
from models.statements.parses import PIECE

Row = tuple[str | None, str, tuple[str, ...]]


def read(text: str) -> list[Row]:
    """Source, cue and content in words, of attributions that are not nested."""
    return [in_words(text, item) for item in find_attributions(text) if not item.nested]


def in_words(text: str, item: Attribution) -> Row:
    source = text[slice(*item.source)] if item.source else None
    return source, text[slice(*item.cue)], tuple(text[start:end] for start, end in item.content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lavrov said that the talks had failed.", ("Lavrov", "said", ("that the talks had failed",))),
        ("“The talks have failed,” said Lavrov.", ("Lavrov", "said", ("“The talks have failed,”",))),
        ('"The talks have failed," the minister said.', ("the minister", "said", ('"The talks have failed,"',))),
        (
            "“The talks have failed,” Lavrov said on Monday. “We will not return.”",
            ("Lavrov", "said", ("“The talks have failed,”", "“We will not return.”")),
        ),
        ("The ceasefire, Zelensky said, is dead.", ("Zelensky", "said", ("The ceasefire", "is dead"))),
        ("Putin was told by Trump that the deal was dead.", ("Trump", "was told", ("that the deal was dead",))),
        ("According to the ministry, the ceasefire holds.", ("the ministry", "According to", ("the ceasefire holds",))),
        ("The ceasefire holds, according to Kyiv.", ("Kyiv", "according to", ("The ceasefire holds",))),
        ("France opposes sanctions on Iran.", ("France", "opposes", ("sanctions on Iran",))),
        ("Berlin called for an immediate ceasefire.", ("Berlin", "called for", ("an immediate ceasefire",))),
        ("Macron urged Tehran to sign the deal.", ("Macron", "urged", ("Tehran to sign the deal",))),
        ("Kyiv wants to join the alliance.", ("Kyiv", "wants", ("to join the alliance",))),
        ("The offer that Kyiv rejected was old.", ("Kyiv", "rejected", ("The offer",))),
        ("Moscow is confident that the deal will hold.", ("Moscow", "is confident", ("that the deal will hold",))),
        ("The sanctions were condemned by Beijing.", ("Beijing", "were condemned by", ("The sanctions",))),
        ("No truce without guarantees — Lavrov", ("Lavrov", "—", ("No truce without guarantees",))),
        ("Lavrov: No truce without guarantees", ("Lavrov", ":", ("No truce without guarantees",))),
    ],
)
def test_source_cue_and_content_are_found(text: str, expected: Row) -> None:
    assert expected in read(text)


def test_kinds_tell_quoted_words_from_reported_ones() -> None:
    kinds = {
        find_attributions(text)[0].kind
        for text in ("“We will not sign,” Lavrov said.", "Lavrov said the offer was “an insult to us all”.")
    }
    assert kinds == {"direct", "mixed"}
    assert find_attributions("Lavrov said they would not sign.")[0].kind == "indirect"


def test_an_attribution_inside_another_is_nested() -> None:
    outer, inner = find_attributions("Trump said that Putin wants to end the war.")
    assert (outer.nested, inner.nested) == (False, True)
    assert (outer.speaking, inner.speaking) == (True, False)


def test_a_noun_reports_what_its_owner_says() -> None:
    text = "Nobody believed Moscow's claim that the bridge was hit."
    assert ("Moscow's", "claim", ("that the bridge was hit",)) in [in_words(text, i) for i in find_attributions(text)]


def test_a_quotation_on_its_own_belongs_to_the_speaker_of_the_paragraph_before() -> None:
    text = "“We are ready,” Sybiha said.\n\n“We will defend every village and every town.”"
    assert read(text) == [("Sybiha", "said", ("“We are ready,”", "“We will defend every village and every town.”"))]


def test_a_colon_at_the_end_of_a_paragraph_opens_the_next_one() -> None:
    text = "The minister wrote:\n\nThe border stays closed for now."
    assert ("The border stays closed for now.",) in [content for _, _, content in read(text)]


def test_turns_of_a_transcript_go_on_until_the_next_label() -> None:
    text = "Q: Will you sign?\nMS. LEAVITT: We will not.\nThe offer was too weak.\nQ: When then?\nMS. LEAVITT: Next year, I hope."
    turns = [(source, content) for source, cue, content in read(text) if cue == ":"]
    assert ("MS. LEAVITT", ("We will not", "The offer was too weak")) in turns


def test_headings_and_outlets_are_nobody() -> None:
    assert read("Read more: The war in pictures") == []
    assert read("Russian forces near the northern border — BBC News") == []


def test_a_dateline_is_no_part_of_the_source() -> None:
    assert read("KYIV (Reuters) – Andriy Sybiha said he met Rubio.")[0][0] == "Andriy Sybiha"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“One,” he said, “two.”", ["“One,”", "“two.”"]),
        ("''One,'' he said.", ["''One,''"]),
        ('"It goes on and is never closed', ['"It goes on and is never closed']),
        ("«Non», said Macron.", ["«Non»"]),
        ("'We won't go,' he said.", ["'We won't go,'"]),
        ("The workers' rights aren't safe.", []),
        ('He is 5" tall.', []),
    ],
)
def test_quotations_of_every_mark(paragraph: str, expected: list[str]) -> None:
    assert [paragraph[start:end] for start, end in quotations(paragraph)] == expected


ODD = ("“", "”", '"', "''", "'", ":", "—", ",", ".", "\n", "\r", "ẞ", "🙂", "\u2028", "\x00", "\ud800")
PLAIN = ("said", "Lavrov", "that", "is", "not", "by", "according", "to", "who", "which", "claim", "told", "was")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*ODD, *PLAIN])) | st.text().map(list))
def test_no_text_raises_and_spans_lie_inside(words: list[str]) -> None:
    text = " ".join(words)
    for item in find_attributions(text):
        spans = [item.cue, *item.content, *([item.source] if item.source else [])]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(item.content) == sorted(item.content)


def test_a_word_without_end_costs_no_more_than_its_length() -> None:
    # the tokeniser alone would take a minute for each of the two
    assert find_attributions("said" + "“" * 10_000) == find_attributions("“" * 10_000 + "said") == []


def test_a_paragraph_longer_than_the_parser_takes_is_cut() -> None:
    text = "Lavrov said the talks had failed. " * (PIECE // 20)
    found = find_attributions(text)
    assert len(found) > PIECE // 30
    assert found[-1].cue[1] > len(text) - 100
