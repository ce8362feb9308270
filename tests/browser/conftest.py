"""The real app on a store of hand-built positions, in a real Chromium."""

import datetime as dt
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dashboard.store import Store
from models.schema import Document, Position, Stance, Statement

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ROOT = Path(__file__).parents[2]
START = "from dashboard.app.launch import launch; import sys; launch(sys.argv[1], int(sys.argv[2]), True)"
WAIT_SECONDS = 60
PROBABILITIES: dict[Stance, tuple[float, float, float]] = {
    "support": (0.85, 0.05, 0.1), "oppose": (0.05, 0.9, 0.05), "neutral": (0.25, 0.15, 0.6)
}  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        here = Path(__file__).parent
        for item in items:
            if item.path.is_relative_to(here):
                item.add_marker(pytest.mark.skip(reason="no Chromium is installed: apt-get install chromium"))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app and return its address."""
    place = tmp_path_factory.mktemp("browser") / "store.db"
    fill(place)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", START, str(place), str(port)],
        cwd=place.parent,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/_stcore/health", server)
    yield address
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(WAIT_SECONDS * 1000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def fill(place: Path) -> None:
    """Three actors on two topics; one text tries to be markup."""
    said: list[tuple[str, Stance, str, str, str]] = [
        ("Russia", "oppose", "2025-03-01", "ceasefire", "Moscow rejects a truce."),
        ("Russia", "oppose", "2025-04-10", "ceasefire", "Moscow says <b>no</b> :red[again] to a truce."),
        ("Russia", "support", "2025-06-01", "ceasefire", "Moscow agrees to a truce."),
        ("France", "support", "2025-05-01", "ceasefire", "Paris wants a truce."),
        ("France", "support", "2025-05-02", "sanctions", "Paris wants more sanctions."),
        ("Hungary", "neutral", "2025-05-03", "sanctions", "Budapest weighs the sanctions."),
    ]
    with Store(place) as store:
        for actor, stance, day, topic, sentence in said:
            date = dt.date.fromisoformat(day)
            document = Document(
                f"{actor}-{day}", f"It rained. {sentence} It rained again.", f"News of {day}", "AFP", None, date
            )
            statement = Statement(document.id, 11, 11 + len(sentence), sentence, "direct", None, actor, date)
            position = Position(document, statement, topic, stance, False, None, *PROBABILITIES[stance], "made@1")
            store.add_document(document, [position], "made@1")


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    raise AssertionError("the server does not answer")
