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
    feedback,
    health,
    metrics,
    page,
    places,
    problems,
    references,
    sheets,
    suggestions,
    tables,
    widget,
)
from qa_service.api.mcp import add_tools
from qa_service.api.openapi import ANY_PROBLEM, Application
from qa_service.api.protection import LOOPBACK, protect
from qa_service.docx_reading import LARGEST
from qa_service.feedback.store import FeedbackStore
from qa_service.hosting.host import Host
from qa_service.settings import Settings
from qa_service.sheets.office import Office


def create_app(host: Host, settings: Settings, address: str = LOOPBACK) -> FastAPI:
    """The application that answers with what `host` serves, to be served at `address`, in numbers.

    No request leaves for another host: the interactive pages of FastAPI, which load scripts from
    elsewhere, are left out. Raises AddressOpen as `protect`.
    """
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
    app.state.feedback = FeedbackStore(settings.data)
    app.state.tools = add_tools(app, host, settings)
    app.state.address, app.state.opened = settings.address, int(time.time())
    _furnish(app)
    files = {sheets.PATH: LARGEST, checking.PATH: LARGEST, chat.PATH: chat.LARGEST}
    protect(app, settings, address, files)
    return app


def _furnish(app: FastAPI) -> None:
    for part in (
        page,
        answers,
        suggestions,
        widget,
        feedback,
        chat,
        references,
        documents,
        places,
        tables,
        sheets,
        checking,
        health,
        metrics,
    ):
        app.include_router(part.router)
    problems.install(app)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.office.start()
    async with app.state.host.open(), app.state.tools.open():
        yield
    await asyncio.to_thread(app.state.office.close)
