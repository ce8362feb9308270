from pathlib import Path

import pytest

from models.errors import InputError
from models.evaluate import Majority, ZeroShot
from models.evaluate.baselines import _likelier
from models.stance import Query


def test_without_training_the_commonest_stance_is_taken_to_be_support() -> None:
    assert Majority([]).answer([Query("text", "Chad", "a truce")]) == ["support"]


def test_what_entails_neither_hypothesis_is_neutral() -> None:
    assert [_likelier(0.9, 0.2), _likelier(0.2, 0.9), _likelier(0.4, 0.3)] == ["support", "oppose", "neutral"]


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="zero-shot inference needs PyTorch: pip install 'stancewatch[train]'")
    with pytest.raises(InputError, match="holds no model"):
        ZeroShot(tmp_path)


def test_an_inference_model_answers_by_its_entailment(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="zero-shot inference needs PyTorch: pip install 'stancewatch[train]'")
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "chad", "supports", "opposes", "a", "truce", "."]
    (tmp_path / "vocab.txt").write_text("\n".join(words))
    BertTokenizerFast(vocab_file=str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    config = BertConfig(
        vocab_size=len(words), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        id2label={0: "contradiction", 1: "entailment"}, label2id={"contradiction": 0, "entailment": 1},
    )  # fmt: skip
    network = BertForSequenceClassification(config)
    with torch.no_grad():
        network.classifier.bias.copy_(torch.tensor([-20.0, 20.0]))
    network.save_pretrained(tmp_path)
    queries = [Query("Chad said so.", "Chad", "a truce")] * 3
    # everything is entailed, support first
    assert ZeroShot(tmp_path).answer(queries) == ["support"] * 3


def test_a_model_without_entailment_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="zero-shot inference needs PyTorch: pip install 'stancewatch[train]'")
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    (tmp_path / "vocab.txt").write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nchad")
    BertTokenizerFast(vocab_file=str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    config = BertConfig(vocab_size=6, hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8)
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    with pytest.raises(InputError, match="knows no entailment"):
        ZeroShot(tmp_path)
