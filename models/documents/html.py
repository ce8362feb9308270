"""Documents from web pages: the article's text without what surrounds it, and what the page says about itself."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import trafilatura
from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector

from models.dates import parse_date
from models.documents.blocks import block_text
from models.documents.plain import clean
from models.documents.published import day_in_name, find_published
from models.schema import Document, content_id

ENOUGH = 250
"""Trafilatura answers a shorter article with all of the page on one line; then the paragraphs are taken instead."""

DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish_date",
    "publication_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "sailthru.date",
    "parsely-pub-date",
)  # fmt: skip
"""Names under which pages state their day of publication, the surest first."""
AROUND = ("nav", "footer", "aside", "form", "script", "style", "noscript", "button", "template")


def from_html(page: str, name: str, url: str | None = None) -> Document:
    """Return the document of a page; `url` is where it was fetched from, `name` that of its file."""
    soup = BeautifulSoup(page, "lxml")
    address = _link(soup, "canonical") or _meta(soup, "og:url") or url
    published, title, source = _published(soup), _title(soup), _meta(soup, "og:site_name")
    text = clean(_article(page, soup))
    return Document(
        id=content_id(text, address or ""),
        text=text,
        title=title,
        source=source,
        url=address,
        published=published or find_published(text, name) or day_in_name(address or ""),
    )


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page says it is in."""
    return EncodingDetector.find_declared_encoding(data, is_html=True)


def _article(page: str, soup: BeautifulSoup) -> str:
    text = trafilatura.extract(page, include_comments=False, include_tables=False, include_formatting=False) or ""
    if len(text) >= ENOUGH and "\n" in text:
        return text
    for surrounding in soup.find_all(AROUND):
        surrounding.decompose()
    paragraphs = block_text(soup.find("article") or soup.find("main") or soup.body or soup)
    return paragraphs if len(paragraphs) >= len(text) / 2 else text


def _published(soup: BeautifulSoup) -> dt.date | None:
    stated = [_meta(soup, name) for name in DATE_NAMES]
    stated += [str(data["datePublished"]) for data in _linked_data(soup) if data.get("datePublished")]
    stated += [str(tag.get("content") or tag.get("datetime") or "") for tag in soup.select("[itemprop=datePublished]")]
    stated += [str(tag.get("datetime") or tag.get_text()) for tag in soup.find_all("time")[:3]]
    return next((day for value in stated if (day := parse_date(value))), None)


def _title(soup: BeautifulSoup) -> str | None:
    heading = soup.find("h1")
    title = (
        _meta(soup, "og:title")
        or (heading.get_text() if heading else "")
        or (soup.title.get_text() if soup.title else "")
    )
    return " ".join(title.split()) or None


def _meta(soup: BeautifulSoup, name: str) -> str | None:
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        tag = soup.find("meta", attrs={attribute: lambda value: bool(value) and str(value).lower() == name})
        if isinstance(tag, Tag) and str(tag.get("content") or "").strip():
            return str(tag["content"]).strip()
    return None


def _link(soup: BeautifulSoup, relation: str) -> str | None:
    tag = soup.find("link", rel=relation, href=True)
    address = str(tag["href"]) if isinstance(tag, Tag) else ""
    return address if address.startswith(("http://", "https://")) else None


def _linked_data(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD; pages often hold broken ones, and those say nothing."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text(), strict=False)
        except json.JSONDecodeError:
            continue
        items = data if isinstance(data, list) else [data]
        for item in (one for one in items if isinstance(one, dict)):
            graph = item.get("@graph")
            yield from (one for one in (graph if isinstance(graph, list) else [item]) if isinstance(one, dict))
