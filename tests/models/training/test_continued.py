from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra train")

from transformers import AutoTokenizer  # noqa: E402

from models.errors import InputError  # noqa: E402
from models.stance import LABELS, Query, load_classifier  # noqa: E402
from models.stance.weights import GRAPH, weights_folder  # noqa: E402
from models.training.bases import base_folder  # noqa: E402
from models.training.continued import average, load_graph  # noqa: E402
from models.training.fit import encode  # noqa: E402
from models.training.network import StanceNetwork  # noqa: E402

ASKED = [
    Query("Galvane rejects the truce.", "Galvane", "a truce"),
    Query("Galvane welcomes the truce.", "Galvane", "a truce"),
    Query("Galvane sells fish.", "Galvane", "a truce"),
]


def test_the_shipped_graph_gives_a_network_that_answers_alike(tmp_path: Path) -> None:
    folder = base_folder("minilm", tmp_path)
    network = StanceNetwork(folder)
    missing = load_graph(network, weights_folder("fast") / GRAPH)
    assert all("pooler" in name for name in missing)  # the encoder's own pooler is not used
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    network.eval()
    with torch.no_grad():
        labels, _ = network(**encode(tokenizer, ASKED, 64))
    answers = [LABELS[int(place)] for place in labels.argmax(dim=1)]
    assert answers == [judgement.label for judgement in load_classifier("fast").classify(ASKED)]


def test_frozen_weights_stay_as_the_encoder_has_them(tmp_path: Path) -> None:
    network = StanceNetwork(base_folder("minilm", tmp_path), frozen_layers=1)
    before = network.encoder.embeddings.word_embeddings.weight.clone()
    head = network.label_head.weight.clone()
    load_graph(network, weights_folder("fast") / GRAPH)
    assert torch.equal(before, network.encoder.embeddings.word_embeddings.weight)
    assert not torch.equal(head, network.label_head.weight)


def test_weights_of_another_base_are_refused_in_one_sentence(tmp_path: Path) -> None:
    network = StanceNetwork(base_folder("minilm", tmp_path))
    head = network.label_head.weight.clone()
    with pytest.raises(InputError, match="not of this base or size; name the one that they have with --base"):
        load_graph(network, weights_folder() / GRAPH)
    assert torch.equal(head, network.label_head.weight)


def test_the_average_lies_halfway_between_start_and_end(tmp_path: Path) -> None:
    network = StanceNetwork(base_folder("minilm", tmp_path))
    start = {name: value.clone() for name, value in network.state_dict().items()}
    with torch.no_grad():
        network.label_head.bias += 1.0
    average(network, start)
    assert torch.allclose(network.label_head.bias, start["label_head.bias"] + 0.5)
    assert torch.equal(network.label_head.weight, start["label_head.weight"])
