"""Which actors are compared, and the statements behind what is compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

import pandas as pd


def heard(frame: pd.DataFrame) -> list[str]:
    """Return the actors of `frame` with a dated position, most utterances first, then by name."""
    dated = frame[frame["when"].notna()]
    numbers = dated.groupby("actor")["utterance"].nunique()
    return sorted((str(actor) for actor in numbers.index), key=lambda actor: (-numbers[actor], actor))


def compared(ranked: Sequence[str], chosen: Collection[str], most: int) -> list[str]:
    """Return whom to compare: the `chosen` of `ranked`; fewer than two are filled up from `ranked` to `most`."""
    actors = [actor for actor in ranked if actor in chosen]
    if len(actors) < 2:
        others = [actor for actor in ranked if actor not in actors]
        actors += others[: most - len(actors)]
    return actors


def shared_topics(frame: pd.DataFrame, one: str, other: str) -> list[str]:
    """Return the topics that both actors speak on with a date, first those on which the quieter of both says most."""
    dated = frame[frame["when"].notna() & frame["actor"].isin((one, other))]
    numbers = dated.groupby(["topic", "actor"])["utterance"].nunique().unstack(fill_value=0)
    least = numbers.reindex(columns=[one, other], fill_value=0).min(axis=1)
    return sorted((str(topic) for topic in least[least > 0].index), key=lambda topic: (-least[topic], topic))


def statements_on(
    frame: pd.DataFrame, actors: Collection[str], topics: Collection[str],
    start: dt.date | None = None, end: dt.date | None = None,
) -> list[str]:  # fmt: skip
    """Return the statements of `actors` on `topics`, newest first, each utterance once; dates are included."""
    rows = frame[frame["actor"].isin(actors) & frame["topic"].isin(topics) & frame["when"].notna()]
    if start is not None:
        rows = rows[rows["when"] >= pd.Timestamp(start)]
    if end is not None:
        rows = rows[rows["when"] < pd.Timestamp(end) + pd.Timedelta(days=1)]
    newest = rows.sort_values(["when", "statement_id"], ascending=False).drop_duplicates(
        ["actor", "topic", "utterance"]
    )
    return list(dict.fromkeys(newest["statement_id"]))
