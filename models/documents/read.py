"""The one way in: paths and addresses to documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from models.documents.html import declared_encoding, from_html
from models.documents.office import from_docx, from_pdf
from models.documents.plain import decode, from_markdown, from_text
from models.documents.rows import from_csv, from_jsonl
from models.documents.web import from_address, is_address
from models.errors import InputError
from models.schema import Document

Reader = Callable[[Path], Iterable[Document]]

_READERS: dict[str, Reader] = {
    ".txt": lambda path: [from_text(decode(path.read_bytes()), path.name)],
    ".md": lambda path: [from_markdown(decode(path.read_bytes()), path.name)],
    ".html": lambda path: [_page(path)],
    ".htm": lambda path: [_page(path)],
    ".pdf": lambda path: [from_pdf(path.read_bytes(), path.name)],
    ".docx": lambda path: [from_docx(path.read_bytes(), path.name)],
    ".jsonl": from_jsonl,
    ".csv": from_csv,
}
SUFFIXES = tuple(_READERS)
"""Endings of the files that can be read."""


def read_documents(paths: Sequence[str | Path]) -> Iterator[Document]:
    """Return the documents in files, folders (with theirs inside, in order of name) and at addresses.

    In a folder, hidden files, files of other kinds and files without text are passed over. Raises InputError at once
    where a path does not exist or cannot be read, and while reading where a file holds no text or is broken.
    """
    places: list[tuple[str | Path, bool]] = []
    for path in paths:
        places += [(str(path), True)] if is_address(str(path)) else _files(Path(path).expanduser())
    return _read(places)


def _read(places: Iterable[tuple[str | Path, bool]]) -> Iterator[Document]:
    for place, named in places:
        empty = True
        try:
            for document in _documents(place):
                if document.text.strip():
                    empty = False
                    yield document
        except OSError as error:
            raise InputError(f"{place} cannot be read ({error.strerror or error}); check its permissions.") from error
        if empty and named:
            raise InputError(f"{place} holds no text; give a document with some.")


def _documents(place: str | Path) -> Iterable[Document]:
    if isinstance(place, str):
        return [from_address(place)]
    return _READERS[place.suffix.lower()](place)


def _page(path: Path) -> Document:
    data = path.read_bytes()
    return from_html(decode(data, declared_encoding(data)), path.name)


def _files(path: Path) -> list[tuple[str | Path, bool]]:
    """Return the files that `path` stands for, each with whether it was named itself."""
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.is_file() and _is_wanted(file.relative_to(path)))
        if not inside:
            raise InputError(f"The folder {path} holds no document; documents are {', '.join(SUFFIXES)} files.")
        return [(file, False) for file in inside]
    if not path.exists():
        raise InputError(f"There is no file or folder {path}; check its name.")
    if path.suffix.lower() not in _READERS:
        raise InputError(f"{path} is no kind of document that can be read; give {', '.join(SUFFIXES)}.")
    return [(path, True)]


def _is_wanted(inside: Path) -> bool:
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and inside.suffix.lower() in _READERS
