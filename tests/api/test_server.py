"""What only a real server can show: large bodies, crowds, clients that go away, a new snapshot."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi import FastAPI

from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from tests.api.fakes import FakeService, fake_app
from tests.api.loopback import served

JSON = {"Content-Type": "application/json"}
MEGABYTE = 1_000_000
TOO_LARGE = b'{"query": "' + b"a" * 10 * MEGABYTE + b'"}'
HEAD = (
    b"POST /v1/search HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
)


@pytest.fixture
def server(app: FastAPI) -> Iterator[httpx.Client]:
    with served(app) as client:
        yield client


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Searches wait until it is set."""
    opened, search = threading.Event(), FakeService.search

    def search_later(service: FakeService, text: str, limit: int) -> object:
        opened.wait(20)
        return search(service, text, limit)

    monkeypatch.setattr(FakeService, "search", search_later)
    return opened


def address_of(server: httpx.Client) -> tuple[str, int]:
    return server.base_url.host, server.base_url.port or 80


def connect(server: httpx.Client) -> closing[http.client.HTTPConnection]:
    return closing(http.client.HTTPConnection(*address_of(server), timeout=20))


def search_once(server: httpx.Client) -> httpx.Response:
    return server.post("/v1/search", json={"query": "дети"})


def test_a_kept_connection_answers_without_waiting_for_acknowledgements(server: httpx.Client) -> None:
    """A socket without TCP_NODELAY held every reply back for 40 ms."""
    took = [server.get("/healthz").elapsed.total_seconds() for _ in range(11)]
    assert sorted(took)[5] < 0.03


def test_ten_megabytes_are_refused(server: httpx.Client) -> None:
    with connect(server) as connection:
        connection.request("POST", "/v1/search", TOO_LARGE, JSON)
        reply = connection.getresponse()
        assert (reply.status, json.load(reply)["type"]) == (413, "/problems/body-too-large")
    assert search_once(server).status_code == 200


def test_ten_megabytes_in_chunks_are_refused(server: httpx.Client) -> None:
    pieces = (TOO_LARGE[start : start + MEGABYTE] for start in range(0, len(TOO_LARGE), MEGABYTE))
    with connect(server) as connection:
        connection.request("POST", "/v1/search", pieces, JSON, encode_chunked=True)
        assert connection.getresponse().status == 413
    assert search_once(server).status_code == 200


def test_a_large_body_is_refused_by_its_announced_length(server: httpx.Client) -> None:
    with socket.create_connection(address_of(server), timeout=20) as client:
        client.sendall(HEAD % len(TOO_LARGE))
        assert client.recv(100).startswith(b"HTTP/1.1 413")


def test_a_client_that_goes_away_does_no_harm(
    server: httpx.Client, gate: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    body = b'{"query": "a"}'
    for sent in (HEAD % len(body) + body, HEAD % 500 + body, b"POST /v1/sea"):
        with socket.create_connection(address_of(server)) as client:
            client.sendall(sent)
    gate.set()
    assert search_once(server).status_code == 200
    assert not [record for record in caplog.records if record.exc_info]


def test_health_answers_while_every_worker_is_busy(server: httpx.Client, gate: threading.Event) -> None:
    with ThreadPoolExecutor(8) as crowd:
        waiting = [crowd.submit(search_once, server) for _ in range(8)]
        try:
            assert server.get("/healthz").status_code == 200
        finally:
            gate.set()
        assert {one.result().status_code for one in waiting} == {200}


def test_a_crowd_that_is_too_large_is_told_to_come_again(
    app: FastAPI, gate: threading.Event, tmp_path: Path
) -> None:
    workers = Workers(threads=1, longest_queue=1)
    supplier = Supplier(FakeService, tmp_path / "CURRENT", seconds=2)
    supplier.open()
    app.state.host = Host(supplier, workers)
    with served(app) as server, ThreadPoolExecutor(2) as crowd:
        served_later = [crowd.submit(search_once, server) for _ in range(2)]
        refused = _first_refusal(server, workers)
        gate.set()
        assert {one.result().status_code for one in served_later} == {200}
    assert refused.json()["type"] == "/problems/too-busy"
    assert refused.headers["retry-after"]


def _first_refusal(server: httpx.Client, workers: Workers) -> httpx.Response:
    while workers.taken < 2:
        time.sleep(0.01)
    reply = search_once(server)
    assert reply.status_code == 503
    return reply


def test_a_new_snapshot_is_taken_over_without_dropping_a_request(app: FastAPI, tmp_path: Path) -> None:
    generations = iter(["first", "second"])
    pointer = tmp_path / "CURRENT"
    supplier = Supplier(lambda: FakeService(next(generations)), pointer, seconds=0.02)
    supplier.open()
    app.state.host = Host(supplier, Workers(threads=2))
    with served(app) as server, ThreadPoolExecutor(4) as crowd:
        asked = [crowd.submit(search_once, server) for _ in range(30)]
        pointer.write_text("second")
        until = time.monotonic() + 10
        while server.get("/readyz").json()["generation"] != "second":
            assert time.monotonic() < until
        asked += [crowd.submit(search_once, server) for _ in range(30)]
        assert {one.result().status_code for one in asked} == {200}


@pytest.mark.parametrize("path", ["/healthz", "/p/D1.kk.10", "/v1/tables/6?format=csv", "/v1/tables/99", "/"])
def test_a_head_is_what_a_reader_would_get_without_its_body(server: httpx.Client, path: str) -> None:
    """Whoever checks links and whether the service is up asks so; the connection stays usable."""
    for _ in range(2):
        head, whole = server.head(path), server.get(path)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        assert head.headers["content-length"] == whole.headers["content-length"]
        assert head.headers["content-type"] == whole.headers["content-type"]


def test_a_head_needs_the_key_that_reading_needs(tmp_path: Path) -> None:
    with served(fake_app(tmp_path, QA_KEYS="required")) as server:
        assert server.head("/v1/documents").status_code == 401
        assert server.head("/v1/search").status_code == 401
