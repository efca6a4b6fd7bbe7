"""The vectors of a snapshot: what searches them, and what a later build takes over."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.protocol import Floats
from qa_service.index.dense import DenseIndex
from qa_service.index.embedded import Vectors
from qa_service.index.tokens import TokenIndex

FORM = 1
"""Counts up when the files read here, or the vectors that the same text gets, change."""
KEYS, PASSAGES, TOKENS = "keys.txt", "passages.faiss", "tokens"
SENTENCES, QUESTIONS = "sentences", "questions"


@dataclass(frozen=True)
class PartIndex:
    """Vectors of parts of passages; `owners[j]` is the index of the passage that part j belongs to, rising.

    `passages` is how many passages there are: some may have no part.
    """

    dense: DenseIndex
    owners: NDArray[np.int64]
    passages: int

    @classmethod
    def load(cls, folder: Path, name: str, passages: int) -> "PartIndex":
        """Reads what `save` wrote under the same name."""
        return cls(DenseIndex.load(folder / f"{name}.faiss"), np.load(folder / f"{name}.npy"), passages)

    def save(self, folder: Path, name: str) -> None:
        """Writes two files of this name into `folder`."""
        self.dense.save(folder / f"{name}.faiss")
        np.save(folder / f"{name}.npy", self.owners)

    def of(self, passage: int) -> Floats:
        """Vectors of one passage's parts, (k, dimension)."""
        first, last = np.searchsorted(self.owners, [passage, passage + 1])
        return self.dense.rows(int(first), int(last - first))

    def scores(self, query: Floats) -> Floats:
        """For every passage the best cosine of its parts to `query`, (n,).

        A passage without parts gets the lowest cosine of all parts.
        """
        cosines = self.dense.scores(query)
        best = np.full(self.passages, cosines.min(initial=1.0), np.float32)
        starts = np.flatnonzero(np.diff(self.owners, prepend=-1))
        if len(starts):
            best[self.owners[starts]] = np.maximum.reduceat(cosines, starts)
        return best


@dataclass(frozen=True)
class VectorIndexes:
    """In the order of the passages. `keys[i]` names what passage i's vectors were made from."""

    keys: tuple[str, ...]
    dense: DenseIndex
    sentences: PartIndex
    questions: PartIndex
    tokens: TokenIndex

    def by_key(self) -> Mapping[str, Vectors]:
        """What each passage has."""
        return {
            key: Vectors(
                self.dense.rows(place, 1)[0],
                self.sentences.of(place),
                self.tokens.of(place),
                self.questions.of(place),
            )
            for place, key in enumerate(self.keys)
        }


def read_vectors(folder: Path) -> VectorIndexes:
    """Those of a snapshot's folder, whose seal holds and whose vectors are of this FORM."""
    dense = DenseIndex.load(folder / PASSAGES)
    return VectorIndexes(
        keys=tuple((folder / KEYS).read_text().split()),
        dense=dense,
        sentences=PartIndex.load(folder, SENTENCES, len(dense)),
        questions=PartIndex.load(folder, QUESTIONS, len(dense)),
        tokens=TokenIndex.load(folder / TOKENS),
    )
