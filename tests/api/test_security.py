"""Pages of other sites, names that are not ours and frames get nowhere; the rest of the web does."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from qa_service.api.security import HEADERS
from tests.api.fakes import fake_app
from tests.api.test_bad_input import assert_problem

DOCUMENTS = "/v1/documents"
EVIL = "https://evil.example"
NEWS = "https://news.kz"
LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def client_at(folder: Path, base: str = "http://localhost:8000", **variables: str) -> TestClient:
    return TestClient(fake_app(folder, **variables), base_url=base)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/web/css/base.css", 200),
        ("GET", "/p/D1.kk.10", 200),
        ("GET", DOCUMENTS, 200),
        ("GET", "/v1/tables/6?format=csv", 200),
        ("GET", "/openapi.json", 200),
        ("GET", "/metrics", 200),
        ("GET", "/healthz", 200),
        ("GET", "/nowhere", 404),
        ("PUT", "/v1/ask", 405),
        ("POST", "/v1/ask", 415),
    ],
)
def test_every_reply_tells_browsers_what_they_may_do(
    client: TestClient, method: str, path: str, status: int
) -> None:
    reply = client.request(method, path)
    assert reply.status_code == status
    for name, value in HEADERS.items():
        assert name in reply.headers
        if name not in ("Content-Security-Policy", "Cache-Control"):
            assert reply.headers.get_list(name) == [value]
    (policy,) = reply.headers.get_list("content-security-policy")
    assert policy.startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "server" not in reply.headers


def test_a_fault_has_the_headers_too(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_service.replies.library.documents", lambda service: 1 // 0)
    reply = TestClient(app).get(DOCUMENTS)
    assert reply.status_code == 500
    assert set(map(str.lower, HEADERS)) <= set(reply.headers)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST:80",
        "127.0.0.1:9",
        "[::1]",
        "[::1]:8000",
        "qa.kz",
        "QA.kz:443",
    ],
)
def test_our_names_are_ours(tmp_path: Path, host: str) -> None:
    client = client_at(tmp_path, QA_HOSTS="qa.kz")
    assert client.get(DOCUMENTS, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "evil.localhost",
        "127.0.0.1.evil.example",
        "192.168.0.7:8000",
        "localhost:8000@evil.example",
        "localhost:evil.example",
        "evil.example#localhost",
        "[::1",
        "[::1]evil.example",
        "::1",
        "0.0.0.0",
        "127.1",
        "",
    ],
)
def test_a_name_that_was_rebound_to_this_machine_is_refused(tmp_path: Path, host: str) -> None:
    for path in (DOCUMENTS, "/", "/p/D1.kk.10", "/healthz"):
        reply = client_at(tmp_path).get(path, headers={"Host": host})
        assert_problem(reply, 421, "host-unknown")


def test_elsewhere_numbers_pass_and_names_have_to_be_told(tmp_path: Path) -> None:
    client = client_at(tmp_path, QA_KEYS="off", QA_PROXIES="10.0.0.1", QA_ADDRESS="https://qa.kz/report")
    for host, status in (
        ("192.168.0.7:8000", 200),
        ("[fe80::1]", 200),
        ("qa.kz", 200),
        ("evil.example", 421),
    ):
        assert client.get(DOCUMENTS, headers={"Host": host}).status_code == status


def test_with_keys_any_name_is_ours_until_some_are_told(tmp_path: Path) -> None:
    """Other machines of a network know the service by names of their own."""
    keyed = client_at(tmp_path, QA_KEYS="required", QA_HOSTS="")
    assert keyed.get("/readyz", headers={"Host": "qa-service:8000"}).status_code == 200
    told = client_at(tmp_path, QA_KEYS="required", QA_HOSTS="qa.kz")
    assert told.get("/readyz", headers={"Host": "qa-service:8000"}).status_code == 421
    assert told.get("/readyz", headers={"Host": "qa.kz"}).status_code == 200


CHANGES = [("POST", "/v1/sheets"), ("POST", "/v1/check"), ("POST", "/v1/ask"), ("DELETE", "/v1/sheets/x")]


@pytest.mark.parametrize(("method", "path"), [*CHANGES, ("GET", DOCUMENTS), ("GET", "/metrics")])
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": EVIL}, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:3000"}, id="another port"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, id="an image"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, id="a sandboxed frame"),
        pytest.param({"Sec-Fetch-Site": "odd"}, id="an odd word"),
        pytest.param({"Origin": EVIL}, id="an old browser"),
        pytest.param({"Origin": "null"}, id="an old browser's sandboxed frame"),
        pytest.param({"Origin": "http://localhost:3000"}, id="an old browser, another port"),
        pytest.param({"Origin": "http://localhost:8000.evil.example"}, id="our name as a beginning"),
        pytest.param({**LINK, "Sec-Fetch-Dest": "iframe"}, id="a frame"),
    ],
)
def test_a_page_of_another_site_changes_nothing_and_reads_nothing(
    tmp_path: Path, method: str, path: str, headers: dict[str, str]
) -> None:
    simple = {**headers, "Content-Type": "text/plain"}
    reply = client_at(tmp_path).request(method, path, headers=simple, content=b"1. Question?")
    assert_problem(reply, 403, "cross-site")
    assert "access-control-allow-origin" not in reply.headers
    assert not (tmp_path / "sheets.sqlite").exists()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="no browser"),
        pytest.param({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost:8000"}, id="our own page"),
        pytest.param({"Sec-Fetch-Site": "none"}, id="typed by hand"),
        pytest.param({"Origin": "http://localhost:8000"}, id="our own page in an old browser"),
        pytest.param(LINK, id="a link that somebody follows"),
    ],
)
def test_our_own_page_links_and_programs_read(tmp_path: Path, headers: dict[str, str]) -> None:
    assert client_at(tmp_path).get("/p/D1.kk.10", headers=headers).status_code == 200


def test_a_form_of_another_site_is_no_link(tmp_path: Path) -> None:
    reply = client_at(tmp_path).post("/v1/sheets", content=b"1. Question?", headers=LINK)
    assert_problem(reply, 403, "cross-site")


def test_a_site_that_was_named_may_ask_with_a_key_and_without_cookies(tmp_path: Path) -> None:
    client = client_at(tmp_path, QA_CORS_ORIGINS=f"{NEWS}, http://localhost:3000")
    asked = {"Origin": NEWS, "Sec-Fetch-Site": "cross-site"}
    wanted = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    allowed = client.options("/v1/ask", headers={**asked, **wanted})
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == NEWS
    reply = client.post("/v1/ask", json={"question": "дети?"}, headers=asked)
    assert reply.status_code == 200
    assert reply.headers["access-control-allow-origin"] == NEWS
    assert "Origin" in reply.headers["vary"]
    assert "access-control-allow-credentials" not in {*allowed.headers, *reply.headers}


def test_a_named_site_reads_why_it_is_refused(tmp_path: Path) -> None:
    client = client_at(tmp_path, QA_CORS_ORIGINS=NEWS, QA_KEYS="required")
    reply = client.get(DOCUMENTS, headers={"Origin": NEWS})
    assert_problem(reply, 401, "key-missing")
    assert reply.headers["access-control-allow-origin"] == NEWS


@pytest.mark.parametrize("origin", [EVIL, "https://news.kz.evil.example", "http://news.kz", "null", "*"])
def test_any_other_site_is_refused_before_it_sends(tmp_path: Path, origin: str) -> None:
    client = client_at(tmp_path, QA_CORS_ORIGINS=NEWS)
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    refused = client.options("/v1/ask", headers=headers)
    assert refused.status_code == 400
    assert "access-control-allow-origin" not in refused.headers


def test_an_id_that_a_client_sends_is_not_taken(client: TestClient) -> None:
    reply = client.get(DOCUMENTS, headers={"X-Request-ID": "forged"})
    assert reply.headers.get_list("x-request-id") != ["forged"]
    assert len(reply.headers["x-request-id"]) == 16


def test_a_websocket_is_not_opened(tmp_path: Path) -> None:
    client = client_at(tmp_path, QA_KEYS="required")
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/v1/ask"):
        pass


def test_the_widget_is_the_one_thing_that_other_sites_may_load(tmp_path: Path) -> None:
    script = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
    client = client_at(tmp_path, QA_KEYS="required")
    reply = client.get("/widget.js", headers=script)
    assert reply.status_code == 200
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    assert_problem(client.get("/web/js/app.js", headers=script), 403, "cross-site")
