import tarfile
from pathlib import Path

import pytest

from models.errors import InputError
from models.evaluate.polnear import evaluate_polnear, is_speech, read_marks, read_polnear
from models.evaluate.quote_rules import Marked

TEXT = "Lavrov said that the talks had failed.\n\nFrance supports the ceasefire."
MARKS = (
    "T1\tSource 0 6\tLavrov\nT2\tCue 7 11\tsaid\nT3\tContent 12 37\tthat the talks had failed\nT4\tAttribution 7 11\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n#1\tAnnotatorNotes T1\tunsure\n\nstray line\n"
    "T5\tSource 40 46\tFrance\nT6\tCue 47 55\tsupports\nT7\tContent 56 59;60 69\tthe ceasefire\nT8\tAttribution 47 55\tsupports\n"
    "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7\nE3\tAttribution-no-source:T8 Cue:T99\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind, name, text in (("text", "made_one.txt", TEXT), ("attributions", "made_one_4b22.ann", MARKS)):
        place = tmp_path / "polnear" / "data" / "test" / kind
        place.mkdir(parents=True)
        (place / name).write_bytes(text.encode())
    return tmp_path / "polnear"


def test_marks_are_read_with_pieces_and_without_stray_lines() -> None:
    assert read_marks(MARKS) == (
        Marked(((0, 6),), ((7, 11),), ((12, 37),)),
        Marked(((40, 46),), ((47, 55),), ((56, 59), (60, 69))),
    )


def test_folder_and_archive_give_the_same(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "polnear.tar.gz"
    with tarfile.open(archive, "w:gz") as target:
        target.add(folder, arcname=".")
    assert read_polnear(folder, "test") == read_polnear(folder / "data", "test") == read_polnear(archive, "test")
    assert read_polnear(archive, "test")[0].text == TEXT


def test_only_the_first_annotator_counts(folder: Path) -> None:
    (folder / "data" / "test" / "attributions" / "made_one_9999.ann").write_text("")
    assert len(read_polnear(folder, "test")[0].gold) == 2


def test_the_extractor_is_scored_on_all_and_on_speech(folder: Path) -> None:
    report = evaluate_polnear(folder)
    assert (report.all.overlap_80.right, report.all.overlap_80.gold, report.all.speaker_80) == (2, 2, 2)
    assert (report.speech.overlap_80.right, report.speech.overlap_80.found, report.speech.overlap_80.gold) == (1, 1, 1)
    assert report.to_dict()["speech"]["shares"]["overlap_80"]["f1"] == 1.0
    assert "reports of speech only: 1 marked, 1 found" in report.table()


def test_speech_is_told_by_its_cue_or_its_quoted_words() -> None:
    for text, speech in (
        ("noted it", True), ("replied it", True), ("according to it", True), ("favours it", False), ("favours “it all now”", True),
    ):  # fmt: skip
        cue = len(text.split(" ")[0]) if "according" not in text else 12
        assert is_speech(text, Marked((), ((0, cue),), ((cue + 1, len(text)),))) is speech


def test_what_is_not_polnear_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.tar.gz").write_bytes(b"nothing")
    for path in (tmp_path, tmp_path / "no.tar.gz", tmp_path / "absent"):
        with pytest.raises(InputError, match="PolNeAR"):
            read_polnear(path, "test")
