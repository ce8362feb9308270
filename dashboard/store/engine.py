"""Opening a database so that several processes may read and write it."""

from __future__ import annotations

import importlib
import os
import re
import sqlite3
import time
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DatabaseError

from dashboard.store.schema import CHANGES, METADATA, MIGRATIONS, VERSION
from models.errors import InputError

VARIABLE = "STANCEWATCH_STORE"
WAIT_SECONDS = 30
"""How long a writer waits for another one."""
REPEATS = "dashboard.store.repeats"
_PASSWORD = re.compile(r":[^:/@]*@")


def default_place() -> str:
    """Return the place of the store: the environment's, else a file among the user's data."""
    return os.environ.get(VARIABLE) or str(user_data_path("stancewatch") / "stancewatch.db")


def open_engine(place: str) -> Engine:
    """Return an engine for a file path or an SQLAlchemy URL, with the tables in place.

    Raises InputError where the place cannot be opened, is no database, or comes from a later Stancewatch.
    """
    try:
        url = _url(place)
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _tune_sqlite)
            event.listen(engine, "begin", _begin_at_once)
        _prepare(engine)
    except (ArgumentError, DatabaseError, OSError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        shown = _PASSWORD.sub(":***@", place)
        raise InputError(f"The store {shown} cannot be opened: {reason}; give another --store.") from error
    return engine


def _url(place: str) -> URL:
    if "://" in place:
        return make_url(place)
    path = Path(place).expanduser().resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    return URL.create("sqlite", database=str(path))


def _tune_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy's own BEGIN decides, see _begin_at_once
    for setting in (f"busy_timeout={WAIT_SECONDS * 1000}", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    _switch_to_wal(connection)


def _switch_to_wal(connection: Any) -> None:
    """Turn on the write-ahead log; SQLite refuses the switch at once, without its usual wait, while another process writes."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _begin_at_once(connection: Any) -> None:
    # a writer that starts by reading could not be upgraded while another one writes; it queues here instead
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(engine: Engine) -> None:
    with engine.connect() as connection:
        versions = _versions(connection)
    if VERSION in versions:  # opening waits for no writer then
        return
    if versions:
        # heavy, and hardly ever needed: loaded before the transaction, for which others wait
        importlib.import_module(REPEATS)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        versions = _versions(connection)
        if VERSION in versions:
            return
        METADATA.create_all(connection)  # those that are missing
        if versions:
            importlib.import_module(REPEATS).refresh_all(connection)
        else:
            connection.execute(CHANGES.insert().values(id=1, number=0))
        connection.execute(MIGRATIONS.insert().values(version=VERSION))


def _versions(connection: Connection) -> list[int]:
    """Return the versions that the store has been through."""
    if not inspect(connection).has_table(MIGRATIONS.name):
        return []
    versions = list(connection.execute(select(MIGRATIONS.c.version)).scalars())
    if max(versions, default=VERSION) > VERSION:
        raise InputError("The store was written by a later Stancewatch; update this one, or give another --store.")
    return versions
