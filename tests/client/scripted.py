"""A server on loopback that does to each request what a script says, well-behaved or not."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

READY = b'{"status": "ready", "version": "1", "generation": "g"}'


@dataclass(frozen=True)
class Reply:
    """What one request gets; `broken` closes the connection after half of the body."""

    status: int = 200
    body: bytes = READY
    headers: dict[str, str] = field(default_factory=dict)
    broken: bool = False


@dataclass
class Scripted:
    """The server's address, and the requests that it has got so far."""

    base: str
    got: list[tuple[str, str, dict[str, str], bytes]]


@contextmanager
def scripted(*replies: Reply) -> Iterator[Scripted]:
    """Serves the replies one after the other; the last one again and again."""
    left, got = list(replies), []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            got.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
            self.give(left.pop(0) if len(left) > 1 else left[0])

        do_GET = do_POST = do_PATCH = do_DELETE = answer  # noqa: N815 - named by http.server

        def give(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) // 2] if reply.broken else reply.body)
            self.close_connection = reply.broken

        def log_message(self, *_: object) -> None:
            """Nothing: tests keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Scripted(f"http://127.0.0.1:{server.server_port}", got)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
