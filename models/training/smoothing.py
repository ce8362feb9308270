"""Outlying activations moved into the weights, so that int8 loses little (SmoothQuant: Xiao et al. 2023).

A few channels of an encoder's activations are far larger than the others, and one scale for all of them leaves the
others a handful of steps. Before each product the channels are divided by a factor each and the rows of the matrix
multiplied by it: the result is the same in single precision, and both sides quantise well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Floats = NDArray[np.float32]
Batch = Mapping[str, NDArray[np.int64]]
SMOOTHING = "_smoothing"
"""How the name of a vector of factors ends in the graph; it holds the inverses, by which activations are multiplied."""
SHARE = 0.7
"""Share of a channel's range that the weights take over, 0 to 1; chosen on the validation pairs."""


def smooth(model: onnx.ModelProto, batches: Iterable[Batch], share: float = SHARE) -> None:
    """Rewrite `model` in place: the same function, with ranges evened out as the `batches` of inputs show them.

    Products of one activation with several matrices (query, key and value) share their factors.
    """
    graph = model.graph
    stored = {item.name: item for item in graph.initializer}
    products = _products(graph, stored)
    for name, peaks in _peaks(model, list(products), batches).items():
        nodes = products[name]
        matrices = [numpy_helper.to_array(stored[node.input[1]]) for node in nodes]
        factors = _factors(peaks, matrices, share)
        _insert(graph, name, factors, nodes)
        for node, matrix in zip(nodes, matrices, strict=True):
            scaled = np.asarray(matrix * factors[:, None], np.float32)
            stored[node.input[1]].CopyFrom(numpy_helper.from_array(scaled, node.input[1]))


def _products(graph: onnx.GraphProto, stored: Mapping[str, onnx.TensorProto]) -> dict[str, list[onnx.NodeProto]]:
    """The products with a matrix of weights, by the activation that goes in."""
    products: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in stored and len(stored[node.input[1]].dims) == 2:
            products.setdefault(node.input[0], []).append(node)
    return products


def _peaks(model: onnx.ModelProto, names: Sequence[str], batches: Iterable[Batch]) -> dict[str, Floats]:
    """The largest absolute value of each channel of the activations `names` over the batches."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_empty_tensor_value_info(name) for name in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    wanted = [item.name for item in session.get_inputs()]
    peaks: dict[str, Floats] = {}
    for batch in batches:
        values = session.run(list(names), {name: batch[name] for name in wanted})
        for name, value in zip(names, values, strict=True):
            largest = np.abs(value).reshape(-1, value.shape[-1]).max(axis=0)
            peaks[name] = np.maximum(peaks[name], largest) if name in peaks else largest
    return peaks


def _factors(peaks: Floats, matrices: Sequence[Floats], share: float) -> Floats:
    """One factor a channel, with a geometric mean of 1."""
    weights = np.max([np.abs(matrix).max(axis=1) for matrix in matrices], axis=0)
    factors = np.maximum(peaks, 1e-5) ** share / np.maximum(weights, 1e-5) ** (1 - share)
    return np.asarray(factors / np.exp(np.log(factors).mean()), np.float32)


def _insert(graph: onnx.GraphProto, name: str, factors: Floats, nodes: Sequence[onnx.NodeProto]) -> None:
    """Put the division before the first of the `nodes` and let all of them read its result."""
    stem = name.strip("/").replace("/", ".") + SMOOTHING
    graph.initializer.append(numpy_helper.from_array(1 / factors, stem))
    place = min(number for number, node in enumerate(graph.node) if name in node.input and node in nodes)
    graph.node.insert(place, helper.make_node("Mul", [name, stem], [f"{stem}_out"], name=stem))
    for node in nodes:
        node.input[0] = f"{stem}_out"
