import datetime as dt

import pandas as pd

from dashboard.charts import Standing, draw_standings, where_they_stand

TITLES = {"sanctions": "Sanctions on Russia", "ceasefire": "Ceasefire", "unspoken": "Nobody speaks on it"}


def standing(actor: str, topic: str, score: float, stance: str, total: int) -> dict[str, object]:
    return {
        "actor": actor, "topic": topic, "score": score, "stance": stance, "utterances": 2, "outlets": 1, "total": total,
        "last": pd.Timestamp("2026-02-03"), "statement_id": "0" * 16,
    }  # fmt: skip


TABLE = pd.DataFrame(
    [
        standing("France", "ceasefire", 0.9, "support", 3),
        standing("Russia", "ceasefire", -0.8, "oppose", 5),
        standing("Russia", "sanctions", -0.9, "oppose", 5),
        standing("Malta", "sanctions", 0.0, "neutral", 1),
    ]
)


def test_most_heard_first_topics_as_in_the_catalogue() -> None:
    data = where_they_stand(TABLE, TITLES)
    assert data.actors == ["Russia", "France", "Malta"]
    assert data.topics == [("sanctions", "Sanctions on Russia"), ("ceasefire", "Ceasefire")]
    assert data.cells[0] == Standing("France", "ceasefire", 0.9, "support", 2, 1, dt.date(2026, 2, 3))


def test_actors_that_stand_alike_may_stand_together() -> None:
    table = pd.concat([TABLE, pd.DataFrame([standing("Belarus", "sanctions", -0.8, "oppose", 1)])])
    assert where_they_stand(table, TITLES).actors == ["Russia", "France", "Belarus", "Malta"]
    alike = where_they_stand(table, TITLES, alike=True).actors
    assert abs(alike.index("Russia") - alike.index("Belarus")) == 1


def test_only_as_many_actors_as_wanted() -> None:
    data = where_they_stand(TABLE, TITLES, most=1)
    assert data.actors == ["Russia"]
    assert {cell.actor for cell in data.cells} == {"Russia"}


def test_cells_carry_sign_number_and_what_a_click_opens() -> None:
    heat, labels = draw_standings(where_they_stand(TABLE, TITLES)).data
    assert [list(row) for row in heat.z] == [[-0.9, -0.8], [None, 0.9], [0.0, None]]
    assert list(labels.text) == ["▲<br>2", "▼<br>2", "▼<br>2", "●<br>2"]
    assert list(labels.customdata[3]) == ["Malta", "sanctions"]


def test_nothing_is_drawn_from_nothing() -> None:
    assert where_they_stand(TABLE.iloc[:0], TITLES).actors == []
