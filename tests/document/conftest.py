"""The real report, read once for all tests of this room."""

from pathlib import Path

import pytest

from qa_service.corpus_files import read_text, split_lines
from qa_service.document.corpus import read_corpus
from qa_service.document.records import Document, Edition

CORPUS = Path(__file__).parents[2] / "corpus"
REPORT = "P2100000942"


@pytest.fixture(scope="session")
def report() -> Document:
    return next(document for document in read_corpus(CORPUS).documents if document.id == REPORT)


@pytest.fixture(scope="session")
def kazakh(report: Document) -> Edition:
    return report.official


@pytest.fixture(scope="session")
def russian(report: Document) -> Edition:
    return next(edition for edition in report.editions if edition.language == "ru")


@pytest.fixture(scope="session")
def source_lines() -> list[str]:
    """The source file as it came; line n is at index n - 1."""
    return split_lines(read_text(CORPUS / REPORT, "kk.txt"))
