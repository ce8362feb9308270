"""All positions of a store as one data frame: the frame that every other query starts from."""

from __future__ import annotations

import re

import pandas as pd

from dashboard.store import Store
from models.schema import POSITION_FIELDS, content_id

DATES = ("published", "date")
PROBABILITIES = ["p_support", "p_oppose", "p_neutral"]


def load_positions(store: Store) -> pd.DataFrame:
    """Return one row a position: the fields of the contract and what is derived of them.

    Derived: `when` (the date, else the published date), `score` (P(support) - P(oppose), -1 to +1), `probability`
    (of the chosen stance, 1/3 to 1), `utterance` (the same words of one actor on one topic share it).
    """
    return derive(pd.DataFrame([dict(row) for row in store.rows()], columns=list(POSITION_FIELDS)))


def derive(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame`, which has the fields of the contract, with the derived columns."""
    frame = frame.copy()
    for name in DATES:
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    frame["when"] = frame["date"].fillna(frame["published"])
    frame[PROBABILITIES] = frame[PROBABILITIES].astype(float)
    frame["conditional"] = frame["conditional"].astype(bool)
    frame["score"] = frame["p_support"] - frame["p_oppose"]
    frame["probability"] = frame[PROBABILITIES].max(axis=1)
    keys = zip(frame["actor"], frame["topic"], frame["text"], strict=True)
    frame["utterance"] = [content_id(actor, topic, _plain(text)) for actor, topic, text in keys]
    return frame


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
