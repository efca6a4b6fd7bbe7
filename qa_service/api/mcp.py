"""Tools for language models at /mcp: beside the API, with one index in memory, or on their own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.requests import Request
from starlette.routing import Route

from qa_service import __version__
from qa_service.api import health, metrics, places, problems
from qa_service.api.addresses import base_of
from qa_service.api.preference import preferred
from qa_service.api.protection import LOOPBACK, protect
from qa_service.hosting.host import Host
from qa_service.mcp.server import make_server
from qa_service.mcp.shown import Shown
from qa_service.mcp.transports import HttpDoor
from qa_service.replies.schemas import AskReply, Reply
from qa_service.settings import Settings

PATH = "/mcp"


def create_tools_app(host: Host, settings: Settings, address: str = LOOPBACK) -> FastAPI:
    """An application with the tools, the pages that their citations lead to and the routes of health,
    and nothing else, to be served at `address`, in numbers. Raises AddressOpen as `protect`."""
    app = FastAPI(title="qa-service", version=__version__, lifespan=_lifespan, openapi_url=None)
    app.state.host = host
    app.state.tools = add_tools(app, host, settings)
    for part in (places, health, metrics):
        app.include_router(part.router)
    problems.install(app)
    protect(app, settings, address)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with app.state.host.open(), app.state.tools.open():
        yield


def add_tools(app: FastAPI, host: Host, settings: Settings) -> HttpDoor:
    """The tools at `PATH` of `app`, which opens the door as long as it lives."""

    def reader(request: Request | None) -> Shown:
        return _reader(request, settings.address)

    def noted(reply: Reply) -> None:
        if isinstance(reply, AskReply):
            app.state.metrics.count_question(reply)

    door = HttpDoor(make_server(host, reader, noted), settings.max_body)
    app.router.routes.append(Route(PATH, door, methods=["POST"], include_in_schema=False))
    return door


def _reader(request: Request | None, address: str) -> Shown:
    """In what language a caller is spoken to, and where permanent addresses lead."""
    if request is None:
        return Shown("en", address)
    return Shown(preferred(request.headers.get("accept-language", "")), base_of(request, address))
