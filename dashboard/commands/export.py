"""`stancewatch export`: positions of the store in a file, with the filters of the pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.commands.options import AfterOption, BeforeOption, StoreOption, check_order
from models.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

BINARY = ("parquet", "xlsx")
SHOWN = 12
"""Alternatives that an error names, at most."""


def export(
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help="jsonl, csv, parquet or xlsx; otherwise what --out ends with."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="File to write; otherwise standard output.")
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", metavar="KEY", help="Only this topic; may be given again.")
    ] = None,
    actor: Annotated[
        list[str] | None, typer.Option("--actor", metavar="NAME", help="Only this actor; may be given again.")
    ] = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    least_probability: Annotated[
        float, typer.Option("--least-probability", min=0, max=1, help="Only stances at least this probable.")
    ] = 0.0,
    store: StoreOption = None,
) -> None:
    """Write positions as JSON Lines, CSV, Parquet or Excel."""
    check_order(after, before)
    form = form or (out.suffix.removeprefix(".").lower() if out else "") or "jsonl"
    _check_target(form, out)
    from dashboard.queries import Filters, apply, load_positions, write_export
    from dashboard.store import Store

    _check_place(store)
    with Store.open(store) as kept:
        frame = load_positions(kept)
    if frame.empty:
        raise InputError("The store holds no positions; add documents first with: stancewatch add PATH.")
    chosen = apply(
        frame,
        Filters(
            topics=known_topics(topic or (), frame),
            actors=known_actors(actor or (), frame),
            start=after,
            end=before,
            least_probability=least_probability,
        ),
    )
    write_export(chosen, out or sys.stdout.buffer, form)
    sys.stdout.flush()
    if chosen.empty:
        typer.echo("No position passes these filters; widen the dates, or name fewer filters.", err=True)
    elif out:
        typer.echo(f"{len(chosen):,} positions in {out}.", err=True)


def known_topics(wanted: Sequence[str], frame: pd.DataFrame) -> tuple[str, ...]:
    """Return `wanted`; raise InputError where neither catalogue nor store knows a topic."""
    from models.topics import load_topics

    known = list(dict.fromkeys([*load_topics(), *sorted(frame["topic"].unique())]))
    for key in wanted:
        if key not in known:
            raise InputError(f"There is no topic '{key}'; choose one of {', '.join(known)}.")
    return tuple(wanted)


def known_actors(wanted: Sequence[str], frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the canonical names of `wanted` ("the Kremlin" is Russia); raise InputError for one that nobody knows."""
    from models.actors import load_catalogue

    present = set(frame["actor"])
    names = []
    for name in wanted:
        canonical = name if name in present else load_catalogue().lookup(name)
        if canonical is None:
            raise InputError(f"There is no actor '{name}'; {_instead(name, frame['actor'].value_counts().index)}.")
        names.append(canonical)
    return tuple(names)


def _instead(name: str, actors: Iterable[str]) -> str:
    close = get_close_matches(name, list(actors), n=3)
    return f"did you mean {' or '.join(close)}" if close else f"choose one such as {', '.join(list(actors)[:SHOWN])}"


def _check_target(form: str, out: Path | None) -> None:
    """Find what cannot be written before the store is read."""
    if form in BINARY and out is None:
        raise InputError(f"A {form} file is not for the terminal; give --out FILE.{form}.")
    if out and not out.parent.is_dir():
        raise InputError(f"There is no folder {out.parent} to write {out.name} to; make it, or give another --out.")
    from dashboard.queries import FORMATS

    if form not in FORMATS:
        raise InputError(f"There is no format '{form}'; choose one of {', '.join(FORMATS)}.")


def _check_place(place: str | None) -> None:
    """A mistyped place must not become a new, empty store."""
    from dashboard.store.engine import default_place

    place = place or default_place()
    if "://" not in place and not Path(place).expanduser().is_file():
        raise InputError(f"There is no store at {place}; add documents first with: stancewatch add PATH.")
