"""A made-up OpenAI-compatible server on loopback, over real HTTP, that behaves as each test needs it."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]
STALL_SECONDS = 20
TOKEN = 7
"""Characters of a piece: words and marks are cut anywhere."""


@dataclass
class ModelServer:
    """`behaviour` answers the next requests; `requests` are the bodies that came, `headers` theirs."""

    url: str
    behaviour: Behaviour
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def says(self, text: str, finish: str | None = "stop") -> None:
        """From now on it writes `text`."""
        self.behaviour = writes(text, finish)


class Handler(BaseHTTPRequestHandler):
    """One request; a behaviour answers it."""

    protocol_version = "HTTP/1.1"
    state: ModelServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.state.requests.append({"path": self.path, **json.loads(body)})
        self.state.headers.append({name.lower(): value for name, value in self.headers.items()})
        self.close_connection = True
        try:
            self.state.behaviour(self)
        except OSError:
            return  # The reader went away, as it should when its time is up.

    def begin(self, kind: str = "text/event-stream") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()

    def send(self, data: str | bytes) -> None:
        self.wfile.write(data.encode() if isinstance(data, str) else data)
        self.wfile.flush()

    def send_piece(self, text: str, finish: str | None = None) -> None:
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
        chunk = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [choice],
        }
        self.send(f"data: {json.dumps(chunk)}\n\n")

    def send_text(self, text: str) -> None:
        for start in range(0, len(text), TOKEN):
            self.send_piece(text[start : start + TOKEN])

    def log_message(self, *_: object) -> None:
        """Quiet."""


def writes(text: str, finish: str | None = "stop", wait: float = 0.0) -> Behaviour:
    """Writes a text and ends; without `finish` it ends as if that were all."""

    def answer(handler: Handler) -> None:
        handler.begin()
        handler.send_text(text)
        if finish:
            time.sleep(wait)
            handler.send_piece("", finish)
            handler.send("data: [DONE]\n\n")

    return answer


def sends_at_once(text: str) -> Behaviour:
    """Writes a text in one piece."""

    def answer(handler: Handler) -> None:
        handler.begin()
        handler.send_piece(text, "stop")

    return answer


def stalls(after: str = "") -> Behaviour:
    """Writes a text and then nothing more, without closing."""

    def answer(handler: Handler) -> None:
        handler.begin()
        handler.send_text(after)
        handler.state.stopped.wait(STALL_SECONDS)

    return answer


def says_nothing(handler: Handler) -> None:
    """Takes the request and never answers, not even with a header."""
    handler.state.stopped.wait(STALL_SECONDS)


def drips(data: bytes) -> Behaviour:
    """Sends the same few bytes over and over: something always comes, but never a whole event."""

    def answer(handler: Handler) -> None:
        handler.begin()
        while not handler.state.stopped.wait(0.05):
            handler.send(data)

    return answer


def floods(data: bytes) -> Behaviour:
    """Sends without pause and without end."""

    def answer(handler: Handler) -> None:
        handler.begin()
        while not handler.state.stopped.is_set():
            handler.send(data)

    return answer


def fails(status: int, body: str = '{"error": {"message": "secret inside", "type": "x"}}') -> Behaviour:
    """Answers with an error."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body.encode())))
        handler.end_headers()
        handler.send(body)

    return answer


def sends(*events: str, kind: str = "text/event-stream") -> Behaviour:
    """Sends events as they are."""

    def answer(handler: Handler) -> None:
        handler.begin(kind)
        for event in events:
            handler.send(event)

    return answer


def packs(data: bytes) -> Behaviour:
    """Sends gzip, which may unpack to anything."""

    def answer(handler: Handler) -> None:
        packed = gzip.compress(data)
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(packed)))
        handler.end_headers()
        handler.send(packed)

    return answer


def redirects(to: str) -> Behaviour:
    """Sends the asker somewhere else."""

    def answer(handler: Handler) -> None:
        handler.send_response(307)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def in_turn(behaviours: Iterable[Behaviour]) -> Behaviour:
    """One behaviour for each request."""
    left = iter(behaviours)
    return lambda handler: next(left)(handler)


@contextmanager
def model_server(behaviour: Behaviour) -> Iterator[ModelServer]:
    """A server while it lasts."""
    handler = type("OwnHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    state = ModelServer(f"http://127.0.0.1:{server.server_address[1]}/v1", behaviour)
    handler.state = state  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield state
    finally:
        state.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
