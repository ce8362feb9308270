import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from models.schema import Position

PAGE = "views/standings.py"


def opened(app: AppTest, **query: Any) -> AppTest:
    app.query_params.update(query)
    app.run()
    app.switch_page(PAGE).run()
    assert not app.exception
    return app


def test_where_they_stand_travels_through_time(app: AppTest, filled: list[Position]) -> None:
    opened(app)
    assert app.slider(key="at").value == dt.date(2026, 2, 3)
    app.slider(key="at").set_value(dt.date(2026, 1, 6)).run()
    assert not app.exception
    drawn = json.loads(app.get("plotly_chart")[0].proto.spec)["data"][1]
    assert sorted(drawn["customdata"]) == [["Russia", "ceasefire"]]


def test_where_they_stand_says_what_to_do_where_nobody_was_heard_yet(app: AppTest, filled: list[Position]) -> None:
    opened(app, actor="France", at="2025-07-01")
    assert app.slider(key="at").value == dt.date(2025, 7, 1)
    assert any("choose a later day" in info.value for info in app.info)


def test_a_day_that_is_none_in_a_link_is_corrected(app: AppTest, filled: list[Position]) -> None:
    opened(app, at="yesterday")
    assert app.slider(key="at").value == dt.date(2026, 2, 3)
    assert any("“yesterday”" in toast.value for toast in app.toast)


def test_actors_that_stand_alike_can_be_put_together(
    app: AppTest, filled: list[Position], add: Callable[..., Position]
) -> None:
    add("Belarus", "oppose", "2026-01-04", "Minsk rejects a truce.")
    add("Russia", "oppose", "2026-02-01", "Moscow rejects it again.", topic="sanctions")
    opened(app, order="Alike together")
    assert app.segmented_control(key="order").value == "Alike together"
