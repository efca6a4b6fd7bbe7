"""The serving process: builds what is missing, opens it, listens, and says when it is ready."""

import logging
import socket
from pathlib import Path

import uvicorn

from qa_service.api.app import create_app
from qa_service.api.supplier import Supplier
from qa_service.cli.building import build_with_progress
from qa_service.errors import IndexMissing
from qa_service.service import open_service
from qa_service.settings import Settings

logger = logging.getLogger(__name__)

POINTER = "CURRENT"
LAST_REQUESTS_SECONDS = 10


class _Server(uvicorn.Server):
    """Says one line when requests are taken."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listening in sockets or []:
            logger.info("ready on http://%s:%d", *listening.getsockname()[:2])


def serve_forever(settings: Settings, host: str, port: int) -> None:
    """Serves until a signal ends it. Raises OSError where the address cannot be had."""
    _log_to_stderr()
    with _bound(host, port) as address:
        supplier = _opened(settings)
        config = uvicorn.Config(
            create_app(supplier, settings),
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=LAST_REQUESTS_SECONDS,
        )
        _Server(config).run(sockets=[address])


def _log_to_stderr() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("qa_service").setLevel(logging.INFO)


def _bound(host: str, port: int) -> socket.socket:
    """A socket with the address but not yet listening: taken early, so that a clash shows at once."""
    kind, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    bound = socket.socket(kind)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
    except OSError as taken:
        bound.close()
        raise OSError(taken.errno, taken.strerror, f"{host}:{port}") from taken
    return bound


def _opened(settings: Settings) -> Supplier:
    pointer: Path = settings.index / POINTER
    supplier = Supplier(lambda: open_service(settings), pointer, settings.reload_seconds)
    try:
        supplier.open()
    except IndexMissing:
        build_with_progress(settings)
        supplier.open()
    return supplier
