"""The command line: one module a command, joined in `main`."""

from dashboard.commands.main import answer, app, run

__all__ = ["answer", "app", "run"]
