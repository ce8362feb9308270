"""Positions in files: JSON Lines, CSV, Parquet, Excel, all with the fields of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pandas as pd

from models.errors import InputError
from models.schema import POSITION_FIELDS

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that starts so for a formula: Excel cells are marked as text, CSV gets an apostrophe."""
_NOT_IN_EXCEL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
EXCEL_ROWS = 1_048_575


def export_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of `frame` as objects of the contract: dates as YYYY-MM-DD, None for what is unknown."""
    plain = _plain(frame)
    return [{str(name): _value(value) for name, value in row.items()} for row in plain.to_dict(orient="records")]


def write_export(frame: pd.DataFrame, target: Path | BinaryIO, form: str) -> None:
    """Write `frame` to a file or an open binary stream as `form` (see FORMATS).

    Raises InputError for another form, or for more rows than an Excel sheet holds.
    """
    if form not in FORMATS:
        raise InputError(f"There is no format '{form}'; choose one of {', '.join(FORMATS)}.")
    if isinstance(target, Path):
        with target.open("wb") as stream:
            FORMATS[form](frame, stream)
    else:
        FORMATS[form](frame, target)


def export_refusal(rows: int, form: str) -> str:
    """Return the sentence that says why so many rows cannot be had as `form`, nothing where they can."""
    if form == "xlsx" and rows > EXCEL_ROWS:
        return f"An Excel sheet holds {EXCEL_ROWS:,} rows, not {rows:,}; filter more, or export CSV."
    return ""


def _jsonl(frame: pd.DataFrame, stream: BinaryIO) -> None:
    for row in export_rows(frame):
        stream.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def _csv(frame: pd.DataFrame, stream: BinaryIO) -> None:
    _guarded(_plain(frame)).to_csv(stream, index=False)


def _parquet(frame: pd.DataFrame, stream: BinaryIO) -> None:
    _plain(frame).to_parquet(stream, index=False)


def _excel(frame: pd.DataFrame, stream: BinaryIO) -> None:
    if refusal := export_refusal(len(frame), "xlsx"):
        raise InputError(refusal)
    plain = _plain(frame)
    for name in _text_columns(plain):
        plain[name] = plain[name].map(lambda value: _NOT_IN_EXCEL.sub(" ", value), na_action="ignore")
    with pd.ExcelWriter(stream, engine="openpyxl") as writer:
        plain.to_excel(writer, index=False, sheet_name="positions")
        for row in writer.sheets["positions"].iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith((*FORMULA_STARTS, "#")):
                    cell.data_type, cell.quotePrefix = "s", True


FORMATS: dict[str, Callable[[pd.DataFrame, BinaryIO], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "xlsx": _excel,
}


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The fields of the contract only, dates as text."""
    plain = frame[list(POSITION_FIELDS)].copy()
    for name in ("published", "date"):
        plain[name] = plain[name].dt.strftime("%Y-%m-%d")
    for name in ("p_support", "p_oppose", "p_neutral"):
        plain[name] = plain[name].round(4)
    return plain


def _guarded(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**{name: frame[name].map(_guard) for name in _text_columns(frame)})


def _text_columns(frame: pd.DataFrame) -> list[str]:
    return [name for name in frame.columns if frame[name].map(lambda value: isinstance(value, str)).any()]


def _guard(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _value(value: Any) -> Any:
    return None if value is None or (not isinstance(value, str) and pd.isna(value)) else value
