"""JSON Lines on standard output and input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from models.errors import InputError


def print_rows(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON object a line, as UTF-8 whatever the terminal says, and hand them on at once."""
    stream = sys.stdout.buffer
    for row in rows:
        # half a surrogate pair cannot be UTF-8; written as \udXXX it is valid JSON and the same text again
        stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    stream.flush()


def read_rows(path: Path | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number and object of each line of a JSON Lines file, of standard input where `path` is None.

    Raises InputError where a line is no JSON object; empty lines are passed over.
    """
    if path is None:
        yield from _parse(sys.stdin.buffer, "standard input")
        return
    if not path.is_file():
        raise InputError(f"There is no file {path}; give a JSON Lines file, or - for standard input.")
    with path.open("rb") as stream:
        yield from _parse(stream, str(path))


def _parse(stream: Iterable[bytes], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", None) or "not readable as UTF-8 text"
            raise InputError(f"Line {number} of {name} is no JSON ({reason}); mend or remove it.") from error
        if not isinstance(row, dict):
            raise InputError(f"Line {number} of {name} is no JSON object; write one {{...}} a line.")
        yield number, row
