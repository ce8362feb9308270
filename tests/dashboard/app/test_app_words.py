import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app.components.evidence import permanent_link, said_on
from dashboard.app.components.link import Choices, faults, is_chart_link
from dashboard.app.components.words import marked, plain, web_address

COUNTS = ["Utterances", "Every report"]
CHOICES = Choices(["Ceasefire"], ["Russia"], ["TASS"], ["support"], COUNTS, dt.date(2022, 1, 1), dt.date(2026, 1, 1))


def test_marked_stretch() -> None:
    assert marked("One. Two.\n\nThree <b>.", 5, 9) == (
        "<p>One. <mark><strong>Two.</strong></mark></p><p>Three &lt;b&gt;.</p>"
    )


def test_a_stretch_over_two_paragraphs_is_marked_in_both() -> None:
    assert marked("ab\ncd", 1, 4).count("<mark>") == 2


@given(st.text(), st.integers(-5, 50), st.integers(-5, 50))
def test_no_text_becomes_a_tag(text: str, start: int, end: int) -> None:
    shown = marked(text, start, end)
    for tag in ("<p>", "</p>", "<mark><strong>", "</strong></mark>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown and ">" not in shown


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_labels_escape_all_that_markdown_reads(text: str) -> None:
    shown = plain(text)
    for position, character in enumerate(shown):
        if character in "*_`[]<>$:#~|!&{}()":
            assert shown[position - 1] == "\\"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.b", "//a.b", "a", "", None, "http://[", "https://"]
)
def test_no_link_but_of_the_web(url: str | None) -> None:
    assert web_address(url) is None


def test_web_address() -> None:
    assert web_address(" https://example.org/a?b=c ") == "https://example.org/a?b=c"


def test_permanent_link() -> None:
    assert permanent_link("ab", "http://host:8501/where-they-stand") == "http://host:8501/evidence?statement=ab"
    assert permanent_link("ab", "https://host/desk/") == "https://host/desk/evidence?statement=ab"
    assert permanent_link("ab", None) == "/evidence?statement=ab"


def test_day_of_publication_is_said() -> None:
    said, out = dt.datetime(2026, 2, 2), dt.datetime(2026, 2, 3)
    assert said_on(said, out) == "2 February 2026 (published 3 February 2026)"
    assert said_on(out, out) == "3 February 2026 (day of publication)"
    assert said_on(None, out) == "3 February 2026 (published; the day of the words is not known)"
    assert said_on(None, None) == "not known"


@pytest.mark.parametrize(
    ("single", "repeated", "words"),
    [
        ({"topic": "Weather"}, {}, ["Weather"]),
        ({}, {"actor": ["Narnia", "Russia"]}, ["Narnia"]),
        ({"from": "soon"}, {}, ["soon"]),
        ({"to": "2030-01-01"}, {}, ["2030-01-01"]),
        ({"since": "lately"}, {}, ["lately"]),
        ({"least": "96"}, {}, ["96"]),
        ({"count": "words"}, {}, ["words"]),
        ({"count": "Every report"}, {}, []),
        ({"topic": "Ceasefire", "from": "2023-01-01", "least": "50"}, {"stance": ["support"], "source": ["TASS"]}, []),
    ],
)
def test_faults_of_a_link(single: dict[str, str], repeated: dict[str, list[str]], words: list[str]) -> None:
    said = faults(single, repeated, CHOICES)
    assert len(said) == len(words)
    assert all(word in sentence for word, sentence in zip(words, said, strict=True))


@pytest.mark.parametrize(
    ("names", "chart"),
    [
        (["topic"], True), (["actor", "from"], True), (["shown"], True), (["utm_source", "least"], True),
        ([], False), (["utm_source"], False), (["period"], False), (["period", "topic"], False), (["since", "actor"], False),
    ],
)  # fmt: skip
def test_older_links_without_a_page_are_charts_over_time(names: list[str], chart: bool) -> None:
    assert is_chart_link(names) is chart
