"""From the trained network to what is shipped: an int8 ONNX graph with its tokeniser."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from models.stance.base import Query
from models.stance.onnx import INPUTS
from models.training.fit import encode
from models.training.network import StanceNetwork
from models.training.smoothing import Batch, smooth

SHOWN_AT_ONCE = 10


def export_int8(
    network: StanceNetwork, tokenizer: Any, folder: Path, shown: Sequence[Query], max_tokens: int = 128
) -> Path:
    """Write `model.onnx` (dynamic int8, weights by channel) and the tokeniser's files to `folder`; return the graph.

    `shown` are queries, a few hundred, that show the ranges of the activations: no label is looked at.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval().to("cpu")
    sample = tokenizer(["a text"] * 2, ["a question"] * 2, return_tensors="pt", padding=True)
    names = [name for name in INPUTS if name in sample]
    axes = {name: {0: "pairs", 1: "tokens"} for name in names}
    with tempfile.TemporaryDirectory() as scratch:
        full, prepared = Path(scratch) / "full.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            network,
            tuple(sample[name] for name in names),
            str(full),
            input_names=names,
            output_names=["labels", "conditions"],
            dynamic_axes={**axes, "labels": {0: "pairs"}, "conditions": {0: "pairs"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        smoothed = onnx.load(str(prepared))
        smooth(smoothed, _batches(tokenizer, shown, max_tokens))
        onnx.save(smoothed, str(prepared))
        target = folder / "model.onnx"
        quantize_dynamic(
            str(prepared),
            str(target),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # processors without VNNI saturate on full-range int8 products
        )
    tokenizer.save_pretrained(folder)
    return target


def _batches(tokenizer: Any, queries: Sequence[Query], max_tokens: int) -> Iterator[Batch]:
    for start in range(0, len(queries), SHOWN_AT_ONCE):
        encoded = encode(tokenizer, queries[start : start + SHOWN_AT_ONCE], max_tokens)
        yield {name: tensor.numpy() for name, tensor in encoded.items()}
