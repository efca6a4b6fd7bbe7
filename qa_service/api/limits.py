"""Bounds on requests: how many are answered at a time, how their length is told, how much of it is read."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa_service.api.problems import refusal
from qa_service.errors import TooBusy

LINGER_SECONDS = 2.0


class Crowd:
    """Answers 503 where `most` requests are being answered already."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most
        self._taken = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._taken >= self._most:
            await refusal(Request(scope), TooBusy(waiting=self._taken))(scope, receive, send)
        else:
            await self._take(scope, receive, send)

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._taken += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._taken -= 1


class OneLength:
    """Answers 400 and ends the connection where a request tells the length of its body in two ways.

    A proxy before the service may go by the other one, and would take what is left for the next request:
    somebody else's (RFC 9112, 6.1).
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _has_two_lengths(scope):
            told = PlainTextResponse("Two lengths of one body.", 400, {"Connection": "close"})
            await told(scope, receive, send)
            return
        await self._app(scope, receive, send)


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


def _has_two_lengths(scope: Scope) -> bool:
    return {"content-length", "transfer-encoding"} <= set(Headers(scope=scope))


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
