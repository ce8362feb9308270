"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

import typer

from models.errors import InputError


def parse_day(text: str) -> dt.date:
    """Return the day written as YYYY-MM-DD."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass  # a month 13 is refused like any other text
    raise typer.BadParameter(f"'{text}' is no date; write it as YYYY-MM-DD")


def check_order(after: dt.date | None, before: dt.date | None) -> None:
    """Raise InputError where a period ends before it starts."""
    if after and before and after > before:
        raise InputError(f"The period from {after} to {before} ends before it starts; exchange --after and --before.")


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="Database file or SQLAlchemy URL; otherwise STANCEWATCH_STORE, otherwise a file among your own data.",
        show_default=False,
    ),
]
ModelOption = Annotated[
    str,
    typer.Option("--model", metavar="NAME", help="default, fast, or a folder that `stancewatch train` wrote."),
]
AfterOption = Annotated[
    dt.date | None,
    typer.Option("--after", metavar="DATE", parser=parse_day, help="From this day on, YYYY-MM-DD.", show_default=False),
]
BeforeOption = Annotated[
    dt.date | None,
    typer.Option("--before", metavar="DATE", parser=parse_day, help="Up to this day, included.", show_default=False),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|URL...",
        help="Documents (.txt .md .html .pdf .docx .jsonl .csv), folders of these, or URLs.",
        show_default=False,
    ),
]
