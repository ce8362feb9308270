from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

Make = Callable[..., pd.DataFrame]

ROW = {
    "statement_id": "0" * 16, "actor": "Russia", "topic": "ceasefire", "when": "2026-02-03", "score": -0.8, "stance": "oppose",
    "kind": "direct", "conditional": False, "probability": 0.9, "text": "No truce.", "speaker": "Sergei Lavrov",
    "source": "TASS", "utterance": "u",
}  # fmt: skip


@pytest.fixture
def make() -> Make:
    """Return frames with the columns that charts use; each row says only what matters to its test."""

    def frame(*rows: dict[str, Any]) -> pd.DataFrame:
        full = [
            {**ROW, "utterance": f"u{number}", "statement_id": f"{number:016x}", **row}
            for number, row in enumerate(rows)
        ]
        return pd.DataFrame(full, columns=list(ROW)).astype({"when": "datetime64[s]"})

    return frame
