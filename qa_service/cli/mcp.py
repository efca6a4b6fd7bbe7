"""`qa-service mcp`: tools for a language model, over the standard streams of this process or HTTP."""

import asyncio
import os
import signal
from typing import Annotated

import typer

from qa_service.cli.locale import locale_language
from qa_service.cli.logs import log_to_stderr
from qa_service.cli.opening import open_host
from qa_service.cli.serving import serve_tools_forever
from qa_service.hosting.host import Host
from qa_service.mcp.rendering import Shown
from qa_service.mcp.server import make_server
from qa_service.mcp.transports import serve_streams
from qa_service.settings import Settings, read_settings


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP, not over stdin and stdout.")] = False,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8001,
) -> None:
    """Serve language models tools that search, answer and cite (Model Context Protocol)."""
    if http:
        serve_tools_forever(read_settings(), host, port)
    else:
        serve_one_client(read_settings(), locale_language(os.environ))


def serve_one_client(settings: Settings, language: str) -> None:
    """Serves until the client closes stdin; problems whose language no text tells are worded in `language`.

    Raises as `open_host`.
    """
    log_to_stderr(settings.log)
    host = open_host(settings)
    # The thread that waits for the client's next line cannot be interrupted: Python would wait for it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    asyncio.run(_serve(host, Shown(language, settings.address)))


async def _serve(host: Host, reader: Shown) -> None:
    async with host.open():
        await serve_streams(make_server(host, lambda _: reader))
