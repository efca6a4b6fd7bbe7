"""The HTTP application: its routes, its limits and what runs beside the requests."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from qa_service import __version__
from qa_service.api import (
    answers,
    chat,
    checking,
    documents,
    health,
    page,
    places,
    problems,
    references,
    sheets,
    suggestions,
    tables,
)
from qa_service.api.guard import Guard
from qa_service.api.limits import BodyLimit
from qa_service.api.mcp import add_tools
from qa_service.api.mcp import add_tools
from qa_service.api.openapi import ANY_PROBLEM, Application
from qa_service.docx_reading import LARGEST
from qa_service.hosting.host import Host
from qa_service.replies.chat import quoted
from qa_service.settings import Settings
from qa_service.sheets.office import Office


def create_app(host: Host, settings: Settings) -> FastAPI:
    """The application that answers with what `host` serves. No request leaves for another host:
    the interactive pages of FastAPI, which load scripts from elsewhere, are left out."""
    app = Application(
        title="qa-service",
        version=__version__,
        summary="Cited answers from official documents in Kazakh and Russian",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=ANY_PROBLEM,
    )
    app.state.host = host
    app.state.office = Office(settings.data, lambda: host.service, settings.reply_words)
    app.state.tools = add_tools(app, host, settings)
    app.state.body, app.state.address, app.state.opened = quoted, settings.address, int(time.time())
    app.state.tools = add_tools(app, host, settings)
    _furnish(app, settings)
    return app


def _furnish(app: FastAPI, settings: Settings) -> None:
    for part in (
        page,
        answers,
        suggestions,
        chat,
        references,
        documents,
        places,
        tables,
        sheets,
        checking,
        health,
    ):
        app.include_router(part.router)
    problems.install(app)
    files = {sheets.PATH: LARGEST, checking.PATH: LARGEST, chat.PATH: chat.LARGEST}
    app.add_middleware(BodyLimit, largest=settings.max_body, files=files)
    app.add_middleware(Guard)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.office.start()
    async with app.state.host.open(), app.state.tools.open():
        yield
    await asyncio.to_thread(app.state.office.close)
