"""The serving process: opens the service, listens, and says when it is ready."""

import logging
import socket
from collections.abc import Callable
from datetime import UTC, datetime

import uvicorn
from fastapi import FastAPI

from qa_service.access.policy import Policy
from qa_service.access.store import KeyStore
from qa_service.api.app import create_app
from qa_service.api.connections import BoundedConnection
from qa_service.api.mcp import create_tools_app
from qa_service.api.protection import policy_at
from qa_service.cli.logs import log_to_stderr
from qa_service.cli.opening import open_host
from qa_service.hosting.host import Host
from qa_service.settings import Settings

logger = logging.getLogger(__name__)

LAST_REQUESTS_SECONDS = 10


class _Server(uvicorn.Server):
    """Says one line when requests are taken."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listening in sockets or []:
            host, port = listening.getsockname()[:2]
            logger.info("ready on http://%s:%d", f"[{host}]" if ":" in host else host, port)


def serve_forever(settings: Settings, host: str, port: int) -> None:
    """Serves the whole API until a signal ends it. Raises OSError where the address cannot be had,
    AddressOpen where it is not said who may ask there, typer.Exit where a missing index cannot be built."""
    _serve(create_app, settings, host, port)


def serve_tools_forever(settings: Settings, host: str, port: int) -> None:
    """Serves only the tools for language models, at /mcp, as `serve_forever` does."""
    _serve(create_tools_app, settings, host, port)


def _serve(make: Callable[[Host, Settings, str], FastAPI], settings: Settings, host: str, port: int) -> None:
    log_to_stderr(settings.log, settings.log_questions)
    with bound_socket(host, port) as listening:
        address = listening.getsockname()[0]
        warn_of_missing_keys(policy_at(address, settings), settings)
        app = make(open_host(settings), settings, address)
        _Server(configuration(app)).run(sockets=[listening])


def configuration(app: FastAPI) -> uvicorn.Config:
    """How uvicorn serves an application of ours: quiet about itself, and with bounded connections."""
    return uvicorn.Config(
        app,
        http=BoundedConnection,
        ws="none",
        proxy_headers=False,  # Whose count is a setting, which `protect` knows.
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=LAST_REQUESTS_SECONDS,
    )


def warn_of_missing_keys(here: Policy, settings: Settings) -> None:
    """Says in the log that nobody can ask, where keys are needed and none is in force."""
    now = datetime.now(UTC)
    if here.needs_keys and not any(key.is_in_force(now) for key in KeyStore(settings.data).all()):
        logger.warning("keys are required and none is in force: make one with `qa-service keys add NAME`")


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket with the address but not yet listening: taken early, so that a clash shows at once.

    Raises OSError that names the address.
    """
    try:
        kind, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return _bound(socket.AddressFamily(kind), address)
    except OSError as refused:
        raise OSError(refused.errno, refused.strerror, f"{host}:{port}") from refused


def _bound(kind: socket.AddressFamily, address: tuple[object, ...]) -> socket.socket:
    # Without the protocol named, asyncio leaves Nagle's algorithm on: 40 ms for every reply.
    bound = socket.socket(kind, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound
