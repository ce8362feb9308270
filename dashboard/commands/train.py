"""`stancewatch train`: the classifier and its card, made anew."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands.progress import progress
from models.errors import InputError

NEEDED = ("torch", "onnx")


def train(
    data: Annotated[
        Path, typer.Option("--data", metavar="FOLDER", help="Folder of the training files.", show_default=False)
    ],
    base: Annotated[
        str,
        typer.Option(
            "--base", metavar="NAME", help="Encoder to start from: mpnet (the default model) or minilm (fast)."
        ),
    ] = "mpnet",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="Where weights and card go; otherwise the place of the weights that are shipped.",
        ),
    ] = None,
    start_from: Annotated[
        Path | None,
        typer.Option(
            "--start-from",
            metavar="FOLDER",
            help="Go on from the weights of this folder, with the in-domain stage alone; otherwise from the bare encoder.",
        ),
    ] = None,
    checkpoints: Annotated[
        Path, typer.Option("--checkpoints", metavar="FOLDER", help="A run that was cut off goes on from here.")
    ] = Path("runs"),
) -> None:
    """Rebuild the stance classifier and the card that says how right it is (extra: train)."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise InputError(f"Training needs {' and '.join(missing)}; run: pip install 'stancewatch[train]'.")
    if not data.is_dir():
        raise InputError(f"There is no folder {data}; give the folder of the training files as --data.")
    from models.stance.weights import RECORD, WEIGHTS
    from models.training.run import train as train_classifier
    from models.training.settings import SETTINGS

    if base not in SETTINGS:
        raise InputError(f"There is no base '{base}'; choose one of {', '.join(SETTINGS)}.")
    if start_from and not (start_from / RECORD).is_file():
        raise InputError(f"There are no weights in {start_from}; give a folder that stancewatch train wrote.")
    target = out or WEIGHTS / base
    with progress("Training", "pairs") as report:
        record = train_classifier(
            data,
            target,
            settings=SETTINGS[base],
            start_from=start_from,
            checkpoints=checkpoints,
            progress=lambda stage, done, total: report(done, total),
        )
    typer.echo(f"{record['name']}@{record['version']} is in {target}; {target / 'card.md'} says how right it is.")
