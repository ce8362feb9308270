"""Finding what resembles a text among those of the same days, without comparing it to each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
from datasketch import MinHash, MinHashLSH

from models.schema import content_id

DAYS_APART = 3
"""Reports of one thing come at most this many days apart."""
_PERIOD = DAYS_APART + 1
SEED = 20220224
"""Of the permutations: the same everywhere, so that the same texts are joined everywhere."""


class DatedIndex:
    """MinHash (Broder 1997) with locality-sensitive hashing (Indyk and Motwani 1998), by block and by days.

    Of one block, two sets with Jaccard similarity s meet with probability 1 - (1 - s^rows)^bands. Things of a block must
    be added in the order of their days: each is then looked for among its own days' and those just before.
    """

    def __init__(self, bands: int, rows: int) -> None:
        """Make an empty index of `bands` bands with `rows` rows each."""
        self._table = MinHashLSH(num_perm=bands * rows, params=(bands, rows), prepickle=False)
        self._empty = MinHash(num_perm=bands * rows, seed=SEED, scheme="affine32")

    def sketch(self, words: Iterable[str]) -> MinHash:
        """Return the sketch of a set of words."""
        sketch: MinHash = self._empty.copy()
        sketch.update_batch([word.encode("utf-8", "surrogatepass") for word in words])
        return sketch

    def near(self, block: tuple[str, ...], day: dt.date | None, sketch: MinHash) -> set[Any]:
        """Return the names of what was added to the block and may resemble `sketch`; some lie further off than the limit."""
        period = _period(day)
        periods = (period,) if period is None else (period, period - 1)
        met = (found for at in periods for found in self._table.query(self._placed(block, at, sketch)))
        return {name for owner, name in met if owner == block}

    def add(self, name: Hashable, block: tuple[str, ...], day: dt.date | None, sketch: MinHash) -> None:
        """Add what is called `name`."""
        self._table.insert((block, name), self._placed(block, _period(day), sketch), check_duplication=False)

    def _placed(self, block: tuple[str, ...], period: int | None, sketch: MinHash) -> MinHash:
        """Return the sketch as it stands in the one table, where those of other blocks and days meet it by rare accident only."""
        place = np.uint32(int(content_id(*block, str(period))[:8], 16))
        placed: MinHash = self._empty.copy()
        placed.hashvalues = sketch.hashvalues ^ place
        return placed


def are_close(one: dt.date | None, other: dt.date | None) -> bool:
    """Whether two days are at most three apart; an unknown day is close to another unknown one only."""
    if one is None or other is None:
        return one is other
    return abs((one - other).days) <= DAYS_APART


def _period(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal() // _PERIOD
