"""The only place where the parts are put together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from qa_service.document.corpus import read_corpus
from qa_service.document.questions import with_questions
from qa_service.document.records import Corpus, Passage
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.protocol import Encoder
from qa_service.index.builder import Report, build
from qa_service.index.snapshot import Snapshot, open_snapshot
from qa_service.language.glossary import Glossary
from qa_service.language.restoration import Restorer
from qa_service.language.spelling import Speller
from qa_service.language.stems import analyze, stem_of, words
from qa_service.language.terms import LANGUAGES
from qa_service.search.query import QueryReader
from qa_service.search.search import Searcher, SearchResult
from qa_service.settings import Settings
from qa_service.tables.attachment import with_tables

TERMS = "terms.tsv"


class Service:
    """Answers from one snapshot; every method is CPU work and safe to call from several threads."""

    def __init__(self, snapshot: Snapshot, encoder: Encoder, glossary: Glossary) -> None:
        self.generation = snapshot.generation
        self.snapshot = snapshot
        forms = {language: vocabulary(snapshot.passages, language) for language in LANGUAGES}
        reader = QueryReader(Restorer(forms["kk"]), Speller(forms), glossary)
        self._searcher = Searcher(snapshot, encoder, reader)

    def search(self, text: str, limit: int) -> SearchResult:
        """The passages that fit `text`. Raises QueryInvalid."""
        return self._searcher.search(text, limit)


def read_library(folder: Path) -> Corpus:
    """Every document of the corpus folder with its tables. Raises CorpusUnreadable."""
    documents = read_corpus(folder).documents
    return Corpus(tuple(with_questions(with_tables(document, folder), folder) for document in documents))


def build_index(settings: Settings, progress: Callable[[int, int], None]) -> Report:
    """Reads the corpus and makes a new snapshot current. Raises what reading, encoding and writing raise."""
    encoder = load_encoder(settings.model, settings.cache.expanduser(), settings.threads)
    return build(read_library(settings.corpus), encoder, settings.index, analyze, progress)


def open_service(settings: Settings) -> Service:
    """The service over the current snapshot. Raises the Index errors and ModelUnavailable."""
    encoder = load_encoder(settings.model, settings.cache.expanduser(), settings.threads)
    snapshot = open_snapshot(settings.index, encoder.fingerprint)
    return Service(snapshot, encoder, read_glossary(settings.corpus))


def read_glossary(folder: Path) -> Glossary:
    """The terms that lie in the corpus folder and in its documents' folders. Raises CorpusUnreadable."""
    return Glossary.read(sorted([*folder.glob(TERMS), *folder.glob(f"*/{TERMS}")]), stem_of)


def vocabulary(passages: Iterable[Passage], language: str) -> Mapping[str, int]:
    """How often each folded word form stands in the passages of one language."""
    return Counter(
        word for passage in passages if passage.language == language for word in words(passage.text)
    )
