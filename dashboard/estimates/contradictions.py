"""Where an actor contradicts itself: opposite statements on one topic within some weeks.

Only statements that say their side plainly are looked at: support or oppose, under no condition, with a probability that
makes a misreading unlikely. Each is set against the one before it, so a pair stands for one turn from a side to the other.
No contradiction goes unsaid by that: between any two opposite statements within the time there is a turn within it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

WITHIN_DAYS = 60
LEAST_PROBABILITY = 0.7
"""Of the stance of both statements: calibrated, so three in ten of the least certain ones may be misread."""
COLUMNS = ["actor", "topic", "utterance", "when", "stance", "probability", "statement_id"]


class Contradiction(NamedTuple):
    """Two statements of an actor on a topic that take opposite sides; `probability` is that of the less certain one."""

    actor: str
    topic: str
    earlier: str
    later: str
    days: int
    probability: float


def plain_sides(frame: pd.DataFrame, least: float = LEAST_PROBABILITY) -> pd.DataFrame:
    """Return the rows of `frame` that take a side plainly: dated, unconditional, at least `least` probable."""
    sided = frame["stance"].isin(("support", "oppose")) & ~frame["conditional"].astype(bool)
    return frame[sided & frame["when"].notna() & (frame["probability"] >= least)]


def contradictions(
    frame: pd.DataFrame, within: int = WITHIN_DAYS, least: float = LEAST_PROBABILITY
) -> list[Contradiction]:
    """Return the turns of each actor on each topic of `frame`, the surest first, then the newest.

    The two statements of a pair are at most `within` days apart. An utterance counts once, on the day on which it was
    first reported; of one day and side only the most probable statement is taken.
    """
    once = _once(plain_sides(frame, least))
    found: list[tuple[Contradiction, int]] = []
    for _, rows in once.groupby(["actor", "topic"]):
        ordered = _in_order(list(rows.itertuples()))
        for before, after in zip(ordered, ordered[1:], strict=False):
            days = after.day - before.day
            if before.stance != after.stance and days <= within:
                least_sure = float(min(before.probability, after.probability))
                pair = Contradiction(
                    after.actor, after.topic, before.statement_id, after.statement_id, days, least_sure
                )
                found.append((pair, after.day))
    found.sort(key=lambda item: (-item[0].probability, -item[1], item[0].topic, item[0].later))
    return [pair for pair, _ in found]


def _once(plain: pd.DataFrame) -> pd.DataFrame:
    """The most probable statement of each actor, topic, day and side, in the order of time; `day` counts from 1970."""
    plain = plain[COLUMNS]
    heard = plain.groupby(["actor", "topic", "utterance"])["when"].transform("min")
    surest = plain.assign(day=heard.astype("datetime64[s]").astype("int64") // 86_400).sort_values(
        ["probability", "statement_id"], ascending=[False, True]
    )
    surest = surest.drop_duplicates(["actor", "topic", "utterance"])
    surest = surest.drop_duplicates(["actor", "topic", "day", "stance"])
    return surest.sort_values(["day", "stance", "statement_id"])


def _in_order(rows: list[Any]) -> list[Any]:
    """Rows in the order of time; of two on one day the one that takes the side of the row before comes first."""
    ordered: list[Any] = []
    for row in rows:
        last = ordered[-1] if ordered else None
        before = ordered[-2] if len(ordered) > 1 else None
        if last and before and last.day == row.day and row.stance == before.stance:
            ordered.insert(-1, row)
        else:
            ordered.append(row)
    return ordered
