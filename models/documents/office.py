"""Documents from .pdf and .docx files."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from docx.opc.exceptions import PackageNotFoundError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from models.documents.plain import clean
from models.documents.published import day_in_name, find_published
from models.errors import InputError
from models.schema import Document, content_id

_CONTINUED = re.compile(r"(?<![.!?:;”\"])\n(?=[a-z])")
"""A line of a printed page that ends within a sentence."""


def from_pdf(data: bytes, name: str, url: str | None = None) -> Document:
    """Return the document of a PDF's text layer. Raises InputError where the file is broken or locked."""
    try:
        reader = PdfReader(io.BytesIO(data))
        text = _CONTINUED.sub(" ", "\n".join(page.extract_text().strip() for page in reader.pages))
        information = reader.metadata
    except (PyPdfError, ValueError, KeyError, NotImplementedError) as error:
        raise InputError(f"{name} cannot be read as a PDF ({error}); save it again, without a password.") from error
    title = str(information.title) if information and information.title else None
    return _document(clean(text), title, name, url)


def from_docx(data: bytes, name: str, url: str | None = None) -> Document:
    """Return the document of a Word file's paragraphs. Raises InputError where the file is no .docx."""
    try:
        opened = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise InputError(f"{name} cannot be read as a Word file; save it again as .docx.") from error
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs if paragraph.text.strip())
    headings = (
        paragraph.text
        for paragraph in opened.paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith(("Title", "Heading"))
    )
    return _document(clean(text), next(headings, None) or opened.core_properties.title, name, url)


def _document(text: str, title: str | None, name: str, url: str | None) -> Document:
    return Document(
        id=content_id(text, url or ""),
        text=text,
        title=(title or "").strip() or None,
        url=url,
        published=find_published(text, name) or day_in_name(url or ""),
    )
