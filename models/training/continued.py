"""Weights that were shipped as a start: training goes on from an int8 graph where no checkpoint is left."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from models.errors import InputError
from models.training.network import StanceNetwork
from models.training.smoothing import SMOOTHING

Floats = NDArray[np.float32]


def load_graph(network: StanceNetwork, graph: Path) -> list[str]:
    """Copy the weights of an int8 `graph` into `network`; return the names of those that it does not hold.

    Frozen weights stay as the encoder has them: they were never trained, and the encoder's are exact. The others are
    off by less than half a quantisation step, which the first steps of training mend. Raises InputError, and changes
    nothing, where the graph is of another base.
    """
    stored = _dequantised(graph)
    trained = {name: parameter for name, parameter in network.named_parameters() if parameter.requires_grad}
    missing = [name for name in trained if name not in stored]
    held = trained.keys() - missing
    # the encoder's own pooler is not used, so no export holds it
    if any("pooler" not in name for name in missing) or any(stored[name].shape != trained[name].shape for name in held):
        raise InputError(
            f"The weights in {graph.parent} are not of this base or size; name the one that they have with --base."
        )
    with torch.no_grad():
        for name in held:
            trained[name].copy_(torch.from_numpy(np.array(stored[name])))
    return missing


def average(network: StanceNetwork, start: Mapping[str, torch.Tensor]) -> None:
    """Move every weight of `network` half of the way back to `start`, a state dictionary (Wortsman et al. 2022, WiSE-FT).

    The mean of the weights before and after keeps what was known and takes most of what was learned.
    """
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                value.lerp_(start[name].to(value.device), 0.5)


def _dequantised(graph: Path) -> dict[str, Floats]:
    """Every weight of the graph by the name, and in the shape, that PyTorch gives it."""
    model = onnx.load(str(graph)).graph
    values = {item.name: numpy_helper.to_array(item) for item in model.initializer}
    weights = {name: value for name, value in values.items() if value.dtype == np.float32}
    for name in values:
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            weights[stem] = _restored(values[name], values[f"{stem}_scale"], values[f"{stem}_zero_point"])
    inverses = _smoothing(model, values)
    for node in model.node:  # the exporter renames the matrix of a product, but not the product
        stem = node.input[1].removesuffix("_quantized") if len(node.input) > 1 else ""
        if node.op_type == "MatMulInteger" and stem in weights:
            path = node.name.removesuffix("_quant").strip("/").split("/")[:-1]
            matrix = weights[stem]
            if node.input[0] in inverses:
                matrix = matrix * inverses[node.input[0]][:, None]
            weights[".".join([*path, "weight"])] = matrix.T
    return weights


def _smoothing(model: onnx.GraphProto, values: Mapping[str, NDArray[np.generic]]) -> dict[str, Floats]:
    """The vector by which each quantised activation was multiplied before the export (see smoothing.py)."""
    vectors = {
        node.output[0]: values[node.input[1]].astype(np.float32)
        for node in model.node
        if node.op_type == "Mul" and node.input[1].endswith(SMOOTHING)
    }
    return {
        node.output[0]: vectors[node.input[0]]
        for node in model.node
        if node.op_type == "DynamicQuantizeLinear" and node.input[0] in vectors
    }


def _restored(quantised: NDArray[np.generic], scale: Floats, zero: NDArray[np.generic]) -> Floats:
    result: Floats = (quantised.astype(np.float32) - zero.astype(np.float32)) * scale
    return result
