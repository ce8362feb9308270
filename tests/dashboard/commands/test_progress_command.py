from __future__ import annotations

import io
import sys

import pytest

from dashboard.commands.progress import plain_counter, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_after_two_seconds_and_then_each_ten(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    report = plain_counter("Reading", "documents", clock=lambda: now[0])
    for second in range(30):
        now[0] = float(second)
        report(second, None if second < 15 else 1000)
    assert capsys.readouterr().err.splitlines() == [
        "Reading: 2 documents",
        "Reading: 12 documents",
        "Reading: 22 of 1,000 documents",
    ]


def test_a_terminal_gets_a_bar_on_standard_error_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Adding") as report:
        report(3, 10)
    assert "Adding" in terminal.getvalue()
    assert "3 of 10 documents" in terminal.getvalue()
    assert capsys.readouterr().out == ""


def test_rows_in_a_terminal_are_progress_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    errors, rows = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stderr", errors)
    monkeypatch.setattr(sys, "stdout", rows)
    with progress("Reading", prints_rows=True) as report:
        report(1, None)
    assert errors.getvalue() == rows.getvalue() == ""
