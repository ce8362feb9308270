"""The `stancewatch` command: its subcommands, and the one place where errors become a sentence.

Modules of the commands import what they need inside their functions: `--help` must not wait for a model's libraries.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from dashboard.commands.add import add
from dashboard.commands.classify import classify
from dashboard.commands.evaluate import evaluate
from dashboard.commands.export import export
from dashboard.commands.options import StoreOption
from dashboard.commands.read import read
from dashboard.commands.train import train
from models.errors import InputError

BAD_INPUT = 2
TAKE_A_STORE = ("add", "export")
QUIET = {"TRANSFORMERS_VERBOSITY": "error", "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1", "TOKENIZERS_PARALLELISM": "false"}
"""Standard error is for our own sentences: the libraries keep theirs, unless the user asks for them."""

app = typer.Typer(
    name="stancewatch",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"stancewatch {version('stancewatch')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def dashboard(
    context: typer.Context,
    store: StoreOption = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port of the page; a free one by default.")] = None,
    headless: Annotated[bool, typer.Option("--headless", help="Do not open a browser.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who stands where on what, since when, and how do we know?

    Without a command, opens the dashboard in a browser; the first start reads the seed documents into the store.
    """
    if context.invoked_subcommand is None:
        from dashboard.app.launch import launch

        launch(store, port, headless)
    elif store is not None:
        # `stancewatch --store X add ...` means the same as `stancewatch add --store X ...`
        context.default_map = {name: {"store": store} for name in TAKE_A_STORE}


for command in (read, add, classify, evaluate, train, export):
    app.command()(command)


def answer(arguments: Sequence[str]) -> int:
    """Run the command line `arguments` and return its exit code; bad input gives one sentence on standard error."""
    try:
        code = typer.main.get_command(app).main(list(arguments), prog_name="stancewatch", standalone_mode=False)
    except typer.TyperException as error:
        return _refuse(_with_hint(error))
    except InputError as error:
        return _refuse(str(error))
    except OSError as error:
        if error.filename is None:
            raise
        return _refuse(f"{error.filename} cannot be used: {error.strerror}.")
    return code if isinstance(code, int) else 0


def run() -> None:
    """Entry point of the installed `stancewatch`."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    sys.exit(answer(sys.argv[1:]))


def _with_hint(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    sentence = error.format_message().strip()
    return f"{sentence} (see {context.command_path if context else 'stancewatch'} --help)"


def _refuse(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return BAD_INPUT
