"""Plain text from bytes, and the documents that .txt and .md files are."""

from __future__ import annotations

import codecs
import re

import ftfy
from bs4 import BeautifulSoup
from charset_normalizer import from_bytes
from markdown_it import MarkdownIt

from models.dates import parse_date
from models.documents.blocks import block_text
from models.documents.published import find_published
from models.schema import Document, content_id

LONGEST_TITLE = 150

_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
"""Characters that nobody sees but that cut words in two: soft hyphens, zero-width spaces, changes of direction."""
_JOINERS = re.compile("(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])")
_SPOILT = re.compile(r"[^\t\n\x20-\x7e]|&#?\w+;")
_BREAKS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_MENDING = ftfy.TextFixerConfig(
    explain=False, uncurl_quotes=False, fix_latin_ligatures=True, fix_character_width=False, fix_line_breaks=False,
    normalization=None,
)  # fmt: skip
_FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>\w+)\s*:\s*[\"']?(?P<value>.*?)[\"']?\s*$", re.MULTILINE)
_BYLINE = re.compile(r"\W*by\s+[A-Z]", re.IGNORECASE)


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file: UTF-8 where it is that, else in the `declared` encoding, else in the likeliest one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return plain_lines(data.decode("utf-16", "replace"))
    text = data.decode("utf-8-sig", "replace")
    if "\ufffd" not in text or b"\xef\xbf\xbd" in data:
        return plain_lines(text)
    if declared and _is_encoding(declared):
        return plain_lines(data.decode(declared, "replace"))
    guess = from_bytes(data).best()
    return plain_lines(str(guess) if guess else data.decode("cp1252", "replace"))


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def clean(text: str) -> str:
    """Return `text` as its author meant it to be seen; offsets are of this text.

    One kind of line end, nothing unseen inside words, no left-over HTML entities, none of the signs that a wrong
    encoding leaves ("â€œ"), nothing that no database takes.
    """
    lines = plain_lines(text)
    if not _SPOILT.search(lines):
        return lines
    return _JOINERS.sub("", _UNSEEN.sub("", plain_lines(ftfy.fix_text(lines, _MENDING))))


def plain_lines(text: str) -> str:
    """Return `text` with one kind of line end, without what no database takes; markup stays what it was."""
    return _BREAKS.sub("\n", text).replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def from_text(text: str, name: str) -> Document:
    """Return the document of a .txt file: its text as it is, but for what `clean` mends."""
    text = clean(text)
    return Document(id=content_id(text, ""), text=text, title=_headline(text), published=find_published(text, name))


def from_markdown(source: str, name: str) -> Document:
    """Return the document of a .md file: its text without the marks, its first heading as the title."""
    front = _FRONT_MATTER.match(source)
    fields = {match["name"].lower(): match["value"] for match in _FIELD.finditer(front["fields"])} if front else {}
    body = source[front.end() :] if front else source
    soup = BeautifulSoup(MarkdownIt().render(body), "lxml")
    text = clean(block_text(soup))
    heading = soup.find(["h1", "h2", "h3"])
    url = fields.get("url") or None
    return Document(
        id=content_id(text, url or ""),
        text=text,
        title=fields.get("title") or (" ".join(heading.get_text().split()) if heading else None) or None,
        source=fields.get("source") or None,
        url=url,
        published=parse_date(fields.get("date") or fields.get("published")) or find_published(text, name),
    )


def _headline(text: str) -> str | None:
    """Return the first line where it stands like a headline: short, no full stop, no date, with text below it."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    is_dateline = find_published(first) is not None or bool(re.search(r"\s[—–-]\s|\d{4}\b.{0,3}$", first))
    stands_out = len(first.split()) >= 3 and len(first) <= LONGEST_TITLE and first[-1:] not in {".", ",", ";", ":"}
    return first if rest.strip() and stands_out and not is_dateline and not _BYLINE.match(first) else None
