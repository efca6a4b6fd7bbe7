"""The serving process: opens the service, listens, and says when it is ready."""

import logging
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from qa_service.api.app import create_app
from qa_service.api.mcp import create_tools_app
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
    typer.Exit where a missing index cannot be built."""
    _serve(create_app, settings, host, port)


def serve_tools_forever(settings: Settings, host: str, port: int) -> None:
    """Serves only the tools for language models, at /mcp, as `serve_forever` does."""
    _serve(create_tools_app, settings, host, port)


def _serve(make: Callable[[Host, Settings], FastAPI], settings: Settings, host: str, port: int) -> None:
    log_to_stderr()
    with bound_socket(host, port) as address:
        config = uvicorn.Config(
            make(open_host(settings), settings),
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=LAST_REQUESTS_SECONDS,
        )
        _Server(config).run(sockets=[address])


def log_to_stderr() -> None:
    """The log of a process that stays: our own lines, and warnings of the libraries."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("qa_service").setLevel(logging.INFO)


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
