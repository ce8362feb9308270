import datetime as dt
import http.server
import threading
from collections.abc import Iterator

import pytest

from models.documents import read_documents
from models.documents.html import from_html
from models.errors import InputError

DAY = dt.date(2026, 2, 3)
SENTENCES = [
    f"Moscow rejected the plan for time {number} and told the envoys that it would stay so." for number in range(6)
]
HEAD = """<title>Kremlin says no | The Site</title><meta property="og:site_name" content="The Site">
<link rel="canonical" href="https://site.org/a">
<meta property="article:published_time" content="2026-02-03T10:00:00+01:00">"""


def page(head: str, body: str) -> str:
    return f"""<!doctype html><html><head>{head}</head><body><nav><p>Home</p><p>World</p></nav>
    <article><h1>Kremlin says no</h1>{body}</article><footer><p>Cookie settings</p></footer></body></html>"""


PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


@pytest.mark.parametrize("body", [PARAGRAPHS, f"<p>{SENTENCES[0]}</p>"])
def test_the_article_without_what_surrounds_it(body: str) -> None:
    document = from_html(page(HEAD, body), "a.html")
    assert SENTENCES[0] in document.text
    assert not any(words in document.text for words in ("Home", "Cookie", "<"))
    assert (document.title, document.source, document.url) == ("Kremlin says no", "The Site", "https://site.org/a")
    assert document.published == DAY


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2026-02-03T08:00Z"}]}</script>', ""),
        ('<script type="application/ld+json">{broken</script><meta name="DC.date" content="2026-02-03">', ""),
        ("", '<time datetime="2026-02-03">Tuesday</time>'),
        ("", "<p>By A Writer | February 3, 2026</p>"),
        ('<link rel="canonical" href="https://site.org/2026/02/03/no">', ""),
    ],
)
def test_the_day_of_publication(head: str, body: str) -> None:
    assert from_html(page(head, body + PARAGRAPHS), "a.html").published == DAY


def test_a_day_in_the_prose_is_not_that_of_publication() -> None:
    assert from_html(page("", PARAGRAPHS + "<p>On May 3, 2024, it said yes.</p>"), "a.html").published is None


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/a" else 404)
        self.send_header("Content-Type", "text/html; charset=windows-1251")
        self.end_headers()
        self.wfile.write(page("", PARAGRAPHS + "<p>Лавров сказал: нет.</p>").encode("cp1251"))

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address(site: str) -> None:
    (document,) = read_documents([f"{site}/a"])
    assert document.url == f"{site}/a"
    assert "Лавров сказал: нет." in document.text


def test_an_address_that_does_not_answer(site: str) -> None:
    with pytest.raises(InputError, match="404"):
        list(read_documents([f"{site}/none"]))
