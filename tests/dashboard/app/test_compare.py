import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.schema import Position, Stance

TOPICS = ("ceasefire", "sanctions", "military_aid")
SIDES: dict[str, Stance] = {"France": "support", "Poland": "support", "Russia": "oppose", "Belarus": "oppose"}


def texts(app: AppTest) -> str:
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.text)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def opened(app: AppTest, **query: Any) -> str:
    app.query_params.update(query)
    app.run()
    app.switch_page("views/compare.py").run()
    assert not app.exception
    assert app.title[0].value == "Compare"
    return texts(app)


@pytest.fixture
def camps(add: Any) -> None:
    """Two camps on three topics, each actor three times on each; Malta once on one."""
    for actor, stance in SIDES.items():
        for topic in TOPICS:
            for month in (1, 2, 3):
                day = f"2026-{month:02}-{10 + TOPICS.index(topic):02}"
                add(actor, stance, day, f"{actor} spoke on {topic} in month {month}.", topic, source=actor)
    add("Malta", "neutral", "2026-02-01", "Valletta weighs it.", "sanctions")


def test_two_camps_are_told(app: AppTest, camps: None) -> None:
    shown = opened(app)
    assert "37 utterances on 3 topics in 5 outlets · the 5 most heard" in shown
    assert "2 blocs: **A** Belarus\\, Russia; **B** France\\, Poland. In no bloc: Malta." in shown
    assert "100% over 3 topics from 18 utterances" in shown
    assert "Furthest apart on **Ceasefire** (Belarus −0\\.85 from 3 utterances\\, 1 outlet" in shown
    assert len(app.get("plotly_chart")) == 5


def test_the_chosen_actors_are_compared(app: AppTest, camps: None) -> None:
    shown = opened(app, actor=["France", "Russia"])
    assert "**France\\, Russia**" in shown and "as chosen in the sidebar" in shown
    assert "No two of them agree more than not. In no bloc: France\\, Russia." in shown
    assert app.selectbox(key="second").options == ["Russia"]


def test_one_chosen_actor_has_the_most_heard_beside_it(app: AppTest, camps: None) -> None:
    shown = opened(app, actor="Malta")
    assert "one chosen, beside the most heard" in shown and "**Malta\\, Belarus" in shown


def test_a_larger_network_than_those_compared(app: AppTest, camps: None) -> None:
    shown = opened(app, actor=["France", "Russia"], network="12 most heard")
    assert "2 blocs: **A** Belarus\\, Russia; **B** France\\, Poland." in shown


def test_pair_and_topic_of_a_link(app: AppTest, camps: None) -> None:
    opened(app, first="Russia", second="Poland", on="Military aid")
    assert [app.selectbox(key=key).value for key in ("first", "second", "on")] == ["Russia", "Poland", "Military aid"]
    app.selectbox(key="first").set_value("Poland").run()  # it cannot be compared with itself
    assert not app.exception
    assert app.selectbox(key="second").value != "Poland"


def test_what_a_link_cannot_have_is_said(app: AppTest, camps: None) -> None:
    opened(app, first="Narnia", on="Weather")
    said = " ".join(toast.value for toast in app.toast)
    assert "Narnia" in said and "Weather" in said


def test_a_planted_convergence_is_told(app: AppTest, add: Any) -> None:
    for week in range(40):
        day = str(dt.date(2025, 1, 1) + dt.timedelta(weeks=week))
        add("France", "support", day, f"Paris spoke in week {week}.")
        add("Russia", "oppose" if week < 20 else "support", day, f"Moscow spoke in week {week}.")
    shown = opened(app)
    assert "**They came nearer**: gap 1." in shown and "(p < 0.001)" in shown


def test_one_topic_has_no_agreement_and_says_what_would_help(app: AppTest, camps: None) -> None:
    assert "choose all topics in the sidebar" in opened(app, topic="Ceasefire")


def test_thin_states_are_said(app: AppTest, filled: list[Position]) -> None:
    shown = opened(app)
    assert "No two of these actors share so many" in shown
    assert "no stretch of time in which both have a line" in shown


def test_one_actor_alone_cannot_be_compared(app: AppTest, add: Any) -> None:
    add("Russia", "oppose", "2026-01-01")
    assert "comparing takes two" in opened(app)


def test_nothing_that_passes_says_what_to_change(app: AppTest, filled: list[Position]) -> None:
    assert "without the stance: 2 positions" in opened(app, actor="France", stance="oppose")


def test_names_of_actors_are_never_markup(app: AppTest, add: Any) -> None:
    nasty = ":red[boo] <b>x</b>"
    for actor in (nasty, "Russia"):
        add(actor, "oppose", "2026-01-01", f"Words of {actor}", source=nasty)
    shown = opened(app)
    assert "red\\[boo\\]" in shown and ":red[" not in shown
