"""The order of the first hits, once a cross-encoder has read them too."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.protocol import Reranker
from qa_service.search.fusion import best_first, reciprocal_ranks

RERANKED = 20
"""Hits that are read again: each costs a run of the model."""


def reranked(reranker: Reranker, query: str, texts: Sequence[str]) -> NDArray[np.intp]:
    """Positions of `texts`, given best first, in the order that fuses theirs with the reranker's."""
    before = np.arange(len(texts), dtype=np.intp)
    after = best_first(reranker.scores(query, texts), len(texts))
    return best_first(reciprocal_ranks([before, after]), len(texts))
