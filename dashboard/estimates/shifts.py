"""Whether an actor moved on a topic: the mean score before a day against the mean from that day on, with a p-value.

The test is a permutation test (Fisher 1935) on the difference of the two means. The score of a statement is P(support) -
P(oppose): +1, 0 and -1 for support, neutral and oppose, weighed by how sure the model is; each utterance counts once. What
one document reports is not independent, so whole documents change sides, never single positions. Where there are few
documents every way to split them is tried; else a fixed number of seeded ones, counted as Phipson and Smyth (2010) advise;
where both sides have many, the normal law that such splits tend to (Hoeffding 1951) takes their place, for speed. Many
pairs of actor and topic are looked at: the p-values are corrected by Benjamini and Hochberg (1995).
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from itertools import chain, combinations
from math import comb
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import false_discovery_control, norm

from dashboard.estimates.utterances import utterances

LEVEL = 0.05
"""A shift is told from chance where its corrected p-value is below this."""
LEAST_DOCUMENTS = 3
"""On each side: with fewer, nothing is tested."""
PERMUTATIONS = 4_999
"""Splits tried where there are more than can all be tried."""
MANY = 40
"""Documents on each side from which on the normal law is used."""
SEED = 20_260_203
PAIR = ["actor", "topic"]
UTTERANCE = [*PAIR, "utterance"]
TIE = 1e-9
"""Differences closer than this are the same: sums in another order differ in their last digits."""

Array = NDArray[np.float64]


class Side(NamedTuple):
    """What an actor said on a topic on one side of the day, and what the mean rests on.

    `score` is from -1 to +1, each utterance once; `documents` are those that were the first to report one.
    """

    score: float
    utterances: int
    documents: int
    outlets: int


class Shift(NamedTuple):
    """One actor on one topic, before and after; `p` as tested alone, `corrected` for all pairs that were tested."""

    actor: str
    topic: str
    before: Side
    after: Side
    p: float
    corrected: float

    @property
    def change(self) -> float:
        """Mean score after less the mean score before, -2 to +2."""
        return self.after.score - self.before.score

    @property
    def told_from_chance(self) -> bool:
        """Whether the shift is flagged."""
        return self.corrected < LEVEL


class Shifts(NamedTuple):
    """The pairs that were tested, the surest shift first, and how many were heard on either side but not tested."""

    tested: list[Shift]
    too_thin: int

    @property
    def moved(self) -> list[Shift]:
        """The shifts that are told from chance."""
        return [shift for shift in self.tested if shift.told_from_chance]


def shifts(frame: pd.DataFrame, since: dt.date) -> Shifts:
    """Compare each actor on each topic of `frame` before the day `since` with that day and later.

    An utterance belongs to the day on which it was first reported, and to the document that did so. A document with
    words of both sides counts on both, which can hide a shift but makes none up.
    """
    dated = frame[frame["when"].notna()]
    heard = len(dated[PAIR].drop_duplicates())
    dated = _thick_enough(dated, since)
    once = _utterances_by_side(dated, since)
    sides = _sides(once, dated)
    if sides.empty:
        return Shifts([], heard)
    documents = once.groupby([*PAIR, "after", "document_id"])["score"].agg(["sum", "size"])
    tables = dict(iter(documents.groupby(PAIR)))
    found = [(pair, _side(sides, pair, False), _side(sides, pair, True)) for pair in _testable(sides)]
    if not found:
        return Shifts([], heard)
    values = [_p_value(tables[pair]) for pair, _, _ in found]
    tested = [
        Shift(*pair, before, after, p, float(corrected))
        for (pair, before, after), p, corrected in zip(found, values, false_discovery_control(values), strict=True)
    ]
    return Shifts(sorted(tested, key=lambda shift: (shift.p, -abs(shift.change), shift[:2])), heard - len(tested))


def testable(frame: pd.DataFrame, since: dt.date) -> int:
    """Return how many pairs of `frame` were heard in enough documents on both sides: what `shifts` could test."""
    return len(_thick_enough(frame[frame["when"].notna()], since)[PAIR].drop_duplicates())


def permutation_p(sums: Array, counts: Array, after: int) -> float:
    """Return the two-sided p-value of the difference of means between the first `after` documents and the rest.

    Each document comes with the sum of its scores and their number. Raises ValueError where a side has no document.
    """
    if not 0 < after < len(sums):
        raise ValueError("Both sides need a document.")
    if min(after, len(sums) - after) >= MANY:
        return _normal_p(sums, counts, after)
    observed = _gaps(np.arange(len(sums))[None, :] < after, sums, counts)[0]
    gaps = _gaps(_splits(len(sums), after), sums, counts)
    as_large = int(np.count_nonzero(gaps >= observed - TIE))
    if comb(len(sums), after) <= PERMUTATIONS:
        return as_large / len(gaps)
    return (as_large + 1) / (len(gaps) + 1)


def _normal_p(sums: Array, counts: Array, after: int) -> float:
    """The p-value by the mean and the variance that the sum of one side's deviations has over all splits."""
    deviations = sums - counts * (sums.sum() / counts.sum())
    size = len(sums)
    variance = after * (size - after) / (size * (size - 1)) * float(deviations @ deviations)
    return float(2 * norm.sf(abs(deviations[:after].sum()) / variance**0.5)) if variance > TIE else 1.0


def _gaps(taken: NDArray[np.bool_], sums: Array, counts: Array) -> Array:
    """Absolute differences of means for each row of `taken` (splits by documents)."""
    weights = taken.astype(np.float64)
    total, number = weights @ sums, weights @ counts
    gaps: Array = np.abs(total / number - (sums.sum() - total) / (counts.sum() - number))
    return gaps


@lru_cache(maxsize=32)
def _splits(documents: int, after: int) -> NDArray[np.bool_]:
    """Rows that each put `after` of `documents` on one side: all there are, or PERMUTATIONS random ones."""
    ways = comb(documents, after)
    rows = min(ways, PERMUTATIONS)
    if ways <= PERMUTATIONS:
        flat = np.fromiter(chain.from_iterable(combinations(range(documents), after)), np.intp, ways * after)
        chosen = flat.reshape(ways, after)
    else:
        random = np.random.default_rng(SEED).random((rows, documents), dtype=np.float32)
        chosen = np.argpartition(random, after - 1, axis=1)[:, :after]
    taken = np.zeros((rows, documents), dtype=np.bool_)
    np.put_along_axis(taken, chosen, True, axis=1)
    taken.setflags(write=False)
    return taken


def _thick_enough(dated: pd.DataFrame, since: dt.date) -> pd.DataFrame:
    """The rows of the pairs that may be tested: a quick look, so that a large store costs little."""
    sides = dated.groupby([*PAIR, dated["when"] >= pd.Timestamp(since)])["document_id"].nunique().unstack(fill_value=0)
    enough = sides.reindex(columns=[False, True], fill_value=0).min(axis=1) >= LEAST_DOCUMENTS
    keep = pd.MultiIndex.from_frame(dated[PAIR]).isin(enough[enough].index)
    return dated[keep]


def _utterances_by_side(dated: pd.DataFrame, since: dt.date) -> pd.DataFrame:
    """One row an utterance: its score, the document that reported it first, whether it is `after`."""
    first = dated.sort_values(["when", "document_id"]).drop_duplicates(UTTERANCE)[[*UTTERANCE, "document_id"]]
    once = utterances(dated).merge(first, on=UTTERANCE)
    return once.assign(after=once["when"] >= pd.Timestamp(since))


def _sides(once: pd.DataFrame, dated: pd.DataFrame) -> pd.DataFrame:
    """One row an actor, topic and side: what a `Side` holds."""
    by_side = [*PAIR, "after"]
    sides = once.groupby(by_side).agg(
        score=("score", "mean"), utterances=("utterance", "size"), documents=("document_id", "nunique")
    )
    reports = dated[[*UTTERANCE, "source"]].merge(once[[*UTTERANCE, "after"]], on=UTTERANCE)
    return sides.assign(outlets=reports.groupby(by_side)["source"].nunique())


def _testable(sides: pd.DataFrame) -> list[tuple[str, str]]:
    enough = sides["documents"].unstack(fill_value=0).reindex(columns=[False, True], fill_value=0).min(axis=1)
    return list(enough[enough >= LEAST_DOCUMENTS].index)


def _side(sides: pd.DataFrame, pair: tuple[str, str], after: bool) -> Side:
    row: Any = sides.loc[(*pair, after)]
    return Side(float(row["score"]), int(row["utterances"]), int(row["documents"]), int(row["outlets"]))


def _p_value(documents: pd.DataFrame) -> float:
    """The p-value of one pair's documents (rows by actor, topic, after, document: sum, size)."""
    after = documents.index.get_level_values("after").to_numpy(dtype=bool)
    order = np.argsort(~after, kind="stable")
    sums, counts = (documents[name].to_numpy(dtype=float)[order] for name in ("sum", "size"))
    return permutation_p(sums, counts, int(after.sum()))
