"""Cross-encoders that read a query and a passage together, over sentence-transformers.

Nothing but `over_torch` imports this.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sentence_transformers import CrossEncoder

from qa_service.embedding.protocol import Floats
from qa_service.embedding.text import clean
from qa_service.errors import ModelUnavailable


def cross_reranker(name: str, cache: Path) -> "CrossReranker":
    """The CrossEncoder of this hub name or folder; `cache` keeps what is downloaded.

    Raises ModelUnavailable when it cannot be loaded or judges a pair by more than one value.
    """
    try:
        model = CrossEncoder(name, cache_folder=str(cache), device="cpu")
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as fault:
        raise ModelUnavailable(model=name, reason=str(fault).strip().split("\n")[0]) from fault
    if model.num_labels != 1:
        raise ModelUnavailable(model=name, reason=f"it gives {model.num_labels} values for a pair, not one")
    return CrossReranker(name, model)


class CrossReranker:
    """A CrossEncoder as a Reranker."""

    def __init__(self, name: str, model: CrossEncoder) -> None:
        self.name = name
        self._model = model

    def scores(self, query: str, texts: Sequence[str]) -> Floats:
        pairs = [(clean(query), clean(text)) for text in texts]
        if not pairs:
            return np.empty(0, np.float32)
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float32)
