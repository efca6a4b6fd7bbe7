"""How a client reaches the server: the standard streams of a child process, or HTTP."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


async def serve_streams(server: Server[Any]) -> None:
    """Serves one client over stdin and stdout until it goes away.

    While it lasts, whatever else is printed goes to stderr.
    """
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


class HttpDoor:
    """Streamable HTTP as an ASGI endpoint for POST; it serves while `open` lasts.

    There are no sessions: every call stands alone, so there is none to take over, and a restart or a
    second process is not noticed. `hosts` are the names that requests may be sent to, and pages may be
    from; others are refused, for a page elsewhere could have rebound its name to this machine.
    """

    def __init__(self, server: Server[Any], hosts: Sequence[str], largest_body: int) -> None:
        self._server = server
        self._guard = guarding(hosts)
        self._largest_body = largest_body
        self._manager: StreamableHTTPSessionManager | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Takes requests while it lasts; may be opened again afterwards."""
        manager = StreamableHTTPSessionManager(
            self._server,
            json_response=True,
            stateless=True,
            security_settings=self._guard,
            max_request_body_size=self._largest_body,
        )
        async with manager.run():
            self._manager = manager
            yield
        self._manager = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._manager is None:
            raise RuntimeError("requests are taken only while the door is open")
        await self._manager.handle_request(scope, receive, send)


def guarding(hosts: Sequence[str]) -> TransportSecuritySettings:
    """The SDK's protection against DNS rebinding for these hosts, with and without a port."""
    named = [form for host in hosts for form in (host, f"{host}:*")]
    origins = [f"{scheme}://{form}" for scheme in ("http", "https") for form in named]
    return TransportSecuritySettings(allowed_hosts=named, allowed_origins=origins)
