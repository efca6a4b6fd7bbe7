"""The process that serves tools to one language model, over its standard streams."""

import asyncio
import signal

from qa_service.cli.logs import log_to_stderr
from qa_service.cli.opening import open_host
from qa_service.hosting.host import Host
from qa_service.mcp.server import make_server
from qa_service.mcp.shown import Shown
from qa_service.mcp.transports import serve_streams
from qa_service.settings import Settings


def serve_one_client(settings: Settings, language: str) -> None:
    """Serves until the client closes stdin; problems whose language no text tells are worded in `language`.

    Raises as `open_host`.
    """
    log_to_stderr(settings.log, settings.log_questions)
    host = open_host(settings)
    # The thread that waits for the client's next line cannot be interrupted: Python would wait for it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    asyncio.run(_serve(host, Shown(language, settings.address)))


async def _serve(host: Host, reader: Shown) -> None:
    async with host.open():
        await serve_streams(make_server(host, lambda _: reader))
