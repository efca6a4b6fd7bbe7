"""Makes SentenceTransformers: the bundled model over ONNX Runtime, any other one over torch.

This and `encoder` are the importers of sentence_transformers.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

from qa_service.embedding.runtime import Graph, load_tokenizer
from qa_service.embedding.unigram import UnigramTokenizer
from qa_service.errors import ModelUnavailable

Features = dict[str, Any]


class GraphTransformer(InputModule):
    """The first module of a SentenceTransformer: ONNX Runtime in the place of a torch model."""

    def __init__(self, tokenizer: UnigramTokenizer, graph: Graph) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # untyped in sentence-transformers
        self.tokenizer: Any = tokenizer
        self.max_seq_length = 512
        self._graph = graph

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> Features:
        rows = [self.tokenizer.encode((prompt or "") + text, self.max_seq_length) for text in inputs]
        ids, mask = np.zeros((2, len(rows), max(map(len, rows))), np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
            mask[place, : len(row)] = 1
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    def forward(self, features: Features, **_: Any) -> Features:
        vectors = self._graph.run(features["input_ids"].numpy(), features["attention_mask"].numpy())
        return features | {"token_embeddings": torch.from_numpy(vectors)}

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """The converted folder is the saved form."""


def bundled_models(folder: Path) -> Callable[[int], SentenceTransformer]:
    """Makes a model of a converted folder for so many threads; all that it makes share one tokenizer."""
    tokenizer = load_tokenizer(folder)
    settings = json.loads((folder / "config_sentence_transformers.json").read_bytes())
    width = json.loads((folder / "config.json").read_bytes())["hidden_size"]

    def make(threads: int) -> SentenceTransformer:
        first = GraphTransformer(tokenizer, Graph(folder, threads))
        modules = [first, Pooling(width, pooling_mode="mean"), Normalize()]
        return SentenceTransformer(modules=modules, device="cpu", prompts=settings["prompts"])

    return make


def named_model(name: str, cache: Path) -> SentenceTransformer:
    """A model by hub name or folder. Raises ModelUnavailable."""
    try:
        return SentenceTransformer(name, cache_folder=str(cache), device="cpu")
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as fault:
        raise ModelUnavailable(model=name, reason=str(fault).strip().split("\n")[0]) from fault


def fingerprint(model: SentenceTransformer) -> str:
    """Over every weight, the prompts and the limit of length."""
    digest = hashlib.sha256(json.dumps([model.prompts, model.max_seq_length], sort_keys=True).encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.contiguous().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
