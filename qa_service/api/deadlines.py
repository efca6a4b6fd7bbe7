"""Bounds on time: for a body to come in, and for a reply to begin."""

import asyncio
from time import monotonic

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa_service.api.problems import refusal
from qa_service.errors import WorkSlow

SLOWEST = 4_096
"""Bytes a second: a body that comes in no slower may take as long as its size needs."""


class Deadlines:
    """Answers 408 to a body that trickles in, and 503 where a reply has not begun in time.

    A reply that has begun, such as a streamed one, may take as long as it likes.
    """

    def __init__(self, app: ASGIApp, body_seconds: float, work_seconds: float) -> None:
        self._app = app
        self._body_seconds = body_seconds
        self._work_seconds = work_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(None) as limit:
                work = _Work(limit, self._work_seconds, send)
                body = _Body(receive, self._body_seconds, work)
                work.start()
                await self._app(scope, body.receive, work.send)
        except TimeoutError:
            if not limit.expired():
                raise
            await refusal(Request(scope), WorkSlow(seconds=round(self._work_seconds)))(scope, receive, send)


class _Work:
    """The time that a reply has to begin; it stands still while the client is waited for."""

    def __init__(self, limit: asyncio.Timeout, seconds: float, send: Send) -> None:
        self._limit = limit
        self._seconds = seconds
        self._send = send
        self._has_replied = False

    def start(self) -> None:
        if not self._has_replied:
            self._limit.reschedule(asyncio.get_running_loop().time() + self._seconds)

    def stop(self) -> None:
        if not self._limit.expired():
            self._limit.reschedule(None)

    async def send(self, message: Message) -> None:
        self._has_replied = True
        self.stop()
        await self._send(message)


class _Body:
    def __init__(self, receive: Receive, seconds: float, work: _Work) -> None:
        self._receive = receive
        self._work = work
        self._until = monotonic() + seconds
        self._is_complete = False

    async def receive(self) -> Message:
        """The next piece. Raises the 408 that FastAPI hands on."""
        if self._is_complete:
            return await self._receive()
        self._work.stop()
        message = await self._in_time()
        self._until += len(message.get("body", b"")) / SLOWEST
        self._is_complete = not message.get("more_body", False)
        self._work.start()
        return message

    async def _in_time(self) -> Message:
        try:
            async with asyncio.timeout(self._until - monotonic()):
                return await self._receive()
        except TimeoutError as late:
            # The rest of the body would be taken for the next request.
            raise HTTPException(408, headers={"Connection": "close"}) from late
