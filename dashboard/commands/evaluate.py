"""`stancewatch evaluate`: the pipeline and the classifier against gold documents, the extractor against PolNeAR."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dashboard.commands.options import AfterOption, BeforeOption, ModelOption, check_order
from dashboard.commands.progress import progress
from models.errors import InputError

if TYPE_CHECKING:
    import datetime as dt

    from models.evaluate import GoldPair
    from models.evaluate.baselines import Method
    from models.pipeline import Pipeline

FEWEST_TO_TRAIN = 30
"""Gold positions outside the period that the baselines need to learn anything."""


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(metavar="GOLD", help="JSON Lines of documents with their statements.", show_default=False),
    ] = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the figures go.")] = Path("metrics.json"),
    model: ModelOption = "default",
    zero_shot: Annotated[
        Path | None,
        typer.Option("--zero-shot", metavar="FOLDER", help="An inference model to compare with (needs PyTorch)."),
    ] = None,
    suite: Annotated[
        bool, typer.Option("--suite", help="Also the behaviour suite and the swap test, some minutes more.")
    ] = False,
    unscon: Annotated[
        Path | None, typer.Option("--unscon", metavar="FOLDER", help="Folder of UNSCon, an outside check.")
    ] = None,
    polnear: Annotated[
        Path | None,
        typer.Option("--polnear", metavar="FOLDER", help="PolNeAR, folder or archive: quotations; needs no GOLD."),
    ] = None,
    plots: Annotated[
        Path | None, typer.Option("--plots", metavar="FOLDER", help="Where the figures are drawn, as HTML pages.")
    ] = None,
) -> None:
    """Score the pipeline and the classifier against gold documents: print tables, write the figures to a file.

    The baselines learn from the documents of GOLD that lie outside the period from --after to --before.
    """
    check_order(after, before)
    if gold is None and polnear is None:
        raise InputError(
            "There is nothing to score; give GOLD, a file of documents with their statements, or --polnear."
        )
    if gold is None and (suite or unscon or zero_shot or plots):
        raise InputError("--suite, --unscon, --zero-shot and --plots go with GOLD, a file of documents; give one.")
    if not out.parent.is_dir():
        raise InputError(f"There is no folder {out.parent} to write {out.name} to; make it, or give another --out.")
    figures: dict[str, Any] = {}
    if gold is not None:
        figures = _documents(gold, after, before, model, zero_shot, suite=suite, unscon=unscon)
    if polnear is not None:
        figures["polnear"] = _quotations(polnear, apart=gold is not None)
    out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if plots is not None:
        _draw(figures, plots)


def _documents(
    gold: Path,
    after: dt.date | None,
    before: dt.date | None,
    model: str,
    zero_shot: Path | None,
    *,
    suite: bool,
    unscon: Path | None,
) -> dict[str, Any]:
    from models.evaluate import ZeroShot, evaluate_documents, gold_pairs, in_period, read_gold
    from models.pipeline import load_pipeline

    methods: list[Method] = [ZeroShot(zero_shot)] if zero_shot else []
    pipeline = load_pipeline(model=model)
    with progress("Evaluating") as report:
        metrics = evaluate_documents(gold, pipeline, after, before, report)
    typer.echo(metrics.table())
    figures = metrics.to_dict()
    rows = read_gold(gold)
    tested, others = (
        gold_pairs(
            [row for row in rows if in_period(row, after, before) == wanted], pipeline.catalogue, pipeline.topics
        )
        for wanted in (True, False)
    )
    if tested:
        figures["given"] = _compare(tested, others, pipeline, methods)
    if suite:
        figures |= _suite(tested, pipeline)
    if unscon:
        figures["unscon"] = _outside(unscon, pipeline)
    return figures


def _quotations(path: Path, *, apart: bool) -> dict[str, Any]:
    from models.evaluate.polnear import evaluate_polnear

    with progress("PolNeAR", "articles") as report:
        quotes = evaluate_polnear(path, progress=report)
    typer.echo(("\n" if apart else "") + quotes.table())
    return quotes.to_dict()


def _compare(
    tested: list[GoldPair], others: list[GoldPair], pipeline: Pipeline, methods: list[Method]
) -> dict[str, Any]:
    from models.evaluate import Majority, WordModel, compare_methods

    learned = len(others) >= FEWEST_TO_TRAIN and len({pair.stance for pair in others}) > 1
    baselines: list[Method] = [Majority(others), WordModel(others)] if learned else []
    comparison = compare_methods(tested, others if learned else [], pipeline.classifier, [*baselines, *methods])
    typer.echo(f"\n{comparison.table()}")
    return comparison.to_dict()


def _suite(tested: list[GoldPair], pipeline: Pipeline) -> dict[str, Any]:
    from models.actors import load_catalogue
    from models.evaluate import evaluate_behaviour, swap_test
    from models.training.swaps import NameSwapper

    with progress("Behaviour suite", "cases") as report:
        behaviour = evaluate_behaviour(pipeline.classifier, progress=report)
    typer.echo(f"\n{behaviour.table()}")
    swapper = NameSwapper(load_catalogue(), share=1.0)
    with progress("Swap test", "cases") as report:
        swaps = swap_test([pair.query for pair in tested], swapper, pipeline.classifier, progress=report)
    typer.echo(f"\nswap test: {swaps.table().splitlines()[0]}")
    return {"behaviour": behaviour.to_dict(), "swap_test": swaps.to_dict()}


def _outside(folder: Path, pipeline: Pipeline) -> dict[str, Any]:
    from models.evaluate.unscon import evaluate_unscon

    with progress("UNSCon", "sentences") as report:
        criticism = evaluate_unscon(folder, pipeline.classifier, pipeline.catalogue, report)
    typer.echo(f"\n{criticism.table()}")
    return criticism.to_dict()


def _draw(figures: dict[str, Any], folder: Path) -> None:
    from dashboard.charts.accuracy import draw_all

    folder.mkdir(parents=True, exist_ok=True)
    for name, figure in draw_all(figures).items():
        figure.write_html(folder / f"{name}.html", include_plotlyjs="directory")
    typer.echo(f"\nThe figures are drawn in {folder}.")
