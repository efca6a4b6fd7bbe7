"""Encoders over sentence-transformers."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.util import batch_to_device

from qa_service.embedding import bundled
from qa_service.embedding.batching import batches
from qa_service.embedding.models import Features, bundled_models, fingerprint, named_model
from qa_service.embedding.protocol import Encoded, Encoder, Floats, Progress
from qa_service.embedding.text import clean
from qa_service.errors import ModelUnavailable

__all__ = ["Encoded", "Encoder", "Progress", "load_encoder"]

BUNDLED = "bundled"
# The activations of such a batch stay in the caches of a core; measured from 256 to 16,384.
BATCH_TOKENS = 512
# Only the order of texts in batches hangs on it; measured on Kazakh and Russian text.
CHARACTERS_PER_TOKEN = 4
_QUERY_PROMPTS = ("query",)
_PASSAGE_PROMPTS = ("document", "passage", "corpus")

_Group = list[int]
_Parts = tuple[Floats, list[Floats]]
_Map = Callable[[Callable[[_Group], _Parts], list[_Group]], Iterable[_Parts]]


def load_encoder(model: str, cache: Path, threads: int = 2) -> Encoder:
    """The encoder for `model`: "bundled", a sentence-transformers folder or a hub name.

    `cache` is where converted and downloaded models are kept; `threads` is how many one query, or
    many passages, may use. Raises ModelUnavailable when the model cannot be loaded or gives no
    token vectors, StorageFull when the cache cannot be written.
    """
    torch.set_num_threads(threads)
    if model == BUNDLED:
        make = bundled_models(bundled.bundled_folder(cache))
        # A batch on one thread and several at once: no thread waits for another within a batch.
        workers = Workers(lambda: make(1), threads)
        return SentenceEncoder(bundled.NAME, bundled.FINGERPRINT, make(threads), workers)
    named = named_model(model, cache)
    return SentenceEncoder(model, fingerprint(named), named, Workers(lambda: named, 1))


@dataclass(frozen=True)
class Workers:
    """How many batches of passages are encoded at once, and what makes the model for them."""

    make_model: Callable[[], SentenceTransformer]
    count: int


@dataclass(frozen=True)
class _Prompt:
    """What stands before a text, and how many tokens that is, special ones not counted."""

    text: str
    length: int


class SentenceEncoder:
    """A SentenceTransformer with its own prompts as an Encoder."""

    def __init__(self, name: str, fingerprint: str, model: SentenceTransformer, workers: Workers) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self._model = model
        self._workers = workers
        # Tokenizers of the library tokenizers hold their settings for truncation while they run.
        self._tokenizing = Lock()
        self._special = np.array(sorted(model.tokenizer.all_special_ids))
        self._query = self._measured(_prompt(model, _QUERY_PROMPTS))
        self._passage = self._measured(_prompt(model, _PASSAGE_PROMPTS))
        self.dimension = int(self._run(model, [""], self._query)["sentence_embedding"].shape[1])

    def encode_queries(self, texts: Sequence[str]) -> Encoded:
        return self._encode(texts, self._query, self._model, map)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Encoded:
        return self._encode(texts, self._passage, self._passage_model, self._threads.map, progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        features = self._preprocess([clean(text) for text in texts], prompt="")
        return [int(count) for count in self._is_content(features).sum(axis=1)]

    @cached_property
    def _passage_model(self) -> SentenceTransformer:
        """Made when it is first needed: a server that only answers queries does without its memory."""
        return self._workers.make_model()

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        """Always the same ones: new threads would each hold on to memory of their own."""
        return ThreadPoolExecutor(self._workers.count)

    def _encode(
        self,
        texts: Sequence[str],
        prompt: _Prompt,
        model: SentenceTransformer,
        each: _Map,
        progress: Progress | None = None,
    ) -> Encoded:
        cleaned = [clean(text) for text in texts]
        groups = list(batches([len(text) for text in cleaned], BATCH_TOKENS * CHARACTERS_PER_TOKEN))
        vectors = np.empty((len(texts), self.dimension), np.float32)
        tokens: list[Floats] = [vectors] * len(texts)

        def run(group: _Group) -> _Parts:
            return self._parts(self._run(model, [cleaned[index] for index in group], prompt), prompt)

        for group, (wholes, rows) in zip(groups, each(run, groups), strict=True):
            vectors[group] = wholes
            for index, own in zip(group, rows, strict=True):
                tokens[index] = own
            if progress:
                progress(len(group))
        return Encoded(vectors, tuple(tokens))

    @torch.inference_mode()
    def _run(self, model: SentenceTransformer, texts: list[str], prompt: _Prompt) -> Features:
        features = model(batch_to_device(self._preprocess(texts, prompt.text), model.device))
        if "token_embeddings" not in features:
            raise ModelUnavailable(model=self.name, reason="it gives no token vectors")
        return dict(features)

    def _preprocess(self, texts: list[str], prompt: str) -> Features:
        with self._tokenizing:
            return self._model.preprocess(texts, prompt=prompt)

    def _parts(self, features: Features, prompt: _Prompt) -> _Parts:
        # Not in torch: its threads and those of ONNX Runtime, which wait by spinning, share the
        # cores, and the first operation after a run of the graph then takes 5 ms.
        content = self._is_content(features)
        rows = zip(_array(features["token_embeddings"]), content, strict=True)
        vectors = _normalised(_array(features["sentence_embedding"]))
        return vectors, [_normalised(row[kept][prompt.length :]) for row, kept in rows]

    def _is_content(self, features: Features) -> NDArray[np.bool_]:
        ids, mask = (_array(features[name]) for name in ("input_ids", "attention_mask"))
        return mask.astype(bool) & ~np.isin(ids, self._special)

    def _measured(self, prompt: str) -> _Prompt:
        return _Prompt(prompt, int(self._is_content(self._preprocess([""], prompt)).sum()))


def _prompt(model: SentenceTransformer, names: Sequence[str]) -> str:
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _array(tensor: torch.Tensor) -> NDArray[Any]:
    whole = tensor.float() if tensor.is_floating_point() else tensor
    return whole.cpu().numpy()


def _normalised(rows: NDArray[Any]) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)
