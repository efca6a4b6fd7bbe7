"""With keys required nothing is told without one, and each key opens what it is for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from qa_service.access.keys import Scope
from qa_service.access.store import KeyStore
from qa_service.api.access import FAILURES_A_MINUTE
from qa_service.api.scopes import rule_for
from tests.api.fakes import fake_app
from tests.api.test_bad_input import assert_problem

OPEN = {("get", "/healthz"), ("get", "/readyz"), ("get", "/p/{identifier}")}
DOCUMENTS = "/v1/documents"


@pytest.fixture
def store(tmp_path: Path) -> KeyStore:
    return KeyStore(tmp_path)


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    return fake_app(tmp_path, QA_KEYS="required", QA_RATE="1000")


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as opened:
        yield opened


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def made(store: KeyStore, *scopes: Scope, **more: Any) -> dict[str, str]:
    """The header of a new key."""
    return bearer(store.add(f"key {len(store.all())}", scopes, **more)[1])


def routes(app: FastAPI) -> list[tuple[str, str]]:
    return [(method, path) for path, methods in app.openapi()["paths"].items() for method in methods]


def test_every_route_but_health_and_places_needs_a_key(app: FastAPI, client: TestClient) -> None:
    hidden = [("post", "/mcp"), ("get", "/openapi.json"), ("get", "/nowhere"), ("put", "/v1/ask")]
    for method, path in [*routes(app), *hidden]:
        reply = client.request(method, path.replace("{identifier}", "D1.kk.10"))
        if (method, path) in OPEN:
            assert reply.status_code == 200, path
        else:
            assert reply.status_code == 401, (method, path)
            assert reply.headers["www-authenticate"] == "Bearer"


def test_a_key_without_any_scope_opens_nothing(app: FastAPI, client: TestClient, store: KeyStore) -> None:
    nothing = made(store)
    for method, path in routes(app):
        if (method, path) not in OPEN:
            assert client.request(method, path, headers=nothing).status_code == 403, (method, path)


def test_the_page_and_its_files_need_no_key(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    assert client.get("/web/css/base.css").status_code == 200
    assert client.post("/").status_code == 401


@pytest.mark.parametrize("header", ["Authorization", "authorization", "X-API-Key"])
def test_a_key_is_taken_as_bearer_or_in_a_header_of_its_own(
    client: TestClient, store: KeyStore, header: str
) -> None:
    _, secret = store.add("bot", [Scope.READ])
    value = secret if header == "X-API-Key" else f"Bearer {secret}"
    assert client.get(DOCUMENTS, headers={header: value}).status_code == 200


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer  "])
def test_a_scheme_is_known_in_any_case(client: TestClient, store: KeyStore, scheme: str) -> None:
    _, secret = store.add("bot", [Scope.READ])
    assert client.get(DOCUMENTS, headers={"Authorization": f"{scheme} {secret}"}).status_code == 200


def wrong_keys(store: KeyStore) -> dict[str, list[tuple[bytes, bytes]]]:
    _, right = store.add("right", [Scope.READ])
    _, other = store.add("other", [Scope.READ])
    _, expired = store.add("expired", [Scope.READ], expires=datetime.now(UTC) - timedelta(seconds=1))
    _, withdrawn = store.add("withdrawn", [Scope.READ])
    store.withdraw("withdrawn")
    values = {
        "wrong": f"Bearer {right[:-1]}",
        "expired": f"Bearer {expired}",
        "withdrawn": f"Bearer {withdrawn}",
        "empty": "Bearer ",
        "not ours": "Bearer sk-0123456789",
        "two in one": f"Bearer {right} {right}",
        "comma": f"Bearer {right},{other}",
        "huge": "Bearer qa_" + "x" * 8_000,
        "digest": "Bearer qa_000000000000_" + "0" * 64,
    }
    sent = {name: [(b"authorization", value.encode())] for name, value in values.items()}
    sent["no text"] = [(b"authorization", b"Bearer \xff\xfe\xd0")]
    both = (b"authorization", f"Bearer {right}".encode())
    sent["two headers"] = [both, (b"authorization", f"Bearer {other}".encode())]
    sent["one of each"] = [both, (b"x-api-key", other.encode())]
    sent["an empty one too"] = [both, (b"x-api-key", b"")]
    return sent


def test_wrong_expired_withdrawn_and_doubled_keys_are_told_alike(tmp_path: Path, store: KeyStore) -> None:
    told = set()
    for name, headers in wrong_keys(store).items():
        with TestClient(fake_app(tmp_path, QA_KEYS="required")) as client:
            reply = client.get(DOCUMENTS, headers=headers)
        assert_problem(reply, 401, "key-refused")
        assert reply.headers["www-authenticate"] == 'Bearer error="invalid_token"'
        told.add((reply.json()["detail"], reply.json()["title"], name and reply.headers["cache-control"]))
    assert len(told) == 1


def test_the_same_key_twice_is_one_key(client: TestClient, store: KeyStore) -> None:
    _, secret = store.add("bot", [Scope.READ])
    reply = client.get(DOCUMENTS, headers={"Authorization": f"Bearer {secret}", "X-API-Key": secret})
    assert reply.status_code == 200


def test_another_scheme_does_not_hide_a_key_of_its_own_header(client: TestClient, store: KeyStore) -> None:
    """A proxy's password goes by Authorization: Basic."""
    _, secret = store.add("bot", [Scope.READ])
    headers = {"Authorization": "Basic dTpw", "X-API-Key": secret}
    assert client.get(DOCUMENTS, headers=headers).status_code == 200
    assert_problem(client.get(DOCUMENTS, headers={"Authorization": "Basic dTpw"}), 401, "key-missing")


def test_no_key_is_taken_from_an_address_a_cookie_or_a_body(client: TestClient, store: KeyStore) -> None:
    _, secret = store.add("bot", [Scope.READ])
    assert client.get(DOCUMENTS, params={"api_key": secret, "access_token": secret}).status_code == 401
    assert client.get(DOCUMENTS, headers={"Cookie": f"Authorization=Bearer {secret}"}).status_code == 401
    assert client.post("/v1/search", json={"query": "a", "key": secret}).status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "needed"),
    [
        ("GET", "/", None),
        ("GET", "/web/js/app.js", None),
        ("HEAD", "/web/js/app.js", None),
        ("GET", "/healthz", None),
        ("GET", "/readyz", None),
        ("POST", "/healthz", Scope.READ),
        ("GET", "/healthz/", Scope.READ),
        ("GET", "//healthz", Scope.READ),
        ("GET", "/p/D1.kk.10", None),
        ("GET", "/px", Scope.READ),
        ("POST", "/p/D1.kk.10", Scope.READ),
        ("GET", "/widget.js", None),
        ("GET", "/webx", Scope.READ),
        ("GET", "/WEB/x", Scope.READ),
        ("GET", "/v1/feedback", Scope.ADMIN),
        ("GET", "/v1/feedback/export", Scope.ADMIN),
        ("POST", "/v1/feedback", Scope.FEEDBACK),
        ("DELETE", "/v1/feedback/5", Scope.FEEDBACK),
        ("GET", "/v1/feedbacks", Scope.READ),
        ("GET", "/metrics", Scope.ADMIN),
        ("BREW", "/metrics", Scope.ADMIN),
        ("POST", "/v1/ask", Scope.READ),
        ("POST", "/v1/chat/completions", Scope.READ),
        ("POST", "/mcp", Scope.READ),
        ("DELETE", "/v1/sheets/x", Scope.READ),
        ("GET", "http://elsewhere/healthz", Scope.READ),
        ("BREW", "/new/route", Scope.READ),
        ("GET", "", Scope.READ),
    ],
)
def test_the_scope_of_a_route(method: str, path: str, needed: Scope | None) -> None:
    assert rule_for(method, path, has_public_places=True).scope is needed


def test_figures_are_for_administrators(client: TestClient, store: KeyStore) -> None:
    reply = client.get("/metrics", headers=made(store, Scope.READ, Scope.FEEDBACK))
    assert_problem(reply, 403, "scope-missing")
    assert reply.headers["www-authenticate"] == 'Bearer error="insufficient_scope", scope="admin"'
    assert client.get("/metrics", headers=made(store, Scope.ADMIN)).status_code == 200


def test_an_administrator_is_no_reader(client: TestClient, store: KeyStore) -> None:
    assert client.get(DOCUMENTS, headers=made(store, Scope.ADMIN)).status_code == 403


def test_a_key_that_is_withdrawn_stops_at_once(client: TestClient, store: KeyStore, tmp_path: Path) -> None:
    key, secret = store.add("bot", [Scope.READ])
    assert client.get(DOCUMENTS, headers=bearer(secret)).status_code == 200
    KeyStore(tmp_path).withdraw(key.id)
    assert client.get(DOCUMENTS, headers=bearer(secret)).status_code == 401


def test_a_problem_with_a_key_is_told_in_the_readers_language(client: TestClient) -> None:
    reply = client.get(DOCUMENTS, headers={"Accept-Language": "kk"})
    assert reply.headers["content-language"] == "kk"
    assert reply.json()["title"] == "API кілті керек"


def test_clients_of_openai_are_told_in_their_own_shape(client: TestClient) -> None:
    reply = client.post("/v1/chat/completions", json={})
    assert reply.status_code == 401
    assert reply.json()["error"]["code"] == "key-missing"


def test_places_may_need_a_key_too(tmp_path: Path) -> None:
    with TestClient(fake_app(tmp_path, QA_KEYS="required", QA_PUBLIC_PLACES="false")) as client:
        assert client.get("/p/D1.kk.10").status_code == 401


def test_each_key_has_its_own_rate(client: TestClient, store: KeyStore) -> None:
    slow, fast = made(store, Scope.READ, rate=2), made(store, Scope.READ, rate=50)
    assert [client.get(DOCUMENTS, headers=slow).status_code for _ in range(3)] == [200, 200, 429]
    assert {client.get(DOCUMENTS, headers=fast).status_code for _ in range(20)} == {200}


def test_a_key_without_a_rate_has_that_of_everybody(tmp_path: Path, store: KeyStore) -> None:
    key = made(store, Scope.READ)
    with TestClient(fake_app(tmp_path, QA_KEYS="required", QA_RATE="3")) as client:
        statuses = [client.get(DOCUMENTS, headers=key).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]


def test_whoever_sends_too_much_is_told_when_to_come_again(client: TestClient, store: KeyStore) -> None:
    key = made(store, Scope.READ, rate=1)
    client.get(DOCUMENTS, headers=key)
    reply = client.get(DOCUMENTS, headers=key)
    assert_problem(reply, 429, "rate-exceeded")
    assert 1 <= int(reply.headers["retry-after"]) <= 61
    assert reply.headers["retry-after"] in reply.json()["detail"]


def test_whoever_tries_keys_is_told_to_wait_and_locks_nobody_out(client: TestClient, store: KeyStore) -> None:
    right = made(store, Scope.READ)
    tried = [client.get(DOCUMENTS, headers=bearer(f"qa_{number}_x")) for number in range(30)]
    assert [reply.status_code for reply in tried] == [401] * FAILURES_A_MINUTE + [429] * 20
    assert tried[-1].headers["retry-after"]
    assert client.get(DOCUMENTS, headers=right).status_code == 200


def test_without_keys_each_address_has_a_rate_and_health_has_none(tmp_path: Path) -> None:
    app = fake_app(tmp_path, QA_RATE="2")
    first, second = (TestClient(app, client=(address, 5)) for address in ("10.0.0.1", "10.0.0.2"))
    assert [first.get(DOCUMENTS).status_code for _ in range(3)] == [200, 200, 429]
    assert second.get(DOCUMENTS).status_code == 200
    assert {first.get(path).status_code for path in ("/healthz", "/readyz") for _ in range(10)} == {200}


def test_a_forged_x_forwarded_for_is_no_way_round_a_rate(tmp_path: Path) -> None:
    client = TestClient(fake_app(tmp_path, QA_RATE="2"), client=("127.0.0.1", 5))
    statuses = [
        client.get(DOCUMENTS, headers={"X-Forwarded-For": f"10.0.0.{number}"}).status_code
        for number in range(3)
    ]
    assert statuses == [200, 200, 429]


def test_a_trusted_proxy_says_who_asks(tmp_path: Path) -> None:
    app = fake_app(tmp_path, QA_KEYS="off", QA_RATE="2", QA_PROXIES="10.9.0.0/16")
    client = TestClient(app, client=("10.9.0.1", 5))

    def ask(forwarded: str) -> int:
        return client.get(DOCUMENTS, headers={"X-Forwarded-For": forwarded}).status_code

    assert [ask("1.1.1.1, 10.9.0.2") for _ in range(3)] == [200, 200, 429]
    assert ask("2.2.2.2") == 200
    assert ask("3.3.3.3, 1.1.1.1") == 429  # Only what the proxy itself added counts.


def test_without_keys_figures_are_for_this_machine_alone(tmp_path: Path) -> None:
    app = fake_app(tmp_path, QA_KEYS="off", QA_PROXIES="10.9.0.1")
    assert_problem(TestClient(app, client=("10.0.0.1", 5)).get("/metrics"), 403, "scope-missing")
    assert TestClient(app, client=("127.0.0.1", 5)).get("/metrics").status_code == 200


def test_on_this_machine_figures_are_open(tmp_path: Path) -> None:
    assert TestClient(fake_app(tmp_path)).get("/metrics").status_code == 200
