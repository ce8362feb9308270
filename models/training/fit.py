"""The training loop of one stage: shuffled batches of similar length, one schedule, checkpoints."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from models.stance.base import LABELS, Query
from models.stance.rendering import render
from models.training.examples import Example
from models.training.network import StanceNetwork
from models.training.settings import TrainingSettings

Progress = Callable[[str, int, int], None]
"""Told (stage, pairs done, pairs in all)."""


def fit_stage(
    network: StanceNetwork,
    tokenizer: Any,
    passes: Sequence[Sequence[Example]],
    *,
    stage: str,
    rate: float,
    settings: TrainingSettings,
    checkpoint: Path,
    progress: Progress | None = None,
    every: int = 200,
) -> list[float]:
    """Train `network` in place over `passes` (one list of examples an epoch); return the mean loss of each 50 steps.

    The state is written to `checkpoint` every `every` steps; a run that finds it goes on from there with the
    same batches, because every shuffle depends on the seed only.
    """
    batches = [batch for number, examples in enumerate(passes) for batch in _batches(examples, settings, number)]
    total = sum(len(batch) for batch in batches)
    optimiser = torch.optim.AdamW(_parameter_groups(network, settings), lr=rate, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _warm_up_then_fall(len(batches), settings.warm_up))
    first = _restore(checkpoint, network, optimiser, schedule)
    done = sum(len(batch) for batch in batches[:first])
    losses: list[float] = []
    running = 0.0
    network.train()
    for step, batch in enumerate(batches[first:], start=first + 1):
        loss = _loss(network, tokenizer, batch, settings)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        running += float(loss.detach())
        done += len(batch)
        if step % 50 == 0:
            losses.append(running / 50)
            running = 0.0
        if step % every == 0 or step == len(batches):
            _save(checkpoint, step, network, optimiser, schedule)
        if progress:
            progress(stage, done, total)
    return losses


def encode(tokenizer: Any, queries: Sequence[Query], max_tokens: int) -> dict[str, torch.Tensor]:
    """Tokenise `queries` into tensors of shape (pairs, tokens); an overlong text loses its start, the question nothing.

    The tokeniser must truncate on the left.
    """
    pairs = [render(query) for query in queries]
    encoded = tokenizer(
        [text for text, _ in pairs],
        [question for _, question in pairs],
        truncation="only_first",
        max_length=max_tokens,
        padding=True,
        return_tensors="pt",
    )
    return dict(encoded)


def _loss(network: StanceNetwork, tokenizer: Any, batch: Sequence[Example], settings: TrainingSettings) -> torch.Tensor:
    inputs = encode(tokenizer, [example.query for example in batch], settings.train_tokens)
    device = next(network.parameters()).device
    inputs = {name: tensor.to(device) for name, tensor in inputs.items()}
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=_bfloat16_is_fast(device)):
        labels, conditions = network(**inputs)
    gold = torch.tensor([LABELS.index(example.label) for example in batch], device=device)
    weights = torch.tensor([_weight(example, settings) for example in batch], device=device)
    by_pair = functional.cross_entropy(labels.float(), gold, reduction="none", label_smoothing=settings.label_smoothing)
    loss = (by_pair * weights).sum() / weights.sum()
    known = torch.tensor([example.conditional is not None for example in batch], device=device)
    if bool(known.any()):
        truth = torch.tensor([float(bool(example.conditional)) for example in batch], device=device)
        head = functional.binary_cross_entropy_with_logits(conditions.float()[known], truth[known])
        loss = loss + settings.condition_weight * head
    return loss


def _bfloat16_is_fast(device: torch.device) -> bool:
    """A processor without bfloat16 instructions emulates them, some twenty times slower than single precision."""
    return device.type == "cuda" or bool(torch.cpu._is_avx512_bf16_supported())


def _weight(example: Example, settings: TrainingSettings) -> float:
    return example.weight * (settings.neutral_weight if example.label == "neutral" else 1.0)


def _batches(examples: Sequence[Example], settings: TrainingSettings, number: int) -> list[list[Example]]:
    """Shuffle, then sort by length within pools of 50 batches: little padding, random order."""
    rng = random.Random(settings.seed + number)
    order = list(examples)
    rng.shuffle(order)
    size, batches = settings.batch_size, []
    for start in range(0, len(order), 50 * size):
        pool = sorted(order[start : start + 50 * size], key=_length)
        batches += [pool[place : place + size] for place in range(0, len(pool), size)]
    rng.shuffle(batches)
    return batches


def _length(example: Example) -> int:
    return len(example.query.text) + len(example.query.context)


def _parameter_groups(network: StanceNetwork, settings: TrainingSettings) -> list[dict[str, Any]]:
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    matrices = [parameter for parameter in trained if parameter.ndim > 1]
    vectors = [parameter for parameter in trained if parameter.ndim <= 1]
    return [{"params": matrices, "weight_decay": settings.weight_decay}, {"params": vectors, "weight_decay": 0.0}]


def _warm_up_then_fall(steps: int, warm_up: float) -> Callable[[int], float]:
    rise = max(1, math.ceil(warm_up * steps))
    return lambda step: min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise)))


def _save(path: Path, step: int, network: StanceNetwork, optimiser: Any, schedule: Any) -> None:
    state = {
        "step": step,
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
    }
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)  # a session that ends in mid-write leaves the last whole checkpoint


def _restore(path: Path, network: StanceNetwork, optimiser: Any, schedule: Any) -> int:
    if not path.is_file():
        return 0
    state = torch.load(path, weights_only=True, map_location=next(network.parameters()).device)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])
