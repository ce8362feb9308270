from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store import Store
from models.schema import Document, Position, Statement

PAGE = "views/actor.py"


def texts(app: AppTest) -> str:
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.text)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def opened(app: AppTest, **query: Any) -> str:
    app.query_params.update(query)
    app.run()
    app.switch_page(PAGE).run()
    assert not app.exception
    return texts(app)


@pytest.fixture
def turned(add: Any) -> list[Position]:
    """Russia takes both sides of a ceasefire within weeks, France takes one."""
    return [
        add("Russia", "oppose", "2026-01-05", "Moscow rejects a truce."),
        add("Russia", "support", "2026-02-01", "Moscow agrees to a truce.", source="AFP"),
        add("Russia", "oppose", "2026-02-03", "Moscow rejects sanctions.", topic="sanctions", source="AFP"),
        add("France", "support", "2026-01-10", "Paris wants a truce.", source="AFP"),
    ]


def test_a_link_chooses_the_actor(app: AppTest, turned: list[Position]) -> None:
    shown = opened(app, actor="France")
    assert app.title[0].value == "France"
    assert "Heard on **1 topic** in **1 utterance** from 1 outlet, 10 January 2026 to 10 January 2026" in shown
    assert "most heard" not in shown


def test_without_a_choice_it_is_the_most_heard(app: AppTest, turned: list[Position]) -> None:
    assert "The actor most heard" in opened(app)
    assert app.title[0].value == "Russia"


def test_an_actor_that_is_not_here_is_corrected_with_a_word(app: AppTest, turned: list[Position]) -> None:
    app.query_params["actor"] = "Narnia"
    app.run()
    assert any("Narnia" in toast.value for toast in app.toast)
    app.switch_page(PAGE).run()
    assert not app.exception
    assert app.title[0].value == "Russia"


def test_of_several_actors_it_is_the_first(app: AppTest, turned: list[Position]) -> None:
    assert "it also names Russia" in opened(app, actor=["France", "Russia"])
    assert app.title[0].value == "France"


def test_another_actor_can_be_chosen_and_is_kept_by_the_filter(app: AppTest, turned: list[Position]) -> None:
    opened(app, actor="Russia")
    app.selectbox(key="profile").select("France").run()
    assert not app.exception
    assert app.title[0].value == "France"
    assert app.multiselect(key="actor").value == ["France"]


def test_the_latest_stance_says_what_it_rests_on_and_opens(app: AppTest, turned: list[Position]) -> None:
    shown = opened(app, actor="Russia")
    assert "▲ supports **Ceasefire**" in shown and "▼ opposes **Sanctions on Russia**" in shown
    assert "−0\\.03 from 2 utterances, 2 outlets" in shown
    app.button(key="latest_ceasefire").click().run()
    assert not app.exception
    assert "<mark><strong>Moscow agrees to a truce.</strong></mark>" in str(app.get("html")[0].proto.body)


def test_a_contradiction_stands_side_by_side_and_opens(app: AppTest, turned: list[Position]) -> None:
    shown = opened(app, actor="Russia")
    assert "**1 pair** among 3 statements that take a side plainly" in shown
    assert "at least 70% sure and under no condition" in shown
    assert "**Ceasefire**, 27 days apart" in shown
    assert shown.index("▼ **opposes** it, 90% sure") < shown.index("▲ **supports** it, 85% sure")
    next(button for button in app.button if (button.key or "").startswith("against_")).click().run()
    assert not app.exception
    assert "<mark><strong>Moscow rejects a truce.</strong></mark>" in str(app.get("html")[0].proto.body)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"actor": "France"}, "Nothing to compare: one statement takes a side plainly."),
        ({"actor": "Russia", "topic": "Sanctions on Russia"}, "Nothing to compare: one statement"),
        ({"actor": "Russia", "stance": "oppose"}, "The stance filter hides a side"),
        ({"actor": "Russia", "least": "90"}, "**None**: no opposite sides of one topic within 60 days"),
        ({"actor": "Russia", "least": "90"}, "at least 90% sure"),
    ],
)
def test_thin_profiles_say_so(app: AppTest, turned: list[Position], query: dict[str, str], said: str) -> None:
    assert said in opened(app, **query)


def test_positions_without_a_date_are_listed_but_not_drawn(app: AppTest, store: Store) -> None:
    document = Document("undated", "Moscow rejects a truce.", None, "TASS", None, None)
    statement = Statement("undated", 0, 23, document.text, "direct", "Dmitry Peskov", "Russia", None)
    position = Position(document, statement, "ceasefire", "oppose", False, None, 0.05, 0.9, 0.05, "made@1")
    store.add_document(document, [position], "made@1")
    shown = opened(app)
    assert "None of these positions has a date" in shown and "Latest stance" not in shown
    assert not app.get("plotly_chart")
    assert list(app.dataframe[0].value["speaker"]) == ["Dmitry Peskov"]


def test_many_pairs_are_folded(app: AppTest, add: Any) -> None:
    for day in range(1, 27):
        add("Russia", "oppose" if day % 2 else "support", f"2026-01-{day:02}", f"Moscow spoke on day {day}.")
    shown = opened(app)
    assert "**25 pairs**" in shown and "The first 20 of 25" in shown
    assert "16 more pairs" in app.expander[0].label


def test_speakers_and_outlets_are_listed(app: AppTest, turned: list[Position]) -> None:
    opened(app, actor="Russia")
    speakers, outlets = app.dataframe
    assert [tuple(row) for row in speakers.value[["speaker", "utterances", "topics"]].values] == [("not named", 3, 2)]
    assert [tuple(row) for row in outlets.value[["source", "positions"]].values] == [("AFP", 2), ("TASS", 1)]


def test_nothing_that_passes_says_what_to_change(app: AppTest, turned: list[Position]) -> None:
    shown = opened(app, actor="France", stance="oppose")
    assert app.title[0].value == "France"
    assert "without the actors: 2 positions" in shown and "without the stance: 1 position" in shown


def test_an_empty_store_says_what_to_do(app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.app.components.first_start.fill_empty_store", lambda store: None)
    assert "The store holds no positions yet" in opened(app)


def test_text_of_documents_is_never_markup(app: AppTest, add: Any) -> None:
    nasty = "<img src=x onerror=alert(1)> :red[boo] **b**"
    add("Russia", "oppose", "2026-01-01", nasty, source=nasty)
    add("Russia", "support", "2026-01-02", nasty, source=nasty)
    shown = opened(app)
    assert ":red[" not in shown.replace(nasty, "")


def test_where_they_stand_leads_to_profiles(app: AppTest, turned: list[Position]) -> None:
    app.run()
    app.switch_page("views/standings.py").run()
    links = [link.proto for link in app.get("page_link")]
    assert [link.label for link in links] == ["Russia", "France"]
    assert "actor=Russia" in links[0].query_string
