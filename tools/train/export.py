"""Writes the trained network as one ONNX file of 8-bit weights.

The graph is built by hand from ONNX Runtime's fused operators: an exporter and its optimizer would add two
packages and find the same operators. Weights are integers of `BITS` bits with one scale a column; what flows
between them is quantized while it runs (`DynamicQuantizeMatMul`). Embeddings have one scale a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from tools.train.encoder import ATTENTION_HEADS, EPSILON, SIZE

if TYPE_CHECKING:
    from pathlib import Path

    from tools.train.encoder import Encoder, Meanings, Reader

FUSED = "com.microsoft"  # ONNX Runtime's own operators
POSITIONS = 384  # pieces; 1,000 characters of English are about 230
BITS = 7  # kernels without VNNI add two products in 16 bits, which 8-bit weights can overflow


class Graph:
    """Nodes and weights, collected while the network is walked."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: np.ndarray) -> str:
        """Store values under a name."""
        self.weights.append(numpy_helper.from_array(np.array(values, order="C"), name))
        return name

    def add(
        self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: object
    ) -> str:
        """Add an operator with one output."""
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def linear(self, name: str, given: str, matrix: np.ndarray, bias: np.ndarray) -> str:
        """Multiply by a matrix of integers and add a bias."""
        integers, scales = quantized(matrix, axis=0)
        inputs = [
            given,
            self.weight(f"{name}.matrix", integers),
            self.weight(f"{name}.scales", scales),
            self.weight(f"{name}.zeros", np.zeros(len(scales), np.int8)),
            self.weight(f"{name}.bias", bias),
        ]
        return self.add("DynamicQuantizeMatMul", inputs, name, FUSED)


def quantized(matrix: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Return integers and the scales that give the matrix back; `axis` is the one that a scale spans."""
    limit = 2 ** (BITS - 1) - 1
    scales = np.maximum(np.abs(matrix).max(axis=axis), 1e-8).astype(np.float32) / limit
    integers = np.round(matrix / np.expand_dims(scales, axis))
    return np.clip(integers, -limit, limit).astype(np.int8), scales


def export(reader: Reader, path: Path, temperature: float, properties: dict[str, str]) -> None:
    """Write the network; the command's logits come out divided by `temperature`."""
    graph, weights, states = _encoder(reader)
    sizes = {name: head.out_features for name, head in reader.heads.items()}
    tag_sizes = {name: head.out_features for name, head in reader.tags.items()}
    _heads(graph, weights, states, (sizes, tag_sizes), temperature)
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", s]) for n, s in sizes.items()]
    outputs += [
        helper.make_tensor_value_info(n, TensorProto.FLOAT, ["batch", "length", s])
        for n, s in tag_sizes.items()
    ]
    _write(graph, path, ["numbers", "segments"], outputs, properties)


def export_meanings(meanings: Meanings, path: Path, properties: dict[str, str]) -> None:
    """Write the network; its vectors come out without being scaled to length 1."""
    graph, weights, states = _encoder(meanings)
    _mean(graph, states)
    graph.add(
        "MatMul", ["average", graph.weight("kept", weights["kept.weight"].T.astype(np.float32))], "meaning"
    )
    outputs = [helper.make_tensor_value_info("meaning", TensorProto.FLOAT, ["batch", SIZE])]
    _write(graph, path, ["numbers", "segments"], outputs, properties)


def _encoder(network: Encoder) -> tuple[Graph, dict[str, np.ndarray], str]:
    """Return the graph of the encoder, all weights by name, and the output of the last layer."""
    weights = {
        name: value.detach().numpy().astype(np.float32) for name, value in network.state_dict().items()
    }
    graph = Graph()
    states = _embed(graph, weights)
    for number in range(len(network.layers)):
        states = _layer(graph, weights, number, states)
    return graph, weights, states


def _write(
    graph: Graph,
    path: Path,
    inputs: list[str],
    outputs: list[onnx.ValueInfoProto],
    properties: dict[str, str],
) -> None:
    integers = [helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in inputs]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "wordwire", integers, outputs, graph.weights),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)],
        ir_version=8,
        producer_name="wordwire",
    )
    helper.set_model_props(model, properties)
    path.write_bytes(model.SerializeToString(deterministic=True))


def _embed(graph: Graph, weights: dict[str, np.ndarray]) -> str:
    integers, scales = quantized(weights["words.weight"], axis=1)
    graph.weight("words.integers", integers)
    graph.weight("words.scales", scales[:, None])
    graph.weight("positions", weights["positions.weight"][:POSITIONS])
    graph.weight("segment.rows", weights["segments.weight"])
    for name, value in (("zero", [0]), ("one", [1]), ("two", [2])):
        graph.weight(name, np.array(value, np.int64))
    graph.add("Gather", ["words.integers", "numbers"], "word.integers")
    graph.add("Cast", ["word.integers"], "word.floats", to=TensorProto.FLOAT)
    graph.add("Gather", ["words.scales", "numbers"], "word.scales")
    graph.add("Mul", ["word.floats", "word.scales"], "word.rows")
    graph.add("Shape", ["numbers"], "length", start=1, end=2)
    graph.add("Slice", ["positions", "zero", "length", "zero"], "position.rows")
    graph.add("Gather", ["segment.rows", "segments"], "segment.added")
    graph.add("Add", ["word.rows", "position.rows"], "placed")
    graph.add("Add", ["placed", "segment.added"], "embedded")
    graph.add("Cast", ["numbers"], "known", to=TensorProto.BOOL)  # 0 is [PAD]
    graph.add("Cast", ["known"], "mask", to=TensorProto.INT32)
    norm = [graph.weight(f"norm.{kind}", weights[f"norm.{kind}"]) for kind in ("weight", "bias")]
    return graph.add("LayerNormalization", ["embedded", *norm], "states", epsilon=EPSILON)


def _layer(graph: Graph, weights: dict[str, np.ndarray], number: int, states: str) -> str:
    at = f"layers.{number}"

    def norm(which: str, residual: str, given: str) -> str:
        inputs = [
            given,
            residual,
            *(graph.weight(f"{at}.{which}.{k}", weights[f"{at}.{which}.{k}"]) for k in ("weight", "bias")),
        ]
        return graph.add("SkipLayerNormalization", inputs, f"{at}.{which}", FUSED, epsilon=EPSILON)

    parts = [f"{at}.{name}" for name in ("query", "key", "value")]
    together = graph.linear(
        f"{at}.parts",
        states,
        np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1),
        np.concatenate([weights[f"{part}.bias"] for part in parts]),
    )
    graph.nodes.append(helper.make_node("Split", [together], parts, axis=2))
    mixed = graph.add(
        "MultiHeadAttention", [*parts, "", "mask"], f"{at}.mixed", FUSED, num_heads=ATTENTION_HEADS
    )
    joined = graph.linear(
        f"{at}.joined", mixed, weights[f"{at}.joined.weight"].T, weights[f"{at}.joined.bias"]
    )
    states = norm("norm1", states, joined)
    inner = graph.linear(f"{at}.inner", states, weights[f"{at}.inner.weight"].T, weights[f"{at}.inner.bias"])
    bent = graph.add("Gelu", [inner], f"{at}.bent", FUSED)
    outer = graph.linear(f"{at}.outer", bent, weights[f"{at}.outer.weight"].T, weights[f"{at}.outer.bias"])
    return norm("norm2", states, outer)


def _mean(graph: Graph, states: str) -> None:
    """Add the mean of the tokens' states, as "average"."""
    graph.add("Cast", ["known"], "share", to=TensorProto.FLOAT)
    graph.add("Unsqueeze", ["share", "two"], "shares")
    graph.add("Mul", [states, "shares"], "shared")
    graph.add("ReduceSum", ["shared", "one"], "sum", keepdims=0)
    graph.add("ReduceSum", ["share", "one"], "count", keepdims=1)
    graph.add("Div", ["sum", "count"], "average")


def _heads(
    graph: Graph,
    weights: dict[str, np.ndarray],
    states: str,
    sizes: tuple[dict[str, int], dict[str, int]],
    temperature: float,
) -> None:
    graph.weight("first", np.array(0, np.int64))
    graph.add("Gather", [states, "first"], "start", axis=1)
    _mean(graph, states)
    graph.add("Concat", ["start", "average"], "sentence", axis=1)
    for kind, given, names in (("heads", "sentence", sizes[0]), ("tags", states, sizes[1])):
        divisors = {name: temperature if name == "command" else 1.0 for name in names}
        matrix = np.concatenate(
            [weights[f"{kind}.{name}.weight"].T / divisors[name] for name in names], axis=1
        )
        bias = np.concatenate([weights[f"{kind}.{name}.bias"] / divisors[name] for name in names])
        graph.add(
            "MatMul", [given, graph.weight(f"{kind}.matrix", matrix.astype(np.float32))], f"{kind}.product"
        )
        graph.add(
            "Add", [f"{kind}.product", graph.weight(f"{kind}.bias", bias.astype(np.float32))], f"{kind}.all"
        )
        graph.weight(f"{kind}.sizes", np.array(list(names.values()), np.int64))
        graph.nodes.append(helper.make_node("Split", [f"{kind}.all", f"{kind}.sizes"], list(names), axis=-1))
