"""How long a client may keep the service waiting, and how many may wait: a real server on loopback."""

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient

from qa_service.api.connections import BoundedConnection
from qa_service.hosting.host import Host
from qa_service.hosting.workers import Workers
from tests.api.fakes import FakeService, fake_app
from tests.api.loopback import served

HEAD = (
    b"POST /v1/search HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
)
HEALTH = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
BODY = '{"query": "дети"}'.encode()
SOON = 5.0
"""Seconds within which what should happen at once happens, on a busy machine too."""


@contextmanager
def connected(server: httpx.Client) -> Iterator[socket.socket]:
    address = (server.base_url.host, server.base_url.port or 80)
    with socket.create_connection(address, timeout=SOON) as client:
        yield client


def received(client: socket.socket, until: bytes | None = None) -> bytes:
    """All that comes until it ends so, or until the server ends the connection."""
    got = b""
    try:
        while (until is None or not got.endswith(until)) and (piece := client.recv(2**20)):
            got += piece
    except ConnectionResetError:
        pass
    return got


def ends_while_sent(client: socket.socket, content: bytes) -> bool:
    """Whether the server ends the connection while bytes come in one by one."""
    client.settimeout(0.02)
    for byte in content:
        try:
            client.sendall(bytes([byte]))
            if not client.recv(100):
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Searches wait until it is set."""
    opened, search = threading.Event(), FakeService.search

    def search_later(service: FakeService, text: str, limit: int) -> object:
        opened.wait(20)
        return search(service, text, limit)

    monkeypatch.setattr(FakeService, "search", search_later)
    yield opened
    opened.set()


def test_a_head_that_trickles_is_cut_however_it_trickles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BoundedConnection, "idle_seconds", 0.3)
    with served(fake_app(tmp_path)) as server, connected(server) as client:
        assert ends_while_sent(client, b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 500)
        assert server.get("/healthz").status_code == 200


def test_silence_is_cut_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedConnection, "idle_seconds", 0.2)
    with served(fake_app(tmp_path)) as server, connected(server) as client:
        assert received(client) == b""


def test_a_kept_connection_has_the_same_time_for_its_next_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BoundedConnection, "idle_seconds", 0.4)
    with served(fake_app(tmp_path)) as server, connected(server) as client:
        for _ in range(4):
            client.sendall(HEALTH)
            assert b"alive" in received(client, until=b"}")
            time.sleep(0.2)
        assert ends_while_sent(client, b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 500)


def test_a_crowd_of_idle_connections_cannot_stop_the_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many come in at once: each has to make room by a connection of its own."""
    monkeypatch.setattr(BoundedConnection, "most", 8)
    monkeypatch.setattr("qa_service.api.protection.MOST_CONNECTIONS", 8)
    with served(fake_app(tmp_path)) as server, ExitStack() as crowd:
        address = server.base_url.host, server.base_url.port or 80
        for _ in range(200):
            client = crowd.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(address)
        for _ in range(3):
            assert httpx.get(str(server.base_url) + "/v1/documents", timeout=SOON).status_code == 200


def test_a_crowd_does_not_cut_off_whoever_is_being_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gate: threading.Event
) -> None:
    monkeypatch.setattr(BoundedConnection, "most", 4)
    app = fake_app(tmp_path)
    with served(app) as server, ExitStack() as crowd, connected(server) as client:
        client.sendall(HEAD % len(BODY) + BODY)
        wait_until(lambda: app.state.host.taken == 1)
        for _ in range(20):
            crowd.enter_context(connected(server))
        assert httpx.get(str(server.base_url) + "/healthz", timeout=SOON).status_code == 200
        gate.set()
        assert client.recv(65_536).startswith(b"HTTP/1.1 200")


def test_where_every_connection_is_busy_the_next_is_told_so_as_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gate: threading.Event
) -> None:
    monkeypatch.setattr("qa_service.api.protection.MOST_CONNECTIONS", 2)
    app = fake_app(tmp_path)
    with served(app) as server, ExitStack() as crowd:
        for _ in range(2):
            crowd.enter_context(connected(server)).sendall(HEAD % len(BODY) + BODY)
        wait_until(lambda: app.state.host.taken == 2)
        reply = server.get("/v1/documents", headers={"Accept-Language": "ru"})
        assert (reply.status_code, reply.json()["type"]) == (503, "/problems/too-busy")
        assert (reply.headers["retry-after"], reply.headers["x-content-type-options"]) == ("2", "nosniff")
        gate.set()
        wait_until(lambda: server.get("/v1/documents").status_code == 200)


def test_a_body_that_trickles_is_answered_408(tmp_path: Path) -> None:
    with served(fake_app(tmp_path, QA_BODY_SECONDS="0.3")) as server, connected(server) as client:
        client.sendall(HEAD % 1000)
        for _ in range(3):
            client.sendall(b" ")
            time.sleep(0.05)
        head, _, body = received(client).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 408")
        assert b"connection: close" in head.lower()
        assert json.loads(body)["type"] == "/problems/request-slow"


def test_a_body_that_comes_steadily_has_the_time_that_its_size_needs(tmp_path: Path) -> None:
    """In all it takes longer than a body may that stands still."""
    with served(fake_app(tmp_path, QA_BODY_SECONDS="0.4")) as server, connected(server) as client:
        padding = b" " * 40_000
        client.sendall(HEAD % (len(padding) + len(BODY)))
        for start in range(0, len(padding), 4_000):
            client.sendall(padding[start : start + 4_000])
            time.sleep(0.1)
        client.sendall(BODY)
        assert client.recv(65_536).startswith(b"HTTP/1.1 200")


def test_work_that_takes_too_long_is_given_up_and_keeps_its_place(
    tmp_path: Path, gate: threading.Event
) -> None:
    app = fake_app(tmp_path, QA_WORK_SECONDS="0.3")
    host: Host = app.state.host
    with served(app) as server:
        reply = server.post("/v1/search", json={"query": "дети"})
        assert (reply.status_code, reply.json()["type"]) == (503, "/problems/work-slow")
        assert reply.headers["retry-after"]
        assert reply.headers["x-request-id"]
        assert host.taken == 1
        gate.set()
        assert server.post("/v1/search", json={"query": "дети"}).status_code == 200


def test_a_reply_that_has_begun_may_take_its_time(tmp_path: Path) -> None:
    app = fake_app(tmp_path, QA_WORK_SECONDS="0.8")

    def pieces() -> Iterator[bytes]:
        for _ in range(5):
            yield b"x"
            time.sleep(0.25)

    app.add_api_route("/slow", lambda: StreamingResponse(pieces()))
    with served(app) as server:
        assert server.get("/slow").content == b"xxxxx"


def test_a_reply_that_nobody_reads_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedConnection, "reading_seconds", 0.3)
    app, size = fake_app(tmp_path), 64 * 2**20
    app.add_api_route("/large", lambda: StreamingResponse(iter([bytes(2**20)] * (size // 2**20))))
    with served(app) as server, connected(server) as client:
        client.sendall(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(1.0)
        got = received(client)
        assert got.startswith(b"HTTP/1.1 200")
        assert len(got) < size
        assert server.get("/healthz").status_code == 200


AT_ONCE = {"/healthz", "/readyz", "/metrics", "/v1/models", "/v1/models/{model}"}
"""Routes that answer from memory, in no time."""
BODIES: dict[str, object] = {
    "/v1/search": {"query": "а"},
    "/v1/ask": {"question": "а"},
    "/v1/check": {"text": "а"},
    "/v1/sheets": {"text": "1. а"},
    "/v1/sheets/{identifier}": {"edits": []},
    "/v1/chat/completions": {"model": "qa-service", "messages": [{"role": "user", "content": "а?"}]},
    "/v1/feedback": {"question": "а?", "language": "ru", "verdict": "right", "answered": True},
}


def test_no_route_works_where_no_room_is_left(tmp_path: Path) -> None:
    app = fake_app(tmp_path)
    app.state.host._workers = Workers(threads=1, longest_queue=-1)
    client = TestClient(app)
    for path, methods in app.openapi()["paths"].items():
        for method in methods:
            reply = client.request(method, filled(path), json=BODIES.get(path), params=PARAMETERS)
            if path not in AT_ONCE:
                assert (reply.status_code, method, path) == (503, method, path)
                assert reply.headers["retry-after"]


PARAMETERS = {"reference": "a", "text": "a", "query": "a"}


def filled(path: str) -> str:
    return re.sub(r"{number}", "6", path).replace("{identifier}", "D1.kk.10").replace("{model}", "qa-service")
