from pathlib import Path

import pytest

from qa_service.assembly import read_glossary, read_library
from qa_service.checking.checker import Checker
from qa_service.document.records import Corpus

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_library(CORPUS)


@pytest.fixture(scope="session")
def checker(corpus: Corpus) -> Checker:
    """A checker without a search: what it finds, it finds by words alone."""
    return Checker(corpus, read_glossary(CORPUS), lambda text, limit: ())
