"""Text of others on our pages: always text, never markup."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

JOINER = "\u2060"
"""Invisible and without width: keeps Streamlit from turning `->`, `--` or `:smile:` into something else."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_REPLACED = re.compile(r"(?<=[-<>=~:])(?=[-<>=~:\w])|(?<=[-<>=~])(?=\s)")


def plain(text: str) -> str:
    """Return `text` for a Markdown label so that it reads exactly as it is, on one line."""
    line = " ".join(text.split())
    return _PUNCTUATION.sub(r"\\\1", _REPLACED.sub(JOINER, line))


def marked(text: str, start: int, end: int) -> str:
    """Return `text` as paragraphs of HTML, all of it escaped, with the stretch from `start` to `end` marked."""
    start, end = max(0, start), min(len(text), end)
    pieces: list[str] = []
    for match in re.finditer(r"[^\n]+", text):
        left, right = match.span()
        low, high = min(max(start, left), right), min(max(end, left), right)
        before, inside, after = (html.escape(part) for part in (text[left:low], text[low:high], text[high:right]))
        pieces.append(
            f"<p>{before}<mark><strong>{inside}</strong></mark>{after}</p>" if inside else f"<p>{before}{after}</p>"
        )
    return "".join(pieces)


def web_address(url: str | None) -> str | None:
    """Return `url` where it is one of the web, None for anything that a link must not carry."""
    if not url:
        return None
    parts = urlsplit(url.strip()) if "[" not in url else None
    return url.strip() if parts and parts.scheme in ("http", "https") and parts.netloc else None
