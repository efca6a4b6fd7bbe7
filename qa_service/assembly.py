"""From folders and settings to a snapshot and a service: the only place where the parts are put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_service.corpus_files import require_folder
from qa_service.document.alignment import Encode, Tied, tie, tied
from qa_service.document.corpus import read_corpus
from qa_service.document.nesting import with_decided_headings
from qa_service.document.questions import with_questions
from qa_service.document.records import Corpus
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.reranker import load_reranker
from qa_service.index.builder import Report, build
from qa_service.index.snapshot import open_snapshot
from qa_service.language.glossary import Glossary
from qa_service.language.stems import analyze, stem_of
from qa_service.service import Service
from qa_service.settings import Settings
from qa_service.tables.attachment import with_tables
from qa_service.tables.passages import with_rows
from qa_service.writing.circuit import Circuit
from qa_service.writing.over_openai import load_model
from qa_service.writing.writer import Writer

TERMS = "terms.tsv"


def read_library(folder: Path, encode: Encode | None = None) -> Corpus:
    """Every document of the corpus folder with its tables, their rows and its questions.

    Editions without line keys are tied to the official one by `encode`, where it is given, and then nested
    like it; before the rows, whose pairs would make an edition look tied. Raises CorpusUnreadable.
    """
    documents = (with_tables(document, folder) for document in read_corpus(folder).documents)
    paired = (tie(document, encode) if encode else document for document in documents)
    nested = (with_decided_headings(document, folder) for document in paired)
    return Corpus(tuple(with_questions(with_rows(document), folder) for document in nested))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and how far the editions of each document (by id) are tied to the official one."""

    report: Report
    tied: Mapping[str, tuple[Tied, ...]]


def build_index(settings: Settings, progress: Callable[[int, int], None]) -> Built:
    """Reads the corpus and makes a new snapshot current. Raises what reading, encoding and writing raise."""
    encoder = load_encoder(settings.model, settings.cache.expanduser(), settings.threads)
    corpus = read_library(settings.corpus, lambda texts: encoder.encode_passages(texts).vectors)
    report = build(corpus, encoder, settings.index, analyze, progress)
    return Built(report, {document.id: tied(document) for document in corpus.documents})


def open_service(settings: Settings) -> Service:
    """The service over the current snapshot and the terms of the corpus. Raises the Index errors,
    ModelUnavailable and CorpusUnreadable."""
    encoder = load_encoder(settings.model, settings.cache.expanduser(), settings.threads)
    snapshot = open_snapshot(settings.index, encoder.fingerprint)
    reranker = load_reranker(settings.reranker, settings.cache.expanduser())
    glossary, documents = read_glossary(settings.corpus), snapshot.corpus.documents
    key = settings.llm_key.get_secret_value()
    model = load_model(settings.llm_url, settings.llm_model, key, settings.llm_seconds)
    writer = Writer(model, Circuit(), documents, glossary) if model else None
    return Service(snapshot, encoder, glossary, reranker, writer)


def read_glossary(folder: Path) -> Glossary:
    """The terms that lie in the corpus folder and in its documents' folders; there may be none. Raises
    CorpusUnreadable, also where there is no such folder: every question would be read without them."""
    require_folder(folder)
    return Glossary.read(sorted([*folder.glob(TERMS), *folder.glob(f"*/{TERMS}")]), stem_of)
