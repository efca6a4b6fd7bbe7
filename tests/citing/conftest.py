"""The real report with its tables, and its reference index, made once."""

from pathlib import Path

import pytest

from qa_service.citing.lookup import ReferenceIndex
from qa_service.document.corpus import read_corpus
from qa_service.document.records import Corpus, Document, Passage
from qa_service.tables.attachment import with_tables

CORPUS = Path(__file__).parents[2] / "corpus"
REPORT = "P2100000942"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return Corpus(tuple(with_tables(document, CORPUS) for document in read_corpus(CORPUS).documents))


@pytest.fixture(scope="session")
def report(corpus: Corpus) -> Document:
    return next(document for document in corpus.documents if document.id == REPORT)


@pytest.fixture(scope="session")
def passages(report: Document) -> dict[str, Passage]:
    """Every passage of every edition by the end of its id, such as "kk.92"."""
    return {each.id.partition(".")[2]: each for edition in report.editions for each in edition.passages}


@pytest.fixture(scope="session")
def index(corpus: Corpus) -> ReferenceIndex:
    return ReferenceIndex(corpus)
