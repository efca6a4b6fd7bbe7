"""The tools over streamable HTTP, beside the API and on their own, on a real server."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from qa_service.access.keys import Scope
from qa_service.access.store import KeyStore
from qa_service.api.mcp import create_tools_app
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.settings import read_settings
from tests.api.fakes import FakeService, fake_app
from tests.api.loopback import served
from tests.mcp.calling import called, eras, text_of, with_client

ACCEPTED = {"Accept": "application/json, text/event-stream"}
NO_CALLS = [
    b"",
    b"{",
    b"[]",
    b'"\\ud800"',
    b"{}",
    b'{"jsonrpc": "2.0", "id": 1, "method": 5}',
    b"\xff",
    b"[" * 50_000,
]
PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}


def tools_app(folder: Path, **variables: str) -> FastAPI:
    """What `qa-service mcp --http` serves, over a fake service."""
    settings = read_settings({"QA_INDEX": str(folder), "QA_DATA": str(folder), **variables})
    supplier = Supplier(FakeService, folder / "CURRENT", settings.reload_seconds)
    supplier.open()
    return create_tools_app(Host(supplier, Workers(settings.threads)), settings)


@pytest.fixture(params=[fake_app, tools_app], ids=["beside the API", "alone"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[httpx2.Client]:
    with served(request.param(tmp_path)) as client:
        yield client


def at(server: httpx2.Client) -> str:
    return f"{server.base_url}/mcp"


@eras
def test_tools_answer_with_addresses_that_the_server_has(server: httpx2.Client, mode: str) -> None:
    text = text_of(called(at(server), "passage", mode, id="D1.kk.10"))
    address = next(word for word in text.split() if "/p/" in word)
    assert address == f"{server.base_url}/p/D1.kk.10"
    assert "Балалар үйлерінің саны азайды." in server.get(address).text


def test_addresses_begin_with_the_one_that_readers_know(tmp_path: Path) -> None:
    with served(fake_app(tmp_path, QA_ADDRESS="https://qa.example.kz/reports")) as server:
        text = text_of(called(at(server), "passage", id="D1.kk.10"))
    assert "https://qa.example.kz/reports/p/D1.kk.10" in text


def test_what_no_text_tells_is_worded_as_accept_language_asks(server: httpx2.Client) -> None:
    call = {"name": "table", "arguments": {"number": 42}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
    reply = server.post("/mcp", json=body, headers={**ACCEPTED, "Accept-Language": "kk"}).json()
    assert reply["result"]["content"][0]["text"] == "42-кесте жоқ; бары: 6."


def test_a_crowd_of_clients_is_served_at_once(server: httpx2.Client) -> None:
    def ask(number: int) -> Any:
        return called(at(server), "ask", question=f"сколько детей {number}?").structured_content["question"]

    with ThreadPoolExecutor(6) as crowd:
        assert list(crowd.map(ask, range(12))) == [f"сколько детей {number}?" for number in range(12)]


def test_a_client_that_goes_away_does_no_harm(
    server: httpx2.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened, search = threading.Event(), FakeService.search

    def search_later(service: FakeService, text: str, limit: int) -> Any:
        opened.wait(20)
        return search(service, text, limit)

    monkeypatch.setattr(FakeService, "search", search_later)
    call = {"name": "search", "arguments": {"query": "дети"}}
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}).encode()
    head = (
        "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Accept: {ACCEPTED['Accept']}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    for sent in (head + body, head + body[:20], head[:30]):
        with socket.create_connection((server.base_url.host, server.base_url.port or 80)) as client:
            client.sendall(sent)
    opened.set()
    assert not called(at(server), "search", query="дети").is_error
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_there_are_no_sessions_to_listen_to_or_to_end(server: httpx2.Client, method: str) -> None:
    reply = server.request(method, "/mcp", headers=ACCEPTED)
    assert (reply.status_code, reply.headers["allow"]) == (405, "POST")
    assert reply.json()["type"] == "/problems/method-not-allowed"


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Host": "evil.example:8000"}, {"Origin": "https://evil.example"}]
)
def test_a_page_that_rebinds_its_name_gets_nothing(server: httpx2.Client, headers: dict[str, str]) -> None:
    reply = server.post("/mcp", json=PING, headers={**ACCEPTED, **headers})
    assert reply.status_code in (403, 421)
    assert server.post("/mcp", json=PING, headers=ACCEPTED).status_code == 200


def test_a_body_that_is_too_large_is_not_read(server: httpx2.Client) -> None:
    reply = server.post("/mcp", content=b'{"a": "' + b"a" * 100_000 + b'"}', headers=ACCEPTED)
    assert reply.status_code == 413


@pytest.mark.parametrize("body", NO_CALLS, ids=range(len(NO_CALLS)))
def test_what_is_no_call_is_refused_and_forgotten(server: httpx2.Client, body: bytes) -> None:
    headers = {**ACCEPTED, "Content-Type": "application/json"}
    reply = server.post("/mcp", content=body, headers=headers)
    assert 400 <= reply.status_code < 500
    assert "Traceback" not in reply.text
    assert server.post("/mcp", json=PING, headers=ACCEPTED).status_code == 200


@pytest.mark.parametrize("make", [fake_app, tools_app], ids=["beside the API", "alone"])
def test_where_keys_are_needed_tools_need_one_too(make: Any, tmp_path: Path) -> None:
    _, key = KeyStore(tmp_path).add("model", [Scope.READ])
    with served(make(tmp_path, QA_KEYS="required")) as server:
        for headers in ({}, {"Authorization": "Bearer nonsense"}):
            assert server.post("/mcp", json=PING, headers={**ACCEPTED, **headers}).status_code == 401
        assert asyncio.run(_tools_with(key, at(server))) == 5


async def _tools_with(key: str, address: str) -> int:
    headers = {"Authorization": f"Bearer {key}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=20) as http,
        Client(streamable_http_client(address, http_client=http)) as client,
    ):
        return len((await client.list_tools()).tools)


def test_calls_count_against_the_rate(tmp_path: Path) -> None:
    with served(tools_app(tmp_path, QA_RATE="3")) as server:
        statuses = [server.post("/mcp", json=PING, headers=ACCEPTED).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]


def test_alone_it_serves_health_and_no_api(tmp_path: Path) -> None:
    with served(tools_app(tmp_path)) as server:
        assert server.get("/readyz").json()["generation"] == "first"
        assert server.get("/v1/documents").status_code == 404


def test_the_door_can_be_opened_again(tmp_path: Path) -> None:
    app = tools_app(tmp_path)
    door = app.state.tools

    async def twice() -> None:
        for _ in range(2):
            async with door.open():
                pass

    asyncio.run(twice())
    with served(app) as server:
        assert with_client(at(server), lambda client: client.list_tools()).tools
