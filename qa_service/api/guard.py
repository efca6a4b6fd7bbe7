"""The outermost edge: every request gets an id and one line in the log, and no fault gets out."""

import logging
import secrets
from time import perf_counter
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa_service.api.metrics import Metrics
from qa_service.api.problems import fault

logger = logging.getLogger(__name__)


class Guard:
    """Logs method, path, status, time and id of a request and the name of its key, counts it, sends the
    id along as X-Request-ID, and turns what nothing else caught into a problem without details.

    An id that a client sends is not taken: it could pretend to be another's. The text of a question is
    logged only where `logs_questions` says so.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, logs_questions: bool = False) -> None:
        self._app = app
        self._metrics = metrics
        self._logs_questions = logs_questions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watched = _Watched(scope, send)
        try:
            await self._app(scope, receive, watched.send)
        except Exception:  # The last place that can still give an answer.
            await watched.fail(receive)
            logger.exception(*watched.line(), extra=watched.fields(self._logs_questions))
        else:
            logger.info(*watched.line(), extra=watched.fields(self._logs_questions))
        self._metrics.count_request(scope, watched.status, watched.seconds)


class _Watched:
    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._started = perf_counter()
        self._state = scope.setdefault("state", {})
        self._id = self._state["id"] = secrets.token_hex(8)
        self.status = 0

    @property
    def seconds(self) -> float:
        return perf_counter() - self._started

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message.get("headers", ()), (b"x-request-id", self._id.encode())]
        await self._send(message)

    async def fail(self, receive: Receive) -> None:
        if not self.status:
            await fault(Request(self._scope))(self._scope, receive, self.send)

    def line(self) -> tuple[str, str, str, int, float, str]:
        took = self.seconds * 1000
        return "%s %r %d %.1f ms %s", self._scope["method"], self._scope["path"], self.status, took, self._id

    def fields(self, with_question: bool) -> dict[str, Any]:
        """What a structured log keeps apart."""
        said = {"question": self._state.get("text")} if with_question else {}
        told = {
            "client": (self._scope.get("client") or [None])[0],
            "method": self._scope["method"],
            "path": self._scope["path"],
            "status": self.status,
            "took_ms": round(self.seconds * 1000, 1),
            "request": self._id,
            "key": self._state.get("key"),
            **said,
        }
        return {name: value for name, value in told.items() if value is not None}
