import json
from pathlib import Path

from models.actors import load_catalogue
from models.pipeline import Pipeline
from models.topics import load_topics
from models.training.collect import NoClassifier
from models.training.domain import (
    annotated_examples,
    brief_examples,
    contrast_examples,
    split_of_date,
    split_of_proposition,
)

TOPICS = load_topics()
PIPELINE = Pipeline(NoClassifier(), load_catalogue(), TOPICS)


def test_briefs_split_by_date() -> None:
    assert [split_of_date(day) for day in ("2025-09-30", "2025-10-01", "2025-11-30", "2025-12-01")] == [
        "train", "validation", "validation", "test",
    ]  # fmt: skip


def test_a_proposition_always_falls_in_the_same_split_and_all_splits_get_some() -> None:
    splits = {split_of_proposition(f"proposition {number}") for number in range(60)}
    assert splits == {"train", "validation", "test"}
    assert split_of_proposition("a") == split_of_proposition("a")


def test_briefs_give_gold_labels_and_the_pipelines_own_negatives(tmp_path: Path) -> None:
    row = {
        "id": "b", "date": "2025-03-01", "title": "Truce", "text": "France welcomed the truce. Iran sells fish.",
        "statements": [
            {"actor": "France", "topic": "ceasefire", "stance": "support", "evidence": "France welcomed the truce"}
        ],
    }  # fmt: skip
    row["text"] = f"{row['text']} Ukraine was not asked."
    path = tmp_path / "briefs.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    labels = {
        (item.query.actor, item.label)
        for item in brief_examples(path, PIPELINE, "train")
        if item.query.proposition == TOPICS["ceasefire"].proposition
    }
    assert ("France", "support") in labels
    assert ("Iran", "unrelated") in labels
    assert list(brief_examples(path, PIPELINE, "test")) == []


def test_a_speech_is_in_the_first_person_of_its_country() -> None:
    row = {
        "id": "p", "source": "UN General Debate", "date": "2023-09", "speaker": "SVK", "text": "We back sanctions on Russia.",
        "positions": [{"actor": "Slovakia", "topic": "sanctions", "stance": "support", "conditional": False}],
    }  # fmt: skip
    other = {"id": "q", "text": "x", "positions": [{"actor": "Y", "topic": "other: a dam", "stance": "oppose"}]}
    examples = annotated_examples([row, other], load_catalogue(), TOPICS, PIPELINE, seed=1)
    speech = next(item for item in examples if item.label == "support")
    assert (speech.query.actor, speech.query.first_person, speech.conditional) == ("Slovakia", True, False)
    dam = next(item for item in examples if item.query.actor == "Y" and item.label == "oppose")
    assert dam.query.proposition == "a dam"
    assert any(item.label == "unrelated" and item.query.actor == "Russia" for item in examples)


def test_minimal_sets_mark_known_actors_by_all_their_names() -> None:
    row = {"text": "The Kremlin said no.", "actor": "Russia", "proposition": "a truce", "stance": "oppose"}
    known, unknown = contrast_examples([row, {**row, "actor": "Galvane", "stance": "unrelated"}], load_catalogue())
    (span,) = known.query.actor_spans or ()
    assert row["text"][slice(*span)].endswith("Kremlin")
    assert (known.label, unknown.label, unknown.query.actor_spans) == ("oppose", "unrelated", None)
