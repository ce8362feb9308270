import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dashboard.queries import FORMATS, export_rows, write_export
from dashboard.store import Store
from models.errors import InputError


def test_rows_are_those_of_the_contract(store: Store, frame: pd.DataFrame) -> None:
    expected = [position.to_row() for name in "abcdef" for position in store.positions(name)]
    assert export_rows(frame) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_every_row(tmp_path: Path, frame: pd.DataFrame, form: str) -> None:
    path = tmp_path / f"positions.{form}"
    write_export(frame, path, form)
    readers = {
        "jsonl": lambda: pd.DataFrame([json.loads(line) for line in path.read_text().splitlines()]),
        "csv": lambda: pd.read_csv(path),
        "parquet": lambda: pd.read_parquet(path),
        "xlsx": lambda: pd.read_excel(path),
    }
    back = readers[form]()
    expected = pd.DataFrame(export_rows(frame))
    assert list(back.columns) == list(expected.columns)
    assert list(back["statement_id"]) == list(expected["statement_id"])
    assert list(back["p_support"]) == list(expected["p_support"])
    assert back["date"].fillna("").tolist() == expected["date"].fillna("").tolist()


def test_excel_takes_no_text_for_a_formula(frame: pd.DataFrame) -> None:
    stream = io.BytesIO()
    texts = ["=1+1", "+1", "-1", "@a", "#N/A", "bell\x07", "plain"]
    write_export(frame.assign(text=texts), stream, "xlsx")
    sheet = openpyxl.load_workbook(stream)["positions"]
    column = [cell.value for cell in sheet[1]].index("text")
    cells = [row[column] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * 7
    assert [cell.value for cell in cells] == [*texts[:5], "bell ", "plain"]


def test_csv_takes_no_text_for_a_formula(frame: pd.DataFrame) -> None:
    stream = io.BytesIO()
    write_export(frame, stream, "csv")
    assert "'=No truce" in stream.getvalue().decode()


def test_another_format_is_refused(tmp_path: Path, frame: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="choose one of jsonl"):
        write_export(frame, tmp_path / "a.doc", "doc")
