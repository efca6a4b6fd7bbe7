"""Builds the encoder as an ONNX graph that keeps the 4-bit weights as they are.

The one importer of onnx. Operators of the domain com.microsoft are those of ONNX Runtime:
https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from qa_service.embedding.packed import BLOCK, Packed, Quantised

RUNTIME = "com.microsoft"
BITS = 4
# Activations in 8 bits: the fastest of ONNX Runtime's four ways, cosine 0.9999 to float32.
ACCURACY_LEVEL = 4
INPUTS = ("input_ids", "attention_mask")
OUTPUT = "token_embeddings"


def write_graph(packed: Packed, file: Path) -> None:
    """Writes `file` and beside it `<file>.data`, which ONNX Runtime maps instead of reading."""
    onnx.save_model(
        _model(_Graph(packed).build()), str(file), save_as_external_data=True, location=f"{file.name}.data"
    )


def integer_product(width: int) -> bytes:
    """A graph that multiplies `codes` (n, width) uint8 by `query` (width, m) int8 into int32 (n, m)."""
    inputs = [
        helper.make_tensor_value_info("codes", TensorProto.UINT8, ["n", width]),
        helper.make_tensor_value_info("query", TensorProto.INT8, [width, "m"]),
    ]
    output = helper.make_tensor_value_info("product", TensorProto.INT32, ["n", "m"])
    node = helper.make_node("MatMulInteger", ["codes", "query"], ["product"])
    graph = helper.make_graph([node], "integer_product", inputs, [output])
    return bytes(_model(graph).SerializeToString())


class _Graph:
    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def build(self) -> onnx.GraphProto:
        hidden = self._embed()
        for layer in range(self.packed.shape.layers):
            hidden = self._layer(f"l{layer}", hidden)
        self._add("Identity", [hidden], OUTPUT)
        sides = ["batch", "tokens"]
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, sides) for name in INPUTS]
        width = self.packed.shape.hidden
        output = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [*sides, width])
        return helper.make_graph(self.nodes, "encoder", inputs, [output], self.constants)

    def _embed(self) -> str:
        vectors = self.packed.vectors
        self._constant("zero", np.array([0]))
        self._add("Cast", [INPUTS[1]], "mask", to=TensorProto.INT32)
        self._add("Shape", [INPUTS[0]], "length", start=1, end=2)
        self._add("Slice", [self._positions(), "zero", "length", "zero"], "place")
        self._add("Add", [self._words(), "place"], "embedded")
        norms = [self._constant(name, vectors[name]) for name in ("emb.ln.w", "emb.ln.b")]
        epsilon = self.packed.shape.epsilon
        return self._add("LayerNormalization", ["embedded", *norms], "start", axis=-1, epsilon=epsilon)

    def _words(self) -> str:
        table = self.packed.matrices["emb.word"]
        # Unsigned q as the signed q - 8 in 4 bits: the highest bit turns over.
        signed = table.quants.reshape(len(table.quants), -1) ^ np.uint8(8)
        sides = [len(signed), self.packed.shape.hidden]
        self.constants.append(
            helper.make_tensor("emb.word", TensorProto.INT4, sides, _pairs(signed).tobytes(), raw=True)
        )
        inputs = ["emb.word", INPUTS[0], self._constant("emb.word.scales", table.scales)]
        axes = {"gather_axis": 0, "quantize_axis": 1, "block_size": BLOCK}
        half = self._add("GatherBlockQuantized", inputs, "words.half", RUNTIME, **axes)
        return self._add("Cast", [half], "words", to=TensorProto.FLOAT)

    def _positions(self) -> str:
        """Position vectors with that of token type 0, the only one in use, added in."""
        vectors, width = self.packed.vectors, self.packed.shape.hidden
        return self._constant("places", vectors["emb.pos"].reshape(-1, width) + vectors["emb.type"][:width])

    def _layer(self, name: str, hidden: str) -> str:
        context = self._attention(name, hidden)
        summed = self._add_and_norm(name, "ao", "aln", [self._matmul([f"{name}.ao"], context), hidden])
        inner = self._matmul([f"{name}.fi"], summed)
        active = self._add("BiasGelu", [inner, self._bias([f"{name}.fi"])], f"{name}.gelu", RUNTIME)
        return self._add_and_norm(name, "fo", "oln", [self._matmul([f"{name}.fo"], active), summed])

    def _attention(self, name: str, hidden: str) -> str:
        parts = [f"{name}.{part}" for part in "qkv"]
        together = self._matmul(parts, hidden)
        heads = [f"{part}.part" for part in parts]
        self.nodes.append(helper.make_node("Split", [together], heads, axis=-1, num_outputs=3))
        inputs = [*heads, self._bias(parts), "mask"]
        heads_count = self.packed.shape.heads
        return self._add("MultiHeadAttention", inputs, f"{name}.context", RUNTIME, num_heads=heads_count)

    def _add_and_norm(self, name: str, dense: str, norm: str, inputs: list[str]) -> str:
        weights = [
            self._constant(f"{name}.{norm}.{part}", self.packed.vectors[f"{name}.{norm}.{part}"])
            for part in "wb"
        ]
        inputs = [*inputs, *weights, self._bias([f"{name}.{dense}"])]
        epsilon = self.packed.shape.epsilon
        return self._add("SkipLayerNormalization", inputs, f"{name}.{norm}", RUNTIME, epsilon=epsilon)

    def _matmul(self, names: list[str], hidden: str) -> str:
        """Multiplies by the matrices of `names`, laid side by side; their biases are added elsewhere."""
        parts = [self.packed.matrices[f"{name}.w"] for name in names]
        whole = Quantised(
            np.concatenate([part.scales for part in parts]), np.concatenate([part.quants for part in parts])
        )
        rows, blocks, _ = whole.quants.shape
        weights = self._constant(f"{names[0]}.w", _pairs(whole.quants))
        scales = self._constant(f"{names[0]}.scales", whole.scales.astype(np.float32).ravel())
        sizes = {"N": rows, "K": blocks * BLOCK, "bits": BITS, "block_size": BLOCK}
        inputs, output = [hidden, weights, scales], f"{names[0]}.product"
        return self._add("MatMulNBits", inputs, output, RUNTIME, **sizes, accuracy_level=ACCURACY_LEVEL)

    def _bias(self, names: list[str]) -> str:
        values = np.concatenate([self.packed.vectors[f"{name}.b"] for name in names])
        return self._constant(f"{names[0]}.b", values)

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _add(self, operator: str, inputs: list[str], output: str, domain: str = "", **settings: Any) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **settings))
        return output


def _model(graph: onnx.GraphProto) -> onnx.ModelProto:
    operators = [helper.make_opsetid("", 21), helper.make_opsetid(RUNTIME, 1)]
    return helper.make_model(graph, opset_imports=operators, ir_version=10)


def _pairs(quants: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Two neighbours in a byte, the first in its low half."""
    low, high = quants[..., 0::2], quants[..., 1::2]
    return np.asarray(low | (high << np.uint8(4)), dtype=np.uint8)
