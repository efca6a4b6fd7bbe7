"""The bundled model as its graph runs it: no torch, whose import takes longer than many an answer."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.model import Features, Model, Tokens
from qa_service.embedding.protocol import Floats
from qa_service.embedding.runtime import Graph, load_tokenizer
from qa_service.embedding.unigram import UnigramTokenizer

MOST_TOKENS = 512


class GraphModel:
    """A graph of token vectors with its tokenizer; a text's vector is their mean."""

    def __init__(self, tokenizer: UnigramTokenizer, graph: Graph, prompts: Mapping[str, str]) -> None:
        self.prompts = prompts
        self.special_ids: NDArray[Any] = np.array(sorted(tokenizer.all_special_ids))
        self._tokenizer = tokenizer
        self._graph = graph

    def cut(self, texts: list[str], prompt: str) -> Tokens:
        rows = [self._tokenizer.encode(prompt + text, MOST_TOKENS) for text in texts]
        return _padded(rows)

    def read(self, texts: list[str], prompt: str) -> Features:
        tokens = self.cut(texts, prompt)
        rows = self._graph.run(tokens.ids, tokens.mask.astype(np.int64))
        return Features(tokens, rows, _means(rows, tokens.mask))


def _padded(rows: Sequence[Sequence[int]]) -> Tokens:
    ids = np.zeros((len(rows), max(map(len, rows))), np.int64)
    mask = np.zeros(ids.shape, np.bool_)
    for place, row in enumerate(rows):
        ids[place, : len(row)] = row
        mask[place, : len(row)] = True
    return Tokens(ids, mask)


def _means(rows: Floats, mask: NDArray[np.bool_]) -> Floats:
    """The mean of each text's rows; every text has some, for special tokens count."""
    weights = mask[..., None].astype(np.float32)
    return np.asarray((rows * weights).sum(axis=1) / weights.sum(axis=1), dtype=np.float32)


def graph_models(folder: Path) -> Callable[[int], Model]:
    """Makes a model of a converted folder for so many threads; all that it makes share one tokenizer."""
    tokenizer = load_tokenizer(folder)
    prompts = json.loads((folder / "config_sentence_transformers.json").read_bytes())["prompts"]
    return lambda threads: GraphModel(tokenizer, Graph(folder, threads), prompts)
