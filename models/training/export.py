"""From the trained network to what is shipped: an int8 ONNX graph with its tokeniser."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from models.stance.onnx import INPUTS
from models.training.network import StanceNetwork


def export_int8(network: StanceNetwork, tokenizer: Any, folder: Path) -> Path:
    """Write `model.onnx` (dynamic int8, weights by channel) and the tokeniser's files to `folder`; return the graph."""
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
