import csv
import gzip
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from models.actors import load_catalogue
from models.errors import InputError
from models.evaluate.unscon import FILE, evaluate_unscon
from models.stance import Judgement, Query


class Blamer:
    """Opposes where the country of the proposition is in the text, with "wrong" beside it."""

    name = "made@1"

    def __init__(self) -> None:
        self.queries: list[Query] = []

    def classify(self, queries: Sequence[Query], progress: Callable[[int, int], None] | None = None) -> list[Judgement]:
        self.queries += queries
        return [
            Judgement(0.1, 0.8, 0.0, 0.1, False, None)
            if query.proposition.split()[-1] in query.text and "wrong" in query.text
            else Judgement(0.1, 0.1, 0.0, 0.8, False, None)
            for query in queries
        ]


def write(folder: Path, *rows: tuple[str, str, str, str]) -> None:
    with gzip.open(folder / FILE, "wt", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["sentence_text", "country", "A0", "A4"])
        writer.writerows(rows)


def test_critical_sentences_are_told_from_others_by_country(tmp_path: Path) -> None:
    write(
        tmp_path,
        ("Russia is wrong .  ", "France", "Direct_NegEval", "russian_federation"),
        ("We met under - secretary Feltman , Sir .", "Russian_Federation", "_", "_"),
    )
    classifier = Blamer()
    report = evaluate_unscon(tmp_path, classifier, load_catalogue())
    # France is asked about both countries, Russia not about itself
    assert report.sentences == 3
    assert (report.critical.right, report.critical.found, report.critical.gold) == (1, 1, 1)
    assert report.ranked == 1.0
    assert classifier.queries[-1].text == "We met under-secretary Feltman, Sir."
    assert classifier.queries[-1].actor == "Russia"
    assert "F1 1.000" in report.table()


def test_a_folder_without_the_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UNSCon"):
        evaluate_unscon(tmp_path, Blamer(), load_catalogue())
