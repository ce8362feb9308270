"""Facets of what is found: how many positions each choice would leave."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

FACETS = ("stance", "kind", "conditional", "source")
"""The columns that can be chosen from."""


def narrow(frame: pd.DataFrame, chosen: Mapping[str, Collection[Any]]) -> pd.DataFrame:
    """Return the rows of `frame` that hold one of the chosen values in each column; no values keep everything."""
    keep = pd.Series(True, index=frame.index)
    for column, values in chosen.items():
        if values:
            keep &= frame[column].isin(list(values))
    return frame[keep]


def facet_counts(frame: pd.DataFrame, chosen: Mapping[str, Collection[Any]]) -> dict[str, dict[Any, int]]:
    """Return, for each of FACETS, its values with the number of rows that hold them, the most frequent first.

    A facet's own choice does not narrow its own counts, the choices of the others do: so a count is what a click on
    that value alone would leave. A row without a value (an unknown source) counts nowhere.
    """
    return {column: _counts(narrow(frame, _without(chosen, column))[column]) for column in FACETS}


def _without(chosen: Mapping[str, Collection[Any]], column: str) -> dict[str, Collection[Any]]:
    return {name: values for name, values in chosen.items() if name != column}


def _counts(values: pd.Series) -> dict[Any, int]:
    counts = {value: int(number) for value, number in values.value_counts().items() if value != ""}
    return dict(sorted(counts.items(), key=lambda item: (-item[1], str(item[0]).casefold())))
