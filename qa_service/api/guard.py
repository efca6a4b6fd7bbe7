"""The outermost edge: every request gets an id and one line in the log, and no fault gets out."""

import logging
import secrets
from time import perf_counter

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa_service.api.problems import fault

logger = logging.getLogger(__name__)


class Guard:
    """Logs method, path, status, time and id of a request (never its text), sends the id along as
    X-Request-ID, and turns what nothing else caught into a problem without details."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watched = _Watched(scope, send)
        try:
            await self._app(scope, receive, watched.send)
        except Exception:  # noqa: BLE001 - the last place that can still give an answer
            await watched.fail(receive)
        else:
            logger.info(*watched.line())


class _Watched:
    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._started = perf_counter()
        self._status = 0
        self._id = scope.setdefault("state", {})["id"] = secrets.token_hex(8)

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            message["headers"] = [*message.get("headers", ()), (b"x-request-id", self._id.encode())]
        await self._send(message)

    async def fail(self, receive: Receive) -> None:
        if not self._status:
            await fault(Request(self._scope))(self._scope, receive, self.send)
        logger.exception(*self.line())

    def line(self) -> tuple[str, str, str, int, float, str]:
        took = (perf_counter() - self._started) * 1000
        return "%s %r %d %.1f ms %s", self._scope["method"], self._scope["path"], self._status, took, self._id
