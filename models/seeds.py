"""Where the data files that travel with Stancewatch lie (topics, actors, briefs, seed article)."""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
"""Folder of the seed data: beside the packages, in a checkout as in an installation."""
