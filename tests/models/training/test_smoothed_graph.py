import numpy as np
import onnx
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from models.training.smoothing import SMOOTHING, smooth

RNG = np.random.default_rng(3)
MATRICES = {name: RNG.normal(size=(4, 3)).astype(np.float32) for name in ("query", "key")}
LARGE = 1
"""The channel of the input that is far larger than the others."""


def a_graph() -> onnx.ModelProto:
    """Two products of one input, added: x @ query + x @ key."""
    nodes = [
        helper.make_node("Cast", ["ids"], ["x"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["x", "query"], ["q"]),
        helper.make_node("MatMul", ["x", "key"], ["k"]),
        helper.make_node("Add", ["q", "k"], ["sum"]),
    ]
    graph = helper.make_graph(
        nodes,
        "two products",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", 4])],
        [helper.make_tensor_value_info("sum", TensorProto.FLOAT, ["rows", 3])],
        [numpy_helper.from_array(matrix, name) for name, matrix in MATRICES.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def some_rows() -> dict[str, NDArray[np.int64]]:
    rows = RNG.integers(-9, 10, size=(20, 4))
    rows[:, LARGE] *= 100
    return {"ids": rows}


def run(model: onnx.ModelProto, rows: dict[str, NDArray[np.int64]]) -> NDArray[np.float32]:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, dict(rows))[0])


def test_the_smoothed_graph_is_the_same_function() -> None:
    rows, model = some_rows(), a_graph()
    before = run(model, rows)
    smooth(model, [rows])
    onnx.checker.check_model(model)
    assert run(model, rows) == pytest.approx(before, rel=1e-3, abs=1e-2)


def test_products_of_one_activation_share_their_factors() -> None:
    model = a_graph()
    smooth(model, [some_rows()])
    assert [node.op_type for node in model.graph.node] == ["Cast", "Mul", "MatMul", "MatMul", "Add"]


def test_the_outlying_channel_is_divided_most_and_its_weights_take_it_over() -> None:
    model = a_graph()
    smooth(model, [some_rows()])
    values = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    (inverse,) = [value for name, value in values.items() if name.endswith(SMOOTHING)]
    assert int(inverse.argmin()) == LARGE
    for name, matrix in MATRICES.items():
        assert values[name] * inverse[:, None] == pytest.approx(matrix, rel=1e-4)
