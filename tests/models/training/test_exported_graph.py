from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra train")

from transformers import AutoTokenizer  # noqa: E402

from models.stance import Query  # noqa: E402
from models.training.bases import base_folder  # noqa: E402
from models.training.continued import load_graph  # noqa: E402
from models.training.export import export_int8  # noqa: E402
from models.training.fit import encode  # noqa: E402
from models.training.network import StanceNetwork  # noqa: E402

ASKED = [
    Query(f"{actor} {verb} the {thing}, its minister said on Monday.", actor, f"a {thing}")
    for actor in ("Galvane", "Ostria", "Norway")
    for verb in ("rejects", "welcomes", "has not ruled out")
    for thing in ("truce", "treaty")
]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[StanceNetwork, Any, Path]:
    """MiniLM with heads at random, its tokeniser, and the graph that it was exported to."""
    folder = base_folder("minilm", tmp_path_factory.mktemp("cache"))
    torch.manual_seed(1)
    network = StanceNetwork(folder)
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    graph = export_int8(network, tokenizer, tmp_path_factory.mktemp("weights"), ASKED)
    return network, tokenizer, graph


def test_the_graph_answers_as_the_network_does(exported: tuple[StanceNetwork, Any, Path]) -> None:
    network, tokenizer, graph = exported
    inputs = encode(tokenizer, ASKED, 64)
    with torch.no_grad():
        wanted = network.eval()(**inputs)[0].numpy()
    session = onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
    found = session.run(["labels"], {name: tensor.numpy() for name, tensor in inputs.items()})[0]
    assert np.abs(found - wanted).max() < 0.15 * np.abs(wanted).max()


def test_a_network_that_goes_on_from_the_graph_has_its_weights(exported: tuple[StanceNetwork, Any, Path]) -> None:
    network, _, graph = exported
    folder = base_folder("minilm", graph.parent)
    again = StanceNetwork(folder)
    with torch.no_grad():
        for parameter in again.parameters():
            parameter.zero_()
    missing = load_graph(again, graph)
    stored = dict(again.named_parameters())
    for name, parameter in network.named_parameters():
        if name not in missing and parameter.ndim == 2:
            gap = (stored[name] - parameter).abs().max() / parameter.abs().max()
            assert float(gap) < 0.2, name
            assert float(torch.corrcoef(torch.stack([stored[name].ravel(), parameter.ravel()]))[0, 1]) > 0.99, name
