"""Starts the dashboard's server: the same look from whatever folder it is started."""

from __future__ import annotations

import importlib
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.store import Store
from dashboard.store.engine import VARIABLE
from models.errors import InputError

APP = Path(__file__).resolve().parent
CONFIGS = (APP / ".streamlit" / "config.toml", APP.parent.parent / ".streamlit" / "config.toml")
"""In an installation, and in a checkout."""


def launch(store_place: str | None = None, port: int | None = None, headless: bool = False) -> None:
    """Serve the dashboard on the store at `store_place` until interrupted; open a browser unless `headless`.

    Raises InputError where the store cannot be opened, or the port is none.
    """
    if port is not None and not 0 < port < 65536:
        raise InputError(f"{port} is no port; give a number from 1 to 65535.")
    store = Store.open(store_place)
    os.environ[VARIABLE] = store.place
    store.close()
    options = config_options()
    options |= {"server.headless": headless, "browser.gatherUsageStats": False, "server.fileWatcherType": "none"}
    if port is not None:
        options["server.port"] = port

    # the figures' libraries take a second: loaded here, before a browser waits for its first chart
    importlib.import_module("dashboard.charts")
    from streamlit.web import bootstrap  # heavy: only when the server starts

    bootstrap.load_config_options(options)
    bootstrap.run(str(APP / "main.py"), False, [], options)


def config_options() -> dict[str, Any]:
    """Return the options of our config.toml by their full names, such as `theme.light.primaryColor`."""
    path = next(path for path in CONFIGS if path.is_file())
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
