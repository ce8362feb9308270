import io
import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.app.components.download import FORMS
from dashboard.queries import FORMATS, export
from models.schema import Position

READERS: dict[str, Callable[[bytes], pd.DataFrame]] = {
    "csv": lambda data: pd.read_csv(io.BytesIO(data)),
    "xlsx": lambda data: pd.read_excel(io.BytesIO(data)),
    "parquet": lambda data: pd.read_parquet(io.BytesIO(data)),
    "jsonl": lambda data: pd.DataFrame([json.loads(line) for line in data.decode().splitlines()]),
}


@pytest.fixture
def kinds(add: Any, filled: list[Position]) -> list[Position]:
    return [
        *filled,
        add("China", "oppose", "2026-03-01", "Beijing vetoes it.", source="AFP", kind="act"),
        add("China", "oppose", "2026-03-02", "Beijing is said to refuse.", source="Xinhua", kind="indirect"),
    ]


def opened(app: AppTest, **query: Any) -> AppTest:
    app.query_params.update(query)
    app.run()
    app.switch_page("views/statements.py").run()
    assert not app.exception
    return app


def offered(app: AppTest, name: str) -> list[str]:
    return [option.content for option in app.pills(key=f"facet_{name}").proto.options]


def address(app: AppTest, name: str) -> list[str]:
    value = app.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def listed(app: AppTest) -> int:
    assert not app.exception
    return len(app.dataframe[0].value)


def test_facets_count_what_is_found(app: AppTest, kinds: list[Position]) -> None:
    opened(app)
    assert offered(app, "stance") == ["support **2**", "oppose **3**", "neutral **1**"]
    assert offered(app, "kind") == ["quoted **4**", "reported **1**", "official act **1**"]
    assert offered(app, "conditional") == ["conditional **1**", "unconditional **5**"]
    assert offered(app, "source") == ["AFP **3**", "TASS **2**", "Xinhua **1**"]
    app.text_input(key="words").set_value("Beijing").run()
    assert offered(app, "stance") == ["oppose **2**"]
    assert offered(app, "source") == ["AFP **1**", "Xinhua **1**"]


@pytest.mark.parametrize(
    ("name", "values", "left"),
    [
        ("stance", ["oppose"], 3), ("stance", ["support", "neutral"], 3), ("kind", ["direct"], 4),
        ("kind", ["indirect", "act"], 2), ("conditional", ["yes"], 1), ("conditional", ["no"], 5), ("source", ["AFP"], 3),
    ],
)  # fmt: skip
def test_a_facet_narrows_the_table_and_is_in_the_address(
    app: AppTest, kinds: list[Position], name: str, values: list[str], left: int
) -> None:
    opened(app)
    before = offered(app, name)
    app.pills(key=f"facet_{name}").set_value(values).run()
    assert listed(app) == left
    assert address(app, name) == values
    assert offered(app, name) == before
    app.pills(key=f"facet_{name}").set_value([]).run()
    assert listed(app) == 6
    assert name not in app.query_params


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"kind": "direct"}, 4), ({"kind": ["act", "indirect"]}, 2), ({"conditional": "yes"}, 1),
        ({"conditional": "no", "stance": "oppose", "source": "AFP"}, 1), ({"kind": "indirect", "words": "refuse"}, 1),
    ],
)  # fmt: skip
def test_facets_of_a_link_are_applied(app: AppTest, kinds: list[Position], query: dict[str, Any], left: int) -> None:
    opened(app, **query)
    assert listed(app) == left
    for name in query.keys() & {"kind", "conditional", "stance", "source"}:
        values = query[name] if isinstance(query[name], list) else [query[name]]
        assert app.pills(key=f"facet_{name}").value == values


@pytest.mark.parametrize("name", ["kind", "conditional"])
@pytest.mark.parametrize("bad", ["rumour", "", "<script>", ":red[x]", "Direct", "a" * 500])
def test_what_a_link_cannot_have_is_said_and_left_out(app: AppTest, kinds: list[Position], name: str, bad: str) -> None:
    opened(app, **{name: bad})
    assert listed(app) == 6
    assert len(app.toast) == bool(bad)
    assert name not in app.query_params


def test_a_good_value_beside_a_bad_one_is_kept(app: AppTest, kinds: list[Position]) -> None:
    opened(app, kind=["act", "rumour", "act"])
    assert listed(app) == 1
    assert address(app, "kind") == ["act"]
    assert [("rumour" in toast.value) for toast in app.toast] == [True]


def test_facets_and_sidebar_are_one_choice(app: AppTest, kinds: list[Position]) -> None:
    opened(app)
    app.pills(key="facet_stance").set_value(["oppose"]).run()
    assert app.pills(key="stance").value == ["oppose"]
    app.multiselect(key="source").set_value(["Xinhua"]).run()
    assert app.pills(key="facet_source").value == ["Xinhua"]
    assert offered(app, "source") == ["AFP **1**", "TASS **1**", "Xinhua **1**"]
    next(button for button in app.button if button.label == "Clear filters").click().run()
    assert listed(app) == 6
    assert app.pills(key="facet_stance").value == app.pills(key="facet_source").value == []


def test_facets_that_leave_nothing_can_be_dropped(app: AppTest, kinds: list[Position]) -> None:
    opened(app, kind="act", conditional="yes")
    assert "drop one of the choices" in app.info[0].value
    assert offered(app, "kind") == ["quoted **1**", "official act **0**"]
    app.pills(key="facet_conditional").set_value([]).run()
    assert listed(app) == 1


def test_only_the_top_outlets_are_offered_and_those_chosen(app: AppTest, add: Any) -> None:
    for number in range(12):
        add(f"Actor {number}", "support", "2026-01-01", source=f"*Outlet* {number:02}")
    opened(app, source="*Outlet* 11")
    assert len(offered(app, "source")) == 9
    assert offered(app, "source")[-1] == r"\*Outlet\* 11 **1**"


def test_every_form_holds_all_that_is_found(
    app: AppTest, kinds: list[Position], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Callable[[], bytes]] = {}

    def recorded(label: str, data: Callable[[], bytes], file_name: str, mime: str, **rest: Any) -> None:
        assert label and mime and not rest["disabled"]
        made[file_name] = data

    monkeypatch.setattr(st, "download_button", recorded)
    opened(app, stance="oppose")
    assert set(FORMS) == set(FORMATS) == set(READERS)
    assert set(made) == {f"stancewatch.{form}" for form in FORMATS}
    expected = [kinds[index].statement.id for index in (5, 4, 0)]
    for form, read in READERS.items():
        back = read(made[f"stancewatch.{form}"]())
        assert list(back["statement_id"]) == expected
        assert set(back["stance"]) == {"oppose"}


def test_excel_over_its_limit_is_one_sentence_and_no_button(
    app: AppTest, kinds: list[Position], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(app)
    assert [button.label for button in app.download_button] == ["CSV", "Excel", "Parquet", "JSON Lines"]
    assert not any(button.proto.disabled for button in app.download_button)
    monkeypatch.setattr(export, "EXCEL_ROWS", 5)
    app.run()
    assert [button.label for button in app.download_button if button.proto.disabled] == ["Excel"]
    said = [caption.value for caption in app.caption if "Excel" in caption.value]
    assert said == ["An Excel sheet holds 5 rows, not 6; filter more, or export CSV."]
