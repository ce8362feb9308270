"""Documents from tables: JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from models.dates import parse_date
from models.documents.plain import clean, decode, plain_lines
from models.errors import InputError
from models.schema import Document, content_id

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at"),
    "source": ("source", "outlet", "publisher"),
    "url": ("url", "link"),
    "id": ("id", "document_id"),
    "speaker": ("speaker",),
    "actor": ("actor",),
}
"""For each field of a document the names of the columns that may hold it, in upper or lower case."""


def from_jsonl(path: Path) -> Iterator[Document]:
    """Yield the documents of a JSON Lines file, one object a line. Raises InputError at the first bad line."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            text = decode(line).strip()
            if text:
                yield _document(_json_object(text, path, number), f"Line {number} of {path}")


def from_csv(path: Path) -> Iterator[Document]:
    """Yield the documents of a CSV file with a header. Raises InputError where no column holds text."""
    csv.field_size_limit(sys.maxsize)  # an article in a cell is longer than the default allows
    text = decode(path.read_bytes())
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="_rest", restval="")
    columns = [column for column in rows.fieldnames or [] if column]
    if not any(_column(columns, field) for field in ("text", "title")):
        found = ", ".join(columns) or "no columns at all"
        raise InputError(f"{path} has no text column but {found}; name one of its columns 'text'.")
    for row in rows:
        if any(value and value != [] for value in row.values()):
            yield _document({name: value for name, value in row.items() if name}, f"Line {rows.line_num} of {path}")


def _json_object(text: str, path: Path, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        # numbers of thousands of digits are a ValueError of another kind
        reason = getattr(error, "msg", "too deeply nested or too long a number")
        raise InputError(f"Line {number} of {path} is no JSON ({reason}); mend or remove that line.") from error
    if not isinstance(row, dict):
        raise InputError(f'Line {number} of {path} is no JSON object; write {{"text": ...}} on each line.')
    return row


def _column(columns: list[str], field: str) -> str | None:
    by_name = {column.strip().lower(): column for column in reversed(columns)}
    return next((by_name[name] for name in NAMES[field] if name in by_name), None)


def _document(row: Mapping[str, Any], place: str) -> Document:
    columns = {field: _column(list(row), field) for field in NAMES}
    values = {field: _value(row[column], field) if column else None for field, column in columns.items()}
    text = values["text"] or values["title"]
    if not text:
        raise InputError(f"{place} has neither text nor title; fill in its text or remove it.")
    url = values["url"]
    return Document(
        id=(values["id"] or "").strip() or content_id(text, url or ""),
        text=text,
        title=values["title"],
        source=values["source"],
        url=url,
        published=parse_date(row[columns["date"]]) if columns["date"] else None,
        speaker=values["speaker"],
        actor=values["actor"],
        extra={name: value for name, value in row.items() if name not in columns.values()},
    )


def _value(value: Any, field: str) -> str | None:
    """Return the value of a field as text, None where there is nothing to see; numbers may be ids, which stay as given."""
    if value is None or isinstance(value, bool | list | dict):
        return None
    text = plain_lines(str(value)) if field in ("id", "url") else clean(str(value))
    return text if text.strip() else None
