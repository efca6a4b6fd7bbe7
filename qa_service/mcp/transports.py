"""How a client reaches the server: the standard streams of a child process, or HTTP."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive, Scope, Send

logger = logging.getLogger(__name__)


async def serve_streams(server: Server[Any]) -> None:
    """Serves one client over stdin and stdout until it goes away.

    While it lasts, whatever else is printed goes to stderr.
    """
    try:
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())
    except* BrokenPipeError:
        logger.info("the client went away before it had its answer")


class HttpDoor:
    """Streamable HTTP as an ASGI endpoint for POST; it serves while `open` lasts.

    There are no sessions: every call stands alone, so there is none to take over, and a restart or a
    second process is not noticed. Whoever serves it checks hosts, origins and keys before.
    """

    def __init__(self, server: Server[Any], largest_body: int) -> None:
        self._server = server
        self._largest_body = largest_body
        self._manager: StreamableHTTPSessionManager | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Takes requests while it lasts; may be opened again afterwards."""
        manager = StreamableHTTPSessionManager(
            self._server,
            json_response=True,
            stateless=True,
            max_request_body_size=self._largest_body,
        )
        async with manager.run():
            self._manager = manager
            try:
                yield
            finally:
                self._manager = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._manager is None:
            raise RuntimeError("requests are taken only while the door is open")
        try:
            body = await Request(scope, receive).body()
        except ClientDisconnect:
            return  # Nobody waits for an answer; the SDK would log a trace for each that leaves so.
        await self._manager.handle_request(scope, _again(body, receive), send)


def _again(body: bytes, receive: Receive) -> Receive:
    """What gives a body that was read already, then what comes after it."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def next_message() -> Message:
        return left.pop() if left else await receive()

    return next_message
