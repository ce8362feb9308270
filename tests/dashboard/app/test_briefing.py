import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.app.components.period import visit_link
from models.schema import Position, Stance


def texts(app: AppTest) -> str:
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.text)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def opened(app: AppTest, **query: Any) -> str:
    app.query_params.update(query)
    app.run()
    assert not app.exception
    assert app.title[0].value == "Briefing"
    return texts(app)


@pytest.fixture
def moved(add: Any) -> None:
    """Russia turns on the ceasefire between two periods of 30 days; France stays."""
    for number in range(6):
        sides: tuple[tuple[str, Stance], ...] = (
            (f"2026-05-{number + 1:02}", "oppose"),
            (f"2026-06-{number + 5:02}", "support"),
        )
        for day, stance in sides:
            add("Russia", stance, day, f"Moscow spoke for the {number}th time on {day}.", source=f"Outlet {number}")
            add("France", "support", day, f"Paris spoke for the {number}th time on {day}.", source=f"Outlet {number}")


def test_it_is_the_first_page_and_says_what_changed(app: AppTest, filled: list[Position]) -> None:
    shown = opened(app)
    assert "5 January 2026 to 3 February 2026" in shown
    assert "3 new positions of 2 actors, from 3 documents in 2 outlets" in shown
    assert "Compared with the 30 days before, 6 December 2025 to 4 January 2026" in shown
    assert [metric.value for metric in app.metric] == ["3", "2", "3", "2"]


def test_a_planted_shift_is_told_with_its_statements(app: AppTest, moved: None) -> None:
    shown = opened(app)
    assert "**1 shift** among 2 pairs of actor and topic is more than chance." in shown
    assert "**Russia** on **Ceasefire**: towards support, p = 0.004" in shown
    assert "Before: **−0\\.85 from 6 utterances\\, 6 outlets**" in shown
    assert "In this period: **\\+0\\.80 from 6 utterances\\, 6 outlets**" in shown
    assert "may be chance" not in [badge.value for badge in app.get("badge")]
    next(button for button in app.button if button.label == "All 6 statements").click().run()
    assert not app.exception
    assert "Moscow spoke for the 0th time on 2026-05-01." in texts(app)


def test_a_statement_opens_its_evidence(app: AppTest, moved: None) -> None:
    opened(app)
    button = next(button for button in app.button if (button.key or "").startswith("before_ceasefire_"))
    button.click().run()
    assert not app.exception
    assert "<mark><strong>Moscow spoke for the 5th time on 2026-05-06.</strong></mark>" in str(
        app.get("html")[0].proto.body
    )


def test_too_few_documents_are_said(app: AppTest, filled: list[Position]) -> None:
    shown = opened(app)
    assert "Too few documents to tell for all 3 pairs" in shown
    assert "3 documents of each period" in shown


def test_a_longer_period_that_has_enough_is_offered(app: AppTest, add: Any) -> None:
    for day in (1, 2, 3, 98, 99, 100):
        add("Russia", "oppose", str(dt.date(2026, 1, 1) + dt.timedelta(days=day)), f"Moscow spoke on day {day}.")
    assert "Too few documents" in opened(app)
    (button,) = (button for button in app.button if (button.key or "").startswith("longer_"))
    assert button.label == "90 days: 1 pair"
    button.click().run()
    assert not app.exception
    assert "Nobody moved beyond chance" in texts(app)


def test_filters_narrow_the_briefing(app: AppTest, moved: None) -> None:
    shown = opened(app, period="30 days", actor="France")
    assert "6 new positions of 1 actor" in shown
    assert "**Nobody moved beyond chance** among 1 pair of actor and topic" in shown


@pytest.mark.parametrize("query", [{"since": "2026-06-08"}, {"since": "2026-06-08", "period": "Since my last visit"}])
def test_since_my_last_visit(app: AppTest, moved: None, query: dict[str, str]) -> None:
    shown = opened(app, **query)
    assert "8 June 2026 to 10 June 2026" in shown and "6 new positions of 2 actors" in shown
    assert app.date_input(key="since").value == dt.date(2026, 6, 8)
    assert "since=2026-06-10" in app.code[0].value


def test_a_period_is_chosen(app: AppTest, moved: None) -> None:
    opened(app)
    app.segmented_control(key="period").set_value("Since my last visit").run()
    assert not app.exception
    assert app.date_input(key="since").value == dt.date(2026, 6, 3)  # a week before the last document
    app.segmented_control(key="period").set_value("90 days").run()
    assert not app.exception
    assert "24 new positions" in texts(app)


@pytest.mark.parametrize(
    ("query", "word"),
    [({"period": "a decade"}, "a decade"), ({"since": "soon"}, "soon"), ({"since": "1990-01-01"}, "1990")],
)
def test_a_bad_value_is_corrected_with_a_word(app: AppTest, moved: None, query: dict[str, str], word: str) -> None:
    opened(app, **query)
    assert any(word in toast.value for toast in app.toast)


def test_nothing_that_passes_says_what_to_change(app: AppTest, filled: list[Position]) -> None:
    assert "without the stance: 2 positions" in opened(app, period="30 days", actor="France", stance="oppose")


def test_text_of_documents_is_never_markup(app: AppTest, add: Any) -> None:
    nasty = "<img src=x onerror=alert(1)> :red[boo] **b**"
    add("Russia", "oppose", "2026-01-01", nasty, source=nasty)
    shown = opened(app)
    assert "red\\[boo\\]" in shown and ":red[" not in shown.replace(nasty, "")  # st.text shows it as it is


def test_all_of_a_period_are_listed(app: AppTest, moved: None) -> None:
    opened(app)
    next(button for button in app.button if button.label == "All 12 new positions").click().run()
    assert not app.exception
    assert sum((button.key or "").startswith("open_") for button in app.button) == 12


def test_the_link_for_the_next_visit_keeps_the_filters() -> None:
    link = visit_link("http://host/?x", {"actor": ["Russia", "France"], "period": ["A year"]}, dt.date(2026, 6, 22))
    assert link == "http://host/?actor=Russia&actor=France&period=Since+my+last+visit&since=2026-06-22"
