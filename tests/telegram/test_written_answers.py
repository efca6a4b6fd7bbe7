"""An answer that a language model wrote, in a chat: its sentences first, then the documents' words."""

import asyncio
import copy

from qa_service.assembly import read_glossary
from qa_service.language.phrases import phrase
from qa_service.service import Service
from qa_service.settings import Settings
from qa_service.writing.circuit import Circuit
from qa_service.writing.model import Model
from qa_service.writing.writer import Writer
from tests.telegram.chats import Person, running
from tests.writing.model_server import fails, model_server, writes

HOMES = "На сколько сократилось число детских домов?"
TRUE = "За 2015–2020 годы число детских домов сократилось со 146 до 98"
SECONDS = 5.0


def _with_model(service: Service, settings: Settings, url: str) -> Service:
    own = copy.copy(service)
    glossary = read_glossary(settings.corpus)
    own.writer = Writer(Model(url, "the-model", "", SECONDS), Circuit(), service.library.documents, glossary)
    return own


def test_what_a_model_wrote_stands_above_the_quotation(service: Service, settings: Settings) -> None:
    async def scene(url: str) -> None:
        async with running(_with_model(service, settings, url)) as api:
            call = await Person(api).ask(HOMES)
        assert call.text.startswith(f"{TRUE} [1].")
        assert phrase("telegram.quoted", "ru") in call.styled("bold")
        assert "the-model" in call.text

    with model_server(writes(f"{TRUE} [1].")) as server:
        asyncio.run(scene(server.url))


def test_a_model_that_fails_leaves_the_quotation(service: Service, settings: Settings) -> None:
    async def scene(url: str) -> None:
        async with running(_with_model(service, settings, url)) as api:
            call = await Person(api).ask(HOMES)
        assert phrase("telegram.quoted", "ru") not in call.text
        assert "со 146 до 98" in call.text

    with model_server(fails(500)) as server:
        asyncio.run(scene(server.url))
