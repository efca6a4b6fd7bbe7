"""Encoders over sentence-transformers, whose one importer this is."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling
from sentence_transformers.util import batch_to_device

from qa_service.embedding import bundled
from qa_service.embedding.batching import batches
from qa_service.embedding.protocol import Encoded, Encoder, Floats, Progress
from qa_service.embedding.runtime import Graph, load_tokenizer
from qa_service.embedding.text import clean
from qa_service.errors import ModelUnavailable

__all__ = ["Encoded", "Encoder", "Progress", "load_encoder"]

BUNDLED = "bundled"
BATCH_TOKENS = 1024
# Only the order of texts in batches hangs on it; measured on Kazakh and Russian text.
CHARACTERS_PER_TOKEN = 4
_QUERY_PROMPTS = ("query",)
_PASSAGE_PROMPTS = ("document", "passage", "corpus")

_Features = dict[str, Any]


@dataclass(frozen=True)
class _Prompt:
    """What stands before a text, and how many tokens that is, special ones not counted."""

    text: str
    length: int


def load_encoder(model: str, cache: Path, threads: int = 2) -> Encoder:
    """The encoder for `model`: "bundled", a sentence-transformers folder or a hub name.

    `cache` is where converted and downloaded models are kept; `threads` is how many one text or
    batch may use. Raises ModelUnavailable when the model cannot be loaded or gives no token
    vectors, StorageFull when the cache is full.
    """
    torch.set_num_threads(threads)
    if model == BUNDLED:
        folder = bundled.bundled_folder(cache)
        return SentenceEncoder(bundled.NAME, bundled.FINGERPRINT, _bundled_transformer(folder, threads))
    try:
        transformer = SentenceTransformer(model, cache_folder=str(cache), device="cpu")
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as fault:
        raise ModelUnavailable(model=model, reason=str(fault).strip().split("\n")[0]) from fault
    return SentenceEncoder(model, _fingerprint(transformer), transformer)


class GraphTransformer(InputModule):
    """The first module of a SentenceTransformer: ONNX Runtime in the place of a torch model."""

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # untyped in sentence-transformers
        self.tokenizer: Any = load_tokenizer(folder)
        self.max_seq_length = 512
        self._graph = Graph(folder, threads)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> _Features:
        rows = [self.tokenizer.encode((prompt or "") + text, self.max_seq_length) for text in inputs]
        ids, mask = np.zeros((2, len(rows), max(map(len, rows))), np.int64)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
            mask[place, : len(row)] = 1
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    def forward(self, features: _Features, **_: Any) -> _Features:
        vectors = self._graph.run(features["input_ids"].numpy(), features["attention_mask"].numpy())
        return features | {"token_embeddings": torch.from_numpy(vectors)}

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """The converted folder is the saved form."""


class SentenceEncoder:
    """A SentenceTransformer with its own prompts as an Encoder."""

    def __init__(self, name: str, fingerprint: str, model: SentenceTransformer) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self._model = model
        # Tokenizers of the library tokenizers hold their settings for truncation while they run.
        self._tokenizing = Lock()
        self._special = np.array(sorted(model.tokenizer.all_special_ids))
        self._query = self._measured(_prompt(model, _QUERY_PROMPTS))
        self._passage = self._measured(_prompt(model, _PASSAGE_PROMPTS))
        self.dimension = int(self._run([""], self._query.text)["sentence_embedding"].shape[1])

    def encode_queries(self, texts: Sequence[str]) -> Encoded:
        return self._encode(texts, self._query, None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Encoded:
        return self._encode(texts, self._passage, progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        features = self._preprocess([clean(text) for text in texts], prompt="")
        return [int(count) for count in self._is_content(features).sum(axis=1)]

    def _encode(self, texts: Sequence[str], prompt: _Prompt, progress: Progress | None) -> Encoded:
        cleaned = [clean(text) for text in texts]
        vectors: list[Floats] = [np.empty(0, np.float32)] * len(texts)
        tokens = list(vectors)
        for batch in batches([len(text) for text in cleaned], BATCH_TOKENS * CHARACTERS_PER_TOKEN):
            features = self._run([cleaned[index] for index in batch], prompt.text)
            for index, vector, rows in zip(batch, *self._parts(features, prompt.length), strict=True):
                vectors[index], tokens[index] = vector, rows
            if progress:
                progress(len(batch))
        return Encoded(np.array(vectors, np.float32).reshape(-1, self.dimension), tuple(tokens))

    @torch.inference_mode()
    def _run(self, texts: list[str], prompt: str) -> _Features:
        features = self._preprocess(texts, prompt)
        features = self._model(batch_to_device(features, self._model.device))
        if "token_embeddings" not in features:
            raise ModelUnavailable(model=self.name, reason="it gives no token vectors")
        return dict(features)

    def _preprocess(self, texts: list[str], prompt: str) -> _Features:
        with self._tokenizing:
            return self._model.preprocess(texts, prompt=prompt)

    def _parts(self, features: _Features, skipped: int) -> tuple[Floats, list[Floats]]:
        # Not in torch: its threads and those of ONNX Runtime, which wait by spinning, share the
        # cores, and the first operation after a run of the graph then takes 5 ms.
        content = self._is_content(features)
        rows = zip(_array(features["token_embeddings"]), content, strict=True)
        vectors = _normalised(_array(features["sentence_embedding"]))
        return vectors, [_normalised(row[kept][skipped:]) for row, kept in rows]

    def _is_content(self, features: _Features) -> NDArray[np.bool_]:
        ids, mask = (_array(features[name]) for name in ("input_ids", "attention_mask"))
        return mask.astype(bool) & ~np.isin(ids, self._special)

    def _measured(self, prompt: str) -> _Prompt:
        return _Prompt(prompt, int(self._is_content(self._preprocess([""], prompt)).sum()))


def _bundled_transformer(folder: Path, threads: int) -> SentenceTransformer:
    graph = GraphTransformer(folder, threads)
    settings = json.loads((folder / "config_sentence_transformers.json").read_bytes())
    width = json.loads((folder / "config.json").read_bytes())["hidden_size"]
    modules = [graph, Pooling(width, pooling_mode="mean"), Normalize()]
    return SentenceTransformer(modules=modules, device="cpu", prompts=settings["prompts"])


def _prompt(model: SentenceTransformer, names: Sequence[str]) -> str:
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _array(tensor: torch.Tensor) -> NDArray[Any]:
    whole = tensor.float() if tensor.is_floating_point() else tensor
    return whole.cpu().numpy()


def _normalised(rows: NDArray[Any]) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)


def _fingerprint(model: SentenceTransformer) -> str:
    """Over every weight, the prompts and the limit of length."""
    digest = hashlib.sha256(json.dumps([model.prompts, model.max_seq_length], sort_keys=True).encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.contiguous().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
