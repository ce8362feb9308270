"""Words in and around figures."""

from __future__ import annotations

import datetime as dt
import html
import textwrap

VERBS = {"support": "supports", "oppose": "opposes", "neutral": "takes no side on"}
KINDS = {"direct": "quoted", "indirect": "reported", "act": "official act"}


def plain(text: str) -> str:
    """Return `text` so that Plotly shows it as it is, never as markup."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = 60, lines: int = 6) -> str:
    """Return `text` in short lines for a hover box, cut with an ellipsis where it is long."""
    cut = textwrap.wrap(" ".join(text.split()), width=width, max_lines=lines, placeholder=" …")
    return "<br>".join(plain(line) for line in cut)


def day(moment: dt.date | None) -> str:
    """Return a date as a reader writes it: 3 February 2026."""
    return f"{moment.day} {moment:%B %Y}" if moment else "date unknown"


def signed(score: float) -> str:
    """Return a score with its sign and two decimals, with a true minus."""
    return f"{score:+.2f}".replace("-", "−") if abs(score) >= 0.005 else "0.00"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: 1 utterance, 2 utterances."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def p_value(p: float) -> str:
    """Return a p-value as it is quoted: p = 0.012, or p < 0.001."""
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}" if p < 0.1 else f"p = {p:.2f}"
