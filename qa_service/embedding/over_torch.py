"""Models over torch, for whom a setting names one.

The one place that imports when it is called: torch and sentence-transformers take seconds and 300 MB, and
with the bundled model and no reranker nothing needs them. Their modules are named here as text, so
that no import of this house reaches them by itself.
"""

from importlib import import_module
from pathlib import Path

from qa_service.embedding.model import Model
from qa_service.embedding.protocol import Reranker


def named_model(name: str, cache: Path, threads: int) -> tuple[Model, str]:
    """An embedding model by hub name or folder, and its fingerprint. Raises ModelUnavailable."""
    found: tuple[Model, str] = import_module("qa_service.embedding.models").named_model(name, cache, threads)
    return found


def cross_reranker(name: str, cache: Path) -> Reranker:
    """A CrossEncoder by hub name or folder. Raises ModelUnavailable."""
    found: Reranker = import_module("qa_service.embedding.cross").cross_reranker(name, cache)
    return found
