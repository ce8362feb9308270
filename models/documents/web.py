"""Documents from addresses on the web."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

import httpx

from models.documents.html import declared_encoding, from_html
from models.documents.office import from_docx, from_pdf
from models.documents.plain import decode, from_text
from models.errors import InputError
from models.schema import Document

WAIT_SECONDS = 20.0
LARGEST = 20_000_000
"""Bytes; a page that is larger is no article."""
HEADERS = {"User-Agent": "Stancewatch (reads single pages that its user names)"}


def is_address(place: str) -> bool:
    """Tell whether `place` is an address on the web."""
    return place.lower().startswith(("http://", "https://"))


def from_address(url: str) -> Document:
    """Return the document at `url`. Raises InputError where it cannot be fetched."""
    data, (kind, charset), final = _fetch(url)
    name = PurePosixPath(urlsplit(final).path).name
    if kind == "application/pdf" or data.startswith(b"%PDF-"):
        return from_pdf(data, name or url, final)
    if kind.endswith("wordprocessingml.document"):
        return from_docx(data, name or url, final)
    text = decode(data, charset or declared_encoding(data))
    if kind == "text/plain":
        plain = from_text(text, name)
        return Document(id=plain.id, text=plain.text, title=plain.title, url=final, published=plain.published)
    return from_html(text, name, final)


def _fetch(url: str) -> tuple[bytes, tuple[str, str | None], str]:
    """Return the body, its media type and encoding, and the address that it came from in the end."""
    try:
        with httpx.stream("GET", url, headers=HEADERS, timeout=WAIT_SECONDS, follow_redirects=True) as response:
            response.raise_for_status()
            data = b""
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > LARGEST:
                    raise InputError(
                        f"{url} is larger than {LARGEST // 1_000_000} MB; save the text in a file instead."
                    )
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return data, (kind, response.charset_encoding), str(response.url)
    except httpx.HTTPStatusError as error:
        raise InputError(f"{url} answered {error.response.status_code}; check the address.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(f"{url} cannot be fetched ({error}); check the address and the connection.") from error
