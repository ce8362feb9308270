from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest

from models.errors import InputError
from models.seeds import SEEDS

COMMANDS = ("read", "add", "classify", "evaluate", "train", "export")
START = "from dashboard.commands import run; run()"


def process(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(SEEDS.parent)}
    return subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(command: Any, name: str) -> None:
    given = command(name, "--help")
    assert (given.code, given.err) == (0, "")
    assert "Usage: stancewatch" in given.out


def test_help_does_not_wait_for_models(tmp_path: Path) -> None:
    before = os.times()
    out, _ = process("--help", cwd=tmp_path).communicate(timeout=60)
    after = os.times()
    assert all(name in out.decode() for name in COMMANDS)
    # processor time, not the clock's: that also counts what else the machine does
    assert after.children_user + after.children_system - before.children_user - before.children_system < 2
    code = (
        "import sys; from dashboard.commands import app; "
        "print([name for name in ('pandas', 'numpy', 'spacy', 'transformers', 'onnxruntime', 'streamlit', 'sqlalchemy')"
        " if name in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], cwd=SEEDS.parent, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_no_command_opens_the_dashboard(command: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("dashboard.app.launch")
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr("dashboard.app.launch.launch", lambda *given: asked.append(given))
    assert command("--store", "x.db", "--port", "8600", "--headless").code == 0
    assert command().code == 0
    assert asked == [("x.db", 8600, True), (None, None, False)]


def test_mistyped_commands_and_options_are_one_sentence(command: Any) -> None:
    command("reed").assert_refused("reed", "--help")
    command("read", "--loud", "x").assert_refused("--loud", "read --help")
    command("--port", "0").assert_refused("--port")


def test_bad_input_anywhere_is_one_sentence(command: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(model: str) -> None:
        raise InputError(f"There is no model '{model}';\nchoose another.")

    monkeypatch.setattr("models.stance.load_classifier", refuse)
    (tmp_path / "asked.jsonl").write_text("")
    given = command("classify", tmp_path / "asked.jsonl", "--model", "huge")
    given.assert_refused("There is no model 'huge'; choose another.")


def test_the_version_is_the_installed_one(command: Any) -> None:
    installed = next((item.version for item in distributions(name="stancewatch")), None)
    if installed is None:
        pytest.skip("stancewatch is run from its folder, not installed")
    assert command("--version").out == f"stancewatch {installed}\n"


def test_training_says_what_it_needs(command: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("dashboard.commands.train.find_spec", lambda name: None if name == "torch" else found("json"))
    command("train", "--data", tmp_path).assert_refused("torch", "pip install 'stancewatch[train]'")
    monkeypatch.setattr("dashboard.commands.train.find_spec", lambda name: found("json"))
    command("train", "--data", tmp_path / "nowhere").assert_refused("nowhere")
    command("train").assert_refused("--data")


def test_a_reader_that_stops_early_ends_it_quietly() -> None:
    code = (
        "import sys; sys.path.insert(0, '.'); from dashboard.commands import main, lines\n"
        "@main.app.command()\n"
        "def flood() -> None:\n"
        "    lines.print_rows({'n': n} for n in range(1_000_000))\n"
        "sys.argv = ['stancewatch', 'flood']; main.run()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], cwd=SEEDS.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None and child.stderr is not None
    assert child.stdout.readline() == b'{"n": 0}\n'
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(timeout=30) in (0, 1)
