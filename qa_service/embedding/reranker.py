"""The reranker that a setting names."""

from pathlib import Path

from qa_service.embedding.over_torch import cross_reranker
from qa_service.embedding.protocol import Reranker


def load_reranker(name: str, cache: Path) -> Reranker | None:
    """The CrossEncoder of this hub name or folder; none for an empty name.

    `cache` keeps what is downloaded. Raises ModelUnavailable when it cannot be loaded or judges a pair
    by more than one value.
    """
    return cross_reranker(name, cache) if name else None
