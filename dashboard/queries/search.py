"""Full-text search in a frame of positions."""

from __future__ import annotations

import unicodedata

import pandas as pd

FIELDS = ("text", "speaker", "actor", "title", "source")


def search(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """Return the rows that hold every one of `words` in text, speaker, actor, title or source; case and accents do not count."""
    wanted = fold(words).split()
    if not wanted or frame.empty:
        return frame
    joined = frame[FIELDS[0]].fillna("")
    for name in FIELDS[1:]:
        joined = joined + " \n " + frame[name].fillna("")
    folded = joined.map(fold)
    keep = pd.Series(True, index=frame.index)
    for word in wanted:
        keep &= folded.str.contains(word, regex=False)
    return frame[keep]


def fold(text: str) -> str:
    """Return `text` without case and accents."""
    if text.isascii():
        return text.casefold()
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character))
