"""Progress on standard error: a bar in a terminal, a plain counter in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FIRST_SECONDS = 2.0
"""Work that ends sooner says nothing in a log."""
EVERY_SECONDS = 10.0

Report = Callable[[int, int | None], None]
"""Told (done, all); all is None where nobody knows yet."""


@contextmanager
def progress(label: str, unit: str = "documents", *, prints_rows: bool = False) -> Iterator[Report]:
    """Yield the function to tell how far `label` has come; it draws a bar or, outside a terminal, writes lines.

    `prints_rows` says that rows go to standard output meanwhile; in a terminal they are progress enough, and a bar
    would be drawn among them.
    """
    if not sys.stderr.isatty():
        yield plain_counter(label, unit)
    elif prints_rows and sys.stdout.isatty():
        yield lambda done, total: None
    else:
        with _bar(label, unit) as report:
            yield report


def plain_counter(label: str, unit: str, clock: Callable[[], float] = time.monotonic) -> Report:
    """Return a report that writes a line after two seconds, then one each ten."""
    due = clock() + FIRST_SECONDS

    def report(done: int, total: int | None) -> None:
        nonlocal due
        if clock() >= due:
            due = clock() + EVERY_SECONDS
            print(f"{label}: {done:,}{'' if total is None else f' of {total:,}'} {unit}", file=sys.stderr, flush=True)

    return report


@contextmanager
def _bar(label: str, unit: str) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(), TimeRemainingColumn(compact=True),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(label, total=None, count="")

        def report(done: int, total: int | None) -> None:
            count = f"{done:,} {unit}" if total is None else f"{done:,} of {total:,} {unit}"
            bars.update(task, completed=done, total=total, count=count)

        yield report
