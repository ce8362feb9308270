"""The whole training run: data, two stages, export, calibration, figures, record and card."""

from __future__ import annotations

import datetime as dt
import json
import math
import os
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoTokenizer

from models.actors import load_catalogue
from models.evaluate import evaluate_behaviour, swap_test
from models.seeds import SEEDS
from models.stance.base import LABELS
from models.stance.onnx import OnnxClassifier
from models.stance.weights import GRAPH, file_hash, read_record
from models.training.auxiliary import INFERENCE_FILE, STANCE_FILE, auxiliary_examples
from models.training.bases import base_folder
from models.training.calibrate import calibrate
from models.training.card import model_card
from models.training.collect import DOMAIN_FILES, collect
from models.training.continued import average, load_graph
from models.training.domain import CONTRAST, TRAIN_UNTIL
from models.training.examples import Example, Split
from models.training.export import export_int8
from models.training.fit import Progress, fit_stage
from models.training.measure import measure
from models.training.network import StanceNetwork
from models.training.settings import TrainingSettings
from models.training.swaps import NameSwapper

SHOWN = 200
"""Training pairs that show the export the ranges of the activations."""
EARLIER = ("version", "sha256", "day", "settings", "pairs", "data", "started_from")
"""What a record keeps of the run that its own went on from."""


def train(
    data: Path,
    out: Path,
    *,
    settings: TrainingSettings | None = None,
    start_from: Path | None = None,
    checkpoints: Path = Path("runs"),
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Train the classifier on the files of `data`, write graph, tokeniser, record and card to `out`; return the record.

    `start_from` is a folder that an earlier run wrote: its weights are the start, and the first stage, which they
    have had, is left out. Checkpoints go to `checkpoints`: a run that was cut off goes on where it stopped.
    Raises InputError where a file of `data` is missing.
    """
    settings = settings or TrainingSettings()
    torch.manual_seed(settings.seed)
    torch.set_num_threads(os.cpu_count() or 1)
    torch.set_flush_denormal(True)  # a quarter faster on processors that stumble over tiny numbers
    checkpoints.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    folder = base_folder(settings.base, checkpoints)
    tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    tokenizer.truncation_side = "left"
    network = StanceNetwork(folder, layers=settings.layers, frozen_layers=settings.frozen_layers).to(device)
    earlier = read_record(start_from) if start_from else None
    if start_from:
        load_graph(network, start_from / GRAPH)
    start = {name: value.clone() for name, value in network.state_dict().items()} if start_from else {}
    auxiliary = [] if start_from else _auxiliary(data, settings)
    domain = collect(data, settings.seed)
    swapper = NameSwapper(load_catalogue(), share=settings.swap_share, masked=settings.mask_share)
    losses = {
        stage.name: fit_stage(
            network,
            tokenizer,
            stage.passes,
            stage=stage.name,
            rate=stage.rate,
            settings=settings,
            checkpoint=checkpoints / f"{settings.base}-{stage.name}.pt",
            progress=progress,
        )
        for stage in _stages(auxiliary, domain["train"], swapper, settings)
    }
    if start and settings.averaged:
        average(network, start)
    shown = random.Random(settings.seed).sample(domain["train"], min(SHOWN, len(domain["train"])))
    graph = export_int8(network, tokenizer, out, [example.query for example in shown], settings.max_tokens)
    record = _record(data, graph, settings, auxiliary, domain, losses)
    if earlier:
        record["started_from"] = {name: earlier[name] for name in EARLIER if name in earlier}
    return _finish(out, record, domain)


def _auxiliary(data: Path, settings: TrainingSettings) -> list[Example]:
    return auxiliary_examples(
        data, pairs=settings.auxiliary_pairs, unrelated_share=settings.unrelated_share, seed=settings.seed
    )


@dataclass(frozen=True, slots=True)
class _Stage:
    name: str
    rate: float
    passes: list[list[Example]]


def _stages(
    auxiliary: list[Example], domain: Sequence[Example], swapper: NameSwapper, settings: TrainingSettings
) -> list[_Stage]:
    passes = [_varied(domain, swapper, settings, epoch) for epoch in range(math.ceil(settings.domain_epochs))]
    if part := settings.domain_epochs % 1:
        passes[-1] = random.Random(settings.seed).sample(passes[-1], int(part * len(passes[-1])))
    first = [_Stage("auxiliary", settings.auxiliary_rate, [auxiliary] * settings.auxiliary_epochs)] if auxiliary else []
    return [*first, _Stage("domain", settings.domain_rate, passes)]


def _varied(examples: Sequence[Example], swapper: NameSwapper, settings: TrainingSettings, epoch: int) -> list[Example]:
    """One pass: some of the pairs without a position, other names for some, no context for some, drawn anew each time."""
    rng = random.Random(settings.seed + 1000 + epoch)
    kept = [
        item
        for item in examples
        if item.label != "unrelated" or item.origin == CONTRAST or rng.random() < settings.unrelated_kept
    ]
    weighted = [replace(item, weight=settings.unrelated_weight) if item.label == "unrelated" else item for item in kept]
    return [swapper.vary(example, rng) for example in weighted]


def _record(
    data: Path,
    graph: Path,
    settings: TrainingSettings,
    auxiliary: Sequence[Example],
    domain: dict[Split, list[Example]],
    losses: dict[str, list[float]],
) -> dict[str, Any]:
    digest = file_hash(graph)
    files = [data / STANCE_FILE, data / INFERENCE_FILE, *(data / name for name in DOMAIN_FILES), SEEDS / "briefs.jsonl"]
    return {
        "name": f"stancewatch-{settings.base}",
        "version": digest[:8],
        "sha256": digest,
        "bytes": graph.stat().st_size,
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "labels": list(LABELS),
        "max_tokens": settings.max_tokens,
        "masked": settings.masked_in_use,
        "temperature": 1.0,
        "condition_threshold": 0.0,
        "train_until": TRAIN_UNTIL,
        "settings": settings.to_dict(),
        "pairs": dict(Counter(example.origin for example in [*auxiliary, *domain["train"]])),
        "data": {path.name: file_hash(path) for path in files},
        "versions": {name: version(name) for name in ("torch", "transformers", "onnxruntime", "onnx")},
        "losses": {stage: [round(value, 4) for value in values] for stage, values in losses.items()},
    }


def _finish(out: Path, record: dict[str, Any], domain: dict[Split, list[Example]]) -> dict[str, Any]:
    """Calibrate the exported graph on the validation pairs, measure it on both splits, write record and card."""
    classifier = OnnxClassifier(out, record)
    measured: tuple[Split, ...] = ("validation", "test")
    asked = {split: [example.query for example in domain[split]] for split in measured}
    outputs = {split: classifier.outputs(queries) for split, queries in asked.items()}
    labels, conditions = (values.astype(np.float64) for values in outputs["validation"])
    record |= calibrate(labels, conditions, domain["validation"])
    judgements = {split: classifier.judge(queries, *outputs[split]) for split, queries in asked.items()}
    record["metrics"] = {
        f"{split}: {origin}": measure(
            [judgements[split][place] for place in places], [domain[split][place] for place in places]
        )
        for split in asked
        for origin, places in _by_origin(domain[split]).items()
    }
    behaviour = evaluate_behaviour(classifier).to_dict()
    record["behaviour"] = {name: behaviour[name] for name in ("passed", "pairs", "rate", "kinds")}
    swaps = swap_test(asked["test"], NameSwapper(load_catalogue(), share=1.0), classifier)
    record["swap_test"] = {name: swaps.to_dict()[name] for name in ("swaps", "flips", "flip_rate")}
    (out / "record.json").write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (out / "card.md").write_text(model_card(record), encoding="utf-8")
    return record


def _by_origin(examples: Sequence[Example]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, example in enumerate(examples):
        places.setdefault(example.origin, []).append(place)
    return places
