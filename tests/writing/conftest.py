"""The service over the real report, with a writer over a made-up model's server."""

import copy
from collections.abc import Callable, Iterator

import pytest

from qa_service.answering.records import Citation
from qa_service.assembly import read_glossary
from qa_service.language.glossary import Glossary
from qa_service.service import Service
from qa_service.settings import Settings
from qa_service.writing.circuit import Circuit
from qa_service.writing.model import Model
from qa_service.writing.sources import Source, SourceReader
from qa_service.writing.writer import Writer
from tests.writing.model_server import ModelServer, model_server, writes

PATIENT, HASTY = 30.0, 0.5
"""Seconds that a model may take: where it answers, and where a test waits for the end of its patience."""
KEY = "sk-not-to-be-seen"
DOCUMENT = "P2100000942"

Cited = Callable[[str, str], tuple[Source, ...]]


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server(writes("")) as running:
        yield running


@pytest.fixture(scope="session")
def glossary(settings: Settings) -> Glossary:
    return read_glossary(settings.corpus)


@pytest.fixture
def model(server: ModelServer) -> Model:
    return Model(server.url, "the-model", KEY, PATIENT)


@pytest.fixture
def writing_service(service: Service, model: Model, glossary: Glossary) -> Service:
    """A service of its own: the one of the session stays without a writer."""
    own = copy.copy(service)
    own.writer = Writer(model, Circuit(), service.library.documents, glossary)
    return own


@pytest.fixture(scope="session")
def cited(service: Service) -> Cited:
    """The sources that passages become, "333,t21.r18" in a language of the real report."""
    reader = SourceReader(service.library.documents)

    def sources(listed: str, language: str) -> tuple[Source, ...]:
        views = [service.library.passage(f"{DOCUMENT}.{language}.{name}") for name in listed.split(",")]
        return reader.read([Citation(view.passage, counterpart=view.counterpart) for view in views])

    return sources
