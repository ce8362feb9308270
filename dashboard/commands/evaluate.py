"""`stancewatch evaluate`: the pipeline against gold documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.options import AfterOption, BeforeOption, ModelOption, check_order
from dashboard.commands.progress import progress
from models.errors import InputError


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="JSON Lines of documents with their statements.", show_default=False)
    ],
    after: AfterOption = None,
    before: BeforeOption = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the figures go.")] = Path("metrics.json"),
    model: ModelOption = "default",
) -> None:
    """Score the pipeline against gold documents: print a table, write the figures to a file."""
    check_order(after, before)
    if not out.parent.is_dir():
        raise InputError(f"There is no folder {out.parent} to write {out.name} to; make it, or give another --out.")
    from models.evaluate import evaluate_documents
    from models.pipeline import load_pipeline

    with progress("Evaluating") as report:
        metrics = evaluate_documents(gold, load_pipeline(model=model), after, before, report)
    typer.echo(metrics.table())
    out.write_text(json.dumps(metrics.to_dict(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
