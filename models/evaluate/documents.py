"""The pipeline against gold documents: who takes which side of what, document by document."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from models.errors import InputError
from models.evaluate.scores import Match, accuracy, compare, macro_f1, polarity
from models.pipeline import Pipeline
from models.schema import Document

GoldRow = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Metrics:
    """What `stancewatch evaluate` reports.

    `stance` counts (document, actor, topic, stance), `pair` counts (document, actor, topic). The stance figures rest
    on the pairs that both sides hold with one stance each.
    """

    model: str
    documents: int
    after: str | None
    before: str | None
    stance: Match
    pair: Match
    stance_pairs: int
    stance_accuracy: float
    stance_macro_f1: float
    stance_polarity: float

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        values = asdict(self)
        for name in ("stance", "pair"):
            match: Match = getattr(self, name)
            values[name] = {**values[name], "precision": match.precision, "recall": match.recall, "f1": match.f1}
        return values

    def table(self) -> str:
        """Return the figures as a table for a terminal."""
        rows = [
            f"{self.documents} documents, {self.stance.gold} gold positions, model {self.model}",
            f"{'':24}{'precision':>10}{'recall':>8}{'F1':>7}{'found':>7}{'gold':>6}",
        ]
        for name, match in (("actor, topic, stance", self.stance), ("actor, topic", self.pair)):
            figures = f"{match.precision:>10.3f}{match.recall:>8.3f}{match.f1:>7.3f}{match.found:>7}{match.gold:>6}"
            rows.append(f"{name:24}{figures}")
        rows.append(
            f"stance where actor and topic match ({self.stance_pairs}): accuracy {self.stance_accuracy:.3f}, "
            f"macro-F1 {self.stance_macro_f1:.3f}, polarity {self.stance_polarity:.3f}"
        )
        return "\n".join(rows)


def read_gold(path: Path) -> list[GoldRow]:
    """Return the gold documents of a JSON Lines file: document fields and `statements`.

    Raises InputError where a line is no JSON object or lacks text or statements.
    """
    if not path.is_file():
        raise InputError(f"There is no file {path}; give a JSON Lines file of gold documents.")
    rows: list[GoldRow] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"Line {number} of {path} is no JSON: {error.msg}; mend or remove it.") from error
        if not isinstance(row, dict) or not row.get("text") or not isinstance(row.get("statements"), list):
            raise InputError(f"Line {number} of {path} needs the fields text and statements (a list).")
        rows.append(row)
    return rows


def gold_document(row: GoldRow) -> Document:
    """Return the document of a gold row, without its annotation."""
    published = dt.date.fromisoformat(row["date"][:10]) if row.get("date") else None
    return Document(
        id=str(row.get("id", "")),
        text=row["text"],
        title=row.get("title"),
        source=row.get("source"),
        url=row.get("url"),
        published=published,
        speaker=row.get("speaker"),
        actor=row.get("actor"),
    )


def evaluate_documents(
    gold_path: Path,
    pipeline: Pipeline,
    after: dt.date | None = None,
    before: dt.date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Metrics:
    """Read the gold documents published from `after` to `before` (both included) and count what was found.

    Raises InputError where no gold document lies between the dates.
    """
    rows = [row for row in read_gold(gold_path) if in_period(row, after, before)]
    if not rows:
        raise InputError(f"{gold_path} holds no document between {after or 'the start'} and {before or 'the end'}.")
    found: set[tuple[str, ...]] = set()
    gold: set[tuple[str, ...]] = set()
    reading = pipeline.read_many(gold_document(row) for row in rows)
    for number, (row, (_, positions)) in enumerate(zip(rows, reading, strict=True), start=1):
        key = f"{number}"
        gold |= {(key, item["actor"], item["topic"], item["stance"]) for item in row["statements"]}
        found |= {(key, item.statement.actor, item.topic, item.stance) for item in positions}
        if progress:
            progress(number, len(rows))
    return _metrics(pipeline.model, len(rows), (after, before), found, gold)


def _metrics(
    model: str,
    documents: int,
    dates: tuple[dt.date | None, dt.date | None],
    found: set[tuple[str, ...]],
    gold: set[tuple[str, ...]],
) -> Metrics:
    shared = _single(gold).keys() & _single(found).keys()
    truth = [_single(gold)[key] for key in sorted(shared)]
    answer = [_single(found)[key] for key in sorted(shared)]
    return Metrics(
        model=model,
        documents=documents,
        after=dates[0].isoformat() if dates[0] else None,
        before=dates[1].isoformat() if dates[1] else None,
        stance=compare(found, gold),
        pair=compare({item[:3] for item in found}, {item[:3] for item in gold}),
        stance_pairs=len(shared),
        stance_accuracy=accuracy(truth, answer),
        stance_macro_f1=macro_f1(truth, answer),
        stance_polarity=polarity(truth, answer),
    )


def _single(items: set[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Stance by (document, actor, topic), where there is exactly one."""
    by_pair: dict[tuple[str, ...], list[str]] = {}
    for item in items:
        by_pair.setdefault(item[:3], []).append(item[3])
    return {pair: stances[0] for pair, stances in by_pair.items() if len(stances) == 1}


def in_period(row: GoldRow, after: dt.date | None, before: dt.date | None) -> bool:
    """Whether a gold document was published from `after` to `before`, both included; without a date only if both are open."""
    day = str(row.get("date") or "")[:10]
    return (after is None or day >= after.isoformat()) and (before is None or "" < day <= before.isoformat())
