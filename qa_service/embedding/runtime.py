"""Runs the bundled model's graph. The one importer of onnxruntime."""

import json
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from qa_service.embedding.conversion import GRAPH, UNIGRAM
from qa_service.embedding.graph import INPUTS, OUTPUT, integer_product
from qa_service.embedding.protocol import Floats
from qa_service.embedding.unigram import UnigramTokenizer


def load_tokenizer(folder: Path) -> UnigramTokenizer:
    """The tokenizer of a converted folder."""
    return UnigramTokenizer(**json.loads((folder / UNIGRAM).read_bytes()))


class Graph:
    """The graph of a converted folder, ready to run; safe to call from several threads."""

    def __init__(self, folder: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # An arena never gives back what the largest batch took; without it a query costs as much.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            folder / GRAPH, options, providers=["CPUExecutionProvider"]
        )

    def run(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Floats:
        """Token vectors (batch, tokens, hidden), as they are, for ids and attention mask (batch, tokens)."""
        (vectors,) = self._session.run([OUTPUT], dict(zip(INPUTS, (ids, mask), strict=True)))
        return np.asarray(vectors, dtype=np.float32)


class IntegerProduct:
    """Multiplies 8-bit matrices, which no other library here does with the processor's own instructions."""

    def __init__(self, width: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            integer_product(width), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, codes: NDArray[np.uint8], query: NDArray[np.int8]) -> NDArray[np.int32]:
        """`codes` (n, width) times the transpose of `query` (m, width): (n, m).

        Exact on every processor while the query's values stay within 63 of 0; beyond that, sums of
        16 bits overflow on those without the VNNI instructions.
        """
        feed = {"codes": codes, "query": np.ascontiguousarray(query.T)}
        return np.asarray(self._session.run(None, feed)[0], dtype=np.int32)
