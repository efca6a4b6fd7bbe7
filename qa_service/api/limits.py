"""A bound on what is read from a client."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER_SECONDS = 2.0


class BodyLimit:
    """Answers 413 instead of reading more than `largest` bytes of a body, announced or chunked.

    `files` gives the paths that take files, each with a limit of its own.
    """

    def __init__(self, app: ASGIApp, largest: int, files: Mapping[str, int] = MappingProxyType({})) -> None:
        self._app = app
        self._largest = largest
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = _Body(_announced(scope), self._files.get(scope["path"], self._largest), receive, send)
        await self._app(scope, body.receive, body.send)


def _announced(scope: Scope) -> int:
    lengths = (value for name, value in scope["headers"] if name == b"content-length")
    length = next(lengths, b"0")
    return int(length) if length.isdigit() else 0


class _Body:
    def __init__(self, announced: int, largest: int, receive: Receive, send: Send) -> None:
        self._size = announced
        self._largest = largest
        self._receive = receive
        self._send = send
        self._counted = 0
        self._refused = False

    async def receive(self) -> Message:
        """The next piece. Raises the 413 that FastAPI hands on, before anything announced is read."""
        self._check(self._size)
        message = await self._receive()
        self._counted += len(message.get("body", b""))
        self._check(self._counted)
        return message

    def _check(self, size: int) -> None:
        if size > self._largest:
            self._refused = True
            raise HTTPException(413)

    async def send(self, message: Message) -> None:
        """Sends on; after a refusal the connection closes only when the client had time to read why.

        Closing while bytes are still coming in would reset the connection and lose the reply.
        """
        if not self._refused or message["type"] != "http.response.body":
            await self._send(message)
            return
        await self._send({**message, "more_body": True})
        await self._drain()
        await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _drain(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LINGER_SECONDS):
                while (await self._receive()).get("more_body"):
                    pass
