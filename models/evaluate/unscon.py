"""An outside check: UNSCon, sentences of Security Council speeches that do or do not criticise a country.

Nobody trained on it, its labels are others' (CC BY-SA), and its question is another one: whether the speaker
criticises, not on which side of a proposition the speaker stands. The classifier is asked whether the speaker is
against the country's conduct; a sentence counts as critical where "oppose" is the likeliest of the four labels.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from models.actors import Catalogue, actor_spans
from models.errors import InputError
from models.evaluate.scores import Match
from models.stance.base import Judgement, Query, StanceClassifier

FILE = "conflict_annotations_sentences.csv.gz"
TARGETS = {"russian_federation": "Russia", "ukraine": "Ukraine"}
"""The countries that are criticised often enough to count."""
_SPACED = re.compile(r"\s+([,.;:?!)’'])|([(])\s+|\s+(-)\s+")


@dataclass(frozen=True, slots=True)
class CriticismReport:
    """How well "oppose" tells sentences that criticise a country from the others.

    `ranked` is the share of (critical, other) pairs of sentences in which the critical one has the higher P(oppose),
    the area under the ROC curve: 0.5 is chance, 1 is perfect.
    """

    model: str
    sentences: int
    critical: Match
    ranked: float

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for metrics.json."""
        match = self.critical
        shares = {"precision": match.precision, "recall": match.recall, "f1": match.f1}
        return {**asdict(self), "critical": {**asdict(match), **shares}}

    def table(self) -> str:
        """Return the figures as a line for a terminal."""
        match = self.critical
        return (
            f"UNSCon, {self.sentences} questions, {match.gold} of them critical: precision {match.precision:.3f}, "
            f"recall {match.recall:.3f}, F1 {match.f1:.3f}, ranked right {self.ranked:.3f}, model {self.model}"
        )


def evaluate_unscon(
    folder: Path,
    classifier: StanceClassifier,
    catalogue: Catalogue,
    progress: Callable[[int, int], None] | None = None,
) -> CriticismReport:
    """Ask `classifier` about each sentence of UNSCon and each target country.

    Raises InputError where `folder` lacks the file.
    """
    asked = [item for row in read_sentences(folder) for item in _questions(row, catalogue)]
    judgements = classifier.classify([query for query, _ in asked], progress)
    gold = [critical for _, critical in asked]
    found = [judgement.label == "oppose" for judgement in judgements]
    right = sum(left and other for left, other in zip(gold, found, strict=True))
    match = Match(right=right, found=sum(found), gold=sum(gold))
    return CriticismReport(classifier.name, len(asked), match, _ranked(gold, judgements))


def read_sentences(folder: Path) -> list[dict[str, str]]:
    """Return the rows of UNSCon's file in `folder`; each knows its sentence, its speaker's country and its labels."""
    path = folder / FILE
    if not path.is_file():
        raise InputError(f"There is no {FILE} in {folder}; give the folder that holds UNSCon.")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _questions(row: dict[str, str], catalogue: Catalogue) -> list[tuple[Query, bool]]:
    text = " ".join(_SPACED.sub(r"\1\2\3", row["sentence_text"]).split())
    speaker = catalogue.lookup(row["country"].replace("_", " ").split("(")[0].strip())
    if speaker is None or not text:
        return []
    spans = actor_spans(text, speaker, catalogue)
    return [
        (
            Query(text, speaker, f"the conduct of {country}", actor_spans=spans, first_person=True),
            row["A4"] == key and row["A0"] != "_",
        )
        for key, country in TARGETS.items()
        if country != speaker
    ]


def _ranked(gold: Sequence[bool], judgements: Sequence[Judgement]) -> float:
    from sklearn.metrics import roc_auc_score

    if all(gold) or not any(gold):
        return 0.5
    return round(float(roc_auc_score(gold, [judgement.p_oppose for judgement in judgements])), 4)
