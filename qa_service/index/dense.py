"""Nearest vectors. The one importer of faiss."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.protocol import Floats

EXACT_UP_TO = 50_000
# Neighbours of a node, and how many are weighed when building and searching: the values that faiss
# recommends for recall above .95, https://github.com/facebookresearch/faiss/wiki/Guidelines-to-choose-an-index
GRAPH_NEIGHBOURS = 32
GRAPH_BUILD_REACH = 80
GRAPH_SEARCH_REACH = 256


class DenseKind(StrEnum):
    """How vectors are searched."""

    EXACT = "exact"
    GRAPH = "hnsw"


def choose_kind(count: int) -> DenseKind:
    """Exact while comparing with every vector takes a few milliseconds; a graph of neighbours above."""
    return DenseKind.EXACT if count <= EXACT_UP_TO else DenseKind.GRAPH


@dataclass(frozen=True)
class DenseIndex:
    """Vectors of length 1, (n, dimension), searched by inner product, which is then the cosine."""

    engine: faiss.Index

    @classmethod
    def build(cls, vectors: Floats, kind: DenseKind) -> "DenseIndex":
        """An index of the rows of `vectors`, float32 and contiguous."""
        width = vectors.shape[1]
        engine = faiss.IndexFlatIP(width) if kind is DenseKind.EXACT else _graph(width)
        engine.add(vectors)
        return cls(engine)

    @classmethod
    def load(cls, file: Path) -> "DenseIndex":
        """Reads what `save` wrote."""
        return cls(faiss.deserialize_index(np.fromfile(file, np.uint8)))

    def save(self, file: Path) -> None:
        """Writes the index; a full disk is an OSError, which faiss' own writer does not raise."""
        file.write_bytes(faiss.serialize_index(self.engine).tobytes())

    def __len__(self) -> int:
        return int(self.engine.ntotal)

    def vectors(self) -> Floats:
        """Every vector, (n, dimension), in the order they were given."""
        return self.rows(0, len(self))

    def rows(self, first: int, count: int) -> Floats:
        """`count` vectors from the one at index `first` on."""
        return np.asarray(self.engine.reconstruct_n(first, count), dtype=np.float32)

    def search(self, query: Floats, limit: int) -> tuple[NDArray[np.int64], Floats]:
        """Indexes and cosines of the vectors nearest to `query` (dimension,), best first, at most `limit`."""
        # faiss refuses to look for none.
        cosines, found = self.engine.search(query[None], max(1, min(limit, len(self))))
        kept = found[0] >= 0
        return found[0][kept], cosines[0][kept]

    def scores(self, query: Floats) -> Floats:
        """Cosine of every vector to `query`, (n,).

        Those that a graph does not reach get the lowest cosine that it found.
        """
        if self._rows is not None:
            # A search of faiss would sort them all, which takes longer than to compare them. A product
            # of matrices would wait for a second thread, 20 ms where the cores are busy.
            return np.asarray(np.einsum("ij,j->i", self._rows, query), dtype=np.float32)
        found, cosines = self.search(query, len(self))
        scores = np.full(len(self), cosines.min(initial=1.0), np.float32)
        scores[found] = cosines
        return scores

    @cached_property
    def _rows(self) -> Floats | None:
        """The vectors where an exact index holds them, not copied."""
        if not isinstance(self.engine, faiss.IndexFlat):
            return None
        shape = (len(self), self.engine.d)
        rows: Floats = faiss.rev_swig_ptr(self.engine.get_xb(), len(self) * self.engine.d).reshape(shape)
        return rows


def _graph(width: int) -> faiss.IndexHNSWFlat:
    graph = faiss.IndexHNSWFlat(width, GRAPH_NEIGHBOURS, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = GRAPH_BUILD_REACH
    graph.hnsw.efSearch = GRAPH_SEARCH_REACH
    return graph
