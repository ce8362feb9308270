from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.schema import Position

PAGES = (
    "views/over_time.py", "views/standings.py", "views/statements.py", "views/evidence.py", "views/method.py",
    "views/briefing.py", "views/compare.py", "views/actor.py",
)  # fmt: skip


def texts(app: AppTest) -> str:
    kinds = (app.title, app.markdown, app.caption, app.info, app.warning, app.text)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def opened(app: AppTest, page: str, **query: Any) -> AppTest:
    app.query_params.update(query)
    app.run()
    if "statement" not in query:
        app.switch_page(page).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(app: AppTest, filled: list[Position], page: str) -> None:
    opened(app, page)


def test_over_time_shows_the_topic_most_spoken_on(app: AppTest, filled: list[Position]) -> None:
    opened(app, PAGES[0])
    assert app.title[0].value == "Ceasefire"
    assert "3 utterances of 2 actors in 2 outlets, 1 June 2025 to 10 January 2026" in texts(app)


def test_filters_of_a_link_are_applied(app: AppTest, filled: list[Position]) -> None:
    """A link without a page's name, from when Over time was the first page."""
    app.query_params.update({"topic": "Sanctions on Russia", "actor": ["France", "Russia"]})
    app.run()
    assert not app.exception
    assert app.multiselect(key="actor").value == ["France", "Russia"]
    assert app.title[0].value == "Sanctions on Russia"
    assert "1 utterance of 1 actor" in texts(app)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"actor": "France"}, 2), ({"stance": ["support", "neutral"]}, 3), ({"source": "TASS"}, 2), ({"least": "80"}, 3),
        ({"from": "2026-01-05"}, 3), ({"to": "2026-01-05"}, 2), ({"topic": "Ceasefire"}, 3),
        ({"actor": "France", "from": "2026-02-01"}, 1), ({"from": "2026-01-10", "to": "2026-01-05"}, 2),
    ],
)  # fmt: skip
def test_each_filter_narrows_the_table(app: AppTest, filled: list[Position], query: dict[str, Any], left: int) -> None:
    opened(app, "views/statements.py", **query)
    assert len(app.dataframe[0].value) == left


def test_filters_can_be_chosen_kept_over_pages_and_cleared(app: AppTest, filled: list[Position]) -> None:
    opened(app, PAGES[2])
    app.multiselect(key="actor").select("Russia").run()
    assert set(app.dataframe[0].value["Actor"]) == {"Russia"}
    app.switch_page(PAGES[1]).run()
    assert app.multiselect(key="actor").value == ["Russia"]
    app.switch_page(PAGES[2]).run()
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 4


def test_what_a_link_cannot_have_is_said(app: AppTest, filled: list[Position]) -> None:
    app.query_params.update({"topic": "Weather", "actor": ["Russia", "Narnia"], "from": "2026-13-01", "least": "many"})
    app.run()
    assert not app.exception
    said = " ".join(toast.value for toast in app.toast)
    assert all(word in said for word in ("Weather", "Narnia", "2026-13-01", "many"))
    assert app.multiselect(key="actor").value == ["Russia"]
    assert app.selectbox(key="topic").value is None


@pytest.mark.parametrize("page", PAGES[:3])
def test_an_empty_result_says_what_to_change(app: AppTest, filled: list[Position], page: str) -> None:
    opened(app, page, actor="France", stance="oppose")
    assert "without the actors: 1 position" in texts(app)
    assert "without the stance: 2 positions" in texts(app)


def test_search_finds_and_says_when_it_does_not(app: AppTest, filled: list[Position]) -> None:
    opened(app, PAGES[2])
    app.text_input(key="words").set_value("paris TRUCE").run()
    assert list(app.dataframe[0].value["Statement"]) == ["Paris wants a truce."]
    app.text_input(key="words").set_value("wombat").run()
    assert "None of 4 positions" in texts(app)


def test_evidence_page_shows_the_statement_in_its_document(app: AppTest, filled: list[Position]) -> None:
    statement = filled[1].statement
    opened(app, PAGES[0], statement=statement.id)
    said = texts(app)
    assert "Russia supports" in said and "once arms deliveries end" in said and "made@1" in said
    assert "5 January 2026 (day of publication)" in said
    assert "<mark><strong>Moscow would stop firing.</strong></mark> After it." in str(app.get("html")[0].proto.body)
    assert f"/evidence?statement={statement.id}" in app.code[0].value


@pytest.mark.parametrize("statement", ["0" * 16, "x", "<script>", "%00"])
def test_a_statement_that_is_not_there_is_said(app: AppTest, filled: list[Position], statement: str) -> None:
    opened(app, PAGES[0], statement=statement)
    assert "no such statement" in texts(app)


@pytest.fixture
def retold(add: Any) -> list[Position]:
    """Return two outlets' reports of one remark, and another remark."""
    quoted = "“We will never agree to any truce that leaves our cities under fire,” {}."
    return [
        add("Ukraine", "oppose", "2026-01-05", quoted.format("said Zelensky"), source="AFP", title="No truce"),
        add("Ukraine", "oppose", "2026-01-06", quoted.format("the president told the parliament"), source="dpa"),
        add("Ukraine", "support", "2026-02-05", "Kyiv is ready for a truce in the air.", source="AFP"),
    ]


def test_the_switch_counts_every_report_until_the_filters_are_cleared(app: AppTest, retold: list[Position]) -> None:
    opened(app, PAGES[0])
    assert "2 utterances of 1 actor in 2 outlets" in texts(app)
    (switch,) = app.sidebar.get("button_group")[-1:]
    assert switch.label == "Count"
    switch.set_value("Every report").run()
    assert not app.exception
    assert "3 reports of 1 actor in 2 outlets" in texts(app)
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert "2 utterances of 1 actor" in texts(app)


@pytest.mark.parametrize("page", PAGES[:2])
def test_a_link_chooses_what_is_counted(app: AppTest, retold: list[Position], page: str) -> None:
    opened(app, page, count="Every report")
    said = texts(app)
    assert ("3 reports" if page == PAGES[0] else "number: reports") in said
    assert "utterance" not in said


def test_evidence_lists_the_other_reports_of_the_utterance(app: AppTest, retold: list[Position]) -> None:
    opened(app, PAGES[0], statement=retold[1].statement.id)
    assert [expander.label for expander in app.expander] == ["1 other report of the same utterance"]
    listed = "\n".join(str(element.value) for element in app.expander[0].text)
    assert "said Zelensky" in listed and "parliament" not in listed
    (link,) = app.expander[0].get("page_link")
    assert "5 January 2026 · AFP · No truce" in link.proto.label.replace("\\", "")
    assert retold[0].statement.id in link.proto.query_string


def test_evidence_of_what_was_told_once_lists_nothing(app: AppTest, retold: list[Position]) -> None:
    opened(app, PAGES[0], statement=retold[2].statement.id)
    assert not app.expander


def test_actors_beyond_the_colours_stand_side_by_side(app: AppTest, add: Any) -> None:
    for number in range(14):
        add(f"Actor {number}", "support", "2026-01-01")
    opened(app, PAGES[0], shown="All")
    assert len(app.get("plotly_chart")) == 12
    opened(app, PAGES[0], shown="6 most heard")


def test_text_of_documents_is_never_markup(app: AppTest, add: Any) -> None:
    nasty = "<img src=x onerror=alert(1)> :red[boo] $x$ **b** [l](javascript:x) -> :smile:"
    position = add(
        "Russia", "oppose", "2026-01-01", nasty, title=nasty, source=nasty, url="javascript:alert(1)", condition=nasty
    )
    for page in (*PAGES[:3], PAGES[5]):
        opened(app, page)
    opened(app, PAGES[0], statement=position.statement.id)
    body = str(app.get("html")[0].proto.body)
    assert "<img" not in body and "&lt;img" in body
    assert not app.get("link_button")


def test_the_method_page_says_how_right_the_figures_are_and_by_which_versions(
    app: AppTest, filled: list[Position]
) -> None:
    opened(app, "views/method.py", source="AFP")
    shown = texts(app)
    assert "never saw in training" in shown
    assert "2 positions that pass the filters" in shown
    assert "stancewatch-" in shown and "@" in shown
    (outlets,) = app.dataframe
    assert list(outlets.value["outlet"]) == ["AFP"]
    assert {metric.label for metric in app.metric} >= {"Precision", "Recall", "F1"}
