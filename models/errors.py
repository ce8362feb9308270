"""The one kind of error that a user may cause, and is told about in one sentence."""

from __future__ import annotations


class InputError(ValueError):
    """Bad input: the message is one clear sentence that says what was wrong and what to do."""
