"""Both clients behind one function, so that a test says a promise once and holds both to it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from qa_service.client import AsyncClient, Client

Face = Callable[..., Any]


def sync(base: str, call: str, *args: Any, client: dict[str, Any] | None = None, **kwargs: Any) -> Any:
    """What one call of the sync client gives."""
    with Client(base, **client or {}) as opened:
        return getattr(opened, call)(*args, **kwargs)


def asynchronous(
    base: str, call: str, *args: Any, client: dict[str, Any] | None = None, **kwargs: Any
) -> Any:
    """What one call of the async client gives."""

    async def run() -> Any:
        async with AsyncClient(base, **client or {}) as opened:
            return await getattr(opened, call)(*args, **kwargs)

    return asyncio.run(run())


both = pytest.mark.parametrize("face", [sync, asynchronous], ids=["sync", "async"])
