"""Words. The one importer of bm25s."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.protocol import Floats

SATURATION = 0.9
LENGTH_WEIGHT = 0.6
# bm25s cannot index a field in which no passage has a token.
_FILLER = "\x00"


class Field(StrEnum):
    """What is counted: the passage's text with its context, or its questions."""

    BODY = "body"
    QUESTION = "question"


@dataclass(frozen=True)
class LexicalIndex:
    """BM25 over each field; Robertson and Zaragoza 2009, https://doi.org/10.1561/1500000019."""

    engines: Mapping[Field, bm25s.BM25]

    @classmethod
    def build(cls, fields: Mapping[Field, Sequence[Sequence[str]]]) -> "LexicalIndex":
        """`fields` holds, for each field, the tokens of every passage in order."""
        return cls({field: _engine(passages) for field, passages in fields.items()})

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Reads what `save` wrote."""
        return cls({field: bm25s.BM25.load(folder / field, show_progress=False) for field in Field})

    def save(self, folder: Path) -> None:
        """Writes a folder for each field below `folder`."""
        for field, engine in self.engines.items():
            engine.save(folder / field, show_progress=False)

    def scores(self, tokens: Mapping[str, float], field: Field = Field.BODY) -> Floats:
        """BM25 of every passage, (n,), for query tokens with their weights; unknown tokens count 0."""
        engine = self.engines[field]
        columns = list(_columns(engine, tokens))
        if not columns:
            return np.zeros(engine.scores["num_docs"], np.float32)
        places = np.concatenate([places for _, places, _ in columns])
        values = np.concatenate([tokens[token] * values for token, _, values in columns])
        return np.bincount(places, values, engine.scores["num_docs"]).astype(np.float32)

    def holding(self, tokens: Iterable[str]) -> NDArray[np.bool_]:
        """Whether the body of each passage, (n,), has any of the tokens."""
        engine = self.engines[Field.BODY]
        held = np.zeros(engine.scores["num_docs"], np.bool_)
        for _, places, _ in _columns(engine, tokens):
            held[places] = True
        return held


def _engine(passages: Sequence[Sequence[str]]) -> bm25s.BM25:
    engine = bm25s.BM25(k1=SATURATION, b=LENGTH_WEIGHT)
    tokens = [list(passage) for passage in passages]
    if not any(tokens):
        tokens[0] = [_FILLER]
    engine.index(tokens, show_progress=False)
    return engine


def _columns(engine: bm25s.BM25, tokens: Iterable[str]) -> Iterator[tuple[str, NDArray[np.int32], Floats]]:
    """Each known token with the passages that have it and what it adds to their scores.

    The library's own search adds up one list of equally weighted tokens over all passages; going to the
    columns of its matrix takes a query with many weights one pass over what its tokens touch.
    """
    data, indices, starts = (engine.scores[name] for name in ("data", "indices", "indptr"))
    # bm25s gives the blank token a number that its matrix does not have.
    for token in filter(None, tokens):
        number = engine.vocab_dict.get(token)
        if number is not None:
            column = slice(starts[number], starts[number + 1])
            yield token, indices[column], data[column]
