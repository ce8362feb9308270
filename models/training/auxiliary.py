"""The first stage's pairs: public sets whose licence lets their labels into weights that are shipped.

Debate stance: Perspectrum (CC BY-SA 4.0), IBM Claim Stance (CC BY-SA 3.0), ArgKP 2021 (CDLA-Sharing 1.0),
Touché 2023 (CC BY 4.0). Directed news stance: DSE, "who blames or endorses whom" (free for use with citation).
Inference: CAD-NLI (Apache-2.0). Sets without a stated licence are left out.
"""

from __future__ import annotations

import gzip
import html
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.errors import InputError
from models.stance.base import Label, Query
from models.stance.rendering import name_spans
from models.training.examples import Example

STANCE_FILE = "stance_public.jsonl.gz"
INFERENCE_FILE = "nli_public.jsonl.gz"
DEBATES = ("perspectrum", "ibm_cs", "ibm_kpa", "touche23")
LABEL_OF_INFERENCE: dict[str, Label] = {"entailment": "support", "contradiction": "oppose", "neutral": "unrelated"}
AUTHOR = "The author"
NEUTRAL_SHARE = 0.35
INFERENCE_SHARE = 0.5


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON Lines file, gzipped where its name says so."""
    if not path.is_file():
        raise InputError(f"The training data lack {path.name}; give the folder that holds it.")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def auxiliary_examples(folder: Path, *, pairs: int, unrelated_share: float, seed: int) -> list[Example]:
    """Return `pairs` pairs of the first stage (0: all) and some more with their proposition exchanged (unrelated)."""
    rng = random.Random(seed)
    examples = [*_stance_pairs(folder, rng), *_inference_pairs(folder, rng)]
    if 0 < pairs < len(examples):
        examples = rng.sample(examples, pairs)
    propositions = [example.query.proposition for example in examples]
    mismatched = [
        Example(
            Query(example.query.text, example.query.actor, rng.choice(propositions), example.query.actor_spans),
            "unrelated",
            origin=example.origin,
        )
        for example in rng.sample(examples, int(unrelated_share * len(examples)))
    ]
    return [*examples, *mismatched]


def _stance_pairs(folder: Path, rng: random.Random) -> Iterator[Example]:
    for row in read_rows(folder / STANCE_FILE):
        name, text = row["dataset"], html.unescape(row["text"])
        if row["split"] not in ("train", "all"):
            continue
        if name in DEBATES:
            yield Example(Query(text, AUTHOR, html.unescape(row["target"]), ()), row["label"], origin=name)
        elif name == "dse" and (row["label"] != "neutral" or rng.random() < NEUTRAL_SHARE):
            query = Query(text, row["actor"], row["target"], name_spans(text, row["actor"]))
            yield Example(query, row["label"], origin=name)


def _inference_pairs(folder: Path, rng: random.Random) -> Iterator[Example]:
    for row in read_rows(folder / INFERENCE_FILE):
        if row["dataset"] == "cad-nli" and rng.random() < INFERENCE_SHARE:
            label = LABEL_OF_INFERENCE[row["label"]]
            yield Example(Query(row["premise"], AUTHOR, row["hypothesis"], ()), label, origin="cad-nli")
