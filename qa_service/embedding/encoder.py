"""Encoders: texts in batches through a model, prompts and special tokens taken out of what comes back."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa_service.embedding import bundled
from qa_service.embedding.batching import batches
from qa_service.embedding.graph_model import graph_models
from qa_service.embedding.model import Features, Model, Tokens, Workers
from qa_service.embedding.over_torch import named_model
from qa_service.embedding.protocol import Encoded, Encoder, Floats, Progress
from qa_service.embedding.text import clean

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
    if model == BUNDLED:
        make = graph_models(bundled.bundled_folder(cache))
        # A batch on one thread and several at once: no thread waits for another within a batch.
        workers = Workers(lambda: make(1), threads)
        return BatchEncoder(bundled.NAME, bundled.FINGERPRINT, make(threads), workers)
    named, fingerprint = named_model(model, cache, threads)
    return BatchEncoder(model, fingerprint, named, Workers(lambda: named, 1))


@dataclass(frozen=True)
class _Prompt:
    """What stands before a text, and how many tokens that is, special ones not counted."""

    text: str
    length: int


class BatchEncoder:
    """A Model with its own prompts as an Encoder."""

    def __init__(self, name: str, fingerprint: str, model: Model, workers: Workers) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self._model = model
        self._workers = workers
        self._query = self._measured(_prompt(model, _QUERY_PROMPTS))
        self._passage = self._measured(_prompt(model, _PASSAGE_PROMPTS))
        self.dimension = int(model.read([""], self._query.text).wholes.shape[1])

    def encode_queries(self, texts: Sequence[str]) -> Encoded:
        return self._encode(texts, self._query, self._model, map)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Encoded:
        return self._encode(texts, self._passage, self._passage_model, self._threads.map, progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        tokens = self._model.cut([clean(text) for text in texts], "")
        return [int(count) for count in self._is_content(tokens).sum(axis=1)]

    @cached_property
    def _passage_model(self) -> Model:
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
        model: Model,
        each: _Map,
        progress: Progress | None = None,
    ) -> Encoded:
        cleaned = [clean(text) for text in texts]
        groups = list(batches([len(text) for text in cleaned], BATCH_TOKENS * CHARACTERS_PER_TOKEN))
        vectors = np.empty((len(texts), self.dimension), np.float32)
        tokens: list[Floats] = [vectors] * len(texts)

        def run(group: _Group) -> _Parts:
            return self._parts(model.read([cleaned[index] for index in group], prompt.text), prompt)

        for group, (wholes, rows) in zip(groups, each(run, groups), strict=True):
            vectors[group] = wholes
            for index, own in zip(group, rows, strict=True):
                tokens[index] = own
            if progress:
                progress(len(group))
        return Encoded(vectors, tuple(tokens))

    def _parts(self, features: Features, prompt: _Prompt) -> _Parts:
        # Not in torch: its threads and those of ONNX Runtime, which wait by spinning, share the
        # cores, and the first operation after a run of the graph then takes 5 ms.
        rows = zip(features.rows, self._is_content(features.tokens), strict=True)
        return _normalised(features.wholes), [_normalised(row[kept][prompt.length :]) for row, kept in rows]

    def _is_content(self, tokens: Tokens) -> NDArray[np.bool_]:
        return tokens.mask & ~np.isin(tokens.ids, self._model.special_ids)

    def _measured(self, prompt: str) -> _Prompt:
        return _Prompt(prompt, int(self._is_content(self._model.cut([""], prompt)).sum()))


def _prompt(model: Model, names: Sequence[str]) -> str:
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _normalised(rows: NDArray[Any]) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)
