"""Tool calls with the SDK's own client, from tests that are not asynchronous."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest
from mcp import Client
from mcp.types import CallToolResult

Result = TypeVar("Result")
eras = pytest.mark.parametrize("mode", ["auto", "legacy"])
"""The protocol since 2026, and the one with a handshake that most programs still speak."""


def with_client(server: Any, work: Callable[[Client], Awaitable[Result]], mode: str = "auto") -> Result:
    """What `work` makes with a client that is connected to `server`, as `Client` takes it."""

    async def run() -> Result:
        async with Client(server, mode=mode) as client:
            return await work(client)

    return asyncio.run(run())


def called(server: Any, tool: str, mode: str = "auto", **arguments: Any) -> CallToolResult:
    """What one call gives."""
    return with_client(server, lambda client: client.call_tool(tool, arguments), mode)


def text_of(result: CallToolResult) -> str:
    """The text that a language model reads."""
    (block,) = result.content
    return str(block.text)  # type: ignore[union-attr]
