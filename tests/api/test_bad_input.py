"""Whatever a client sends, it gets a problem of the right status, and the next request is served."""

import json

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

JSON = {"Content-Type": "application/json"}
NESTED = b'{"query":' + b"[" * 20_000 + b"]" * 20_000 + b"}"


def assert_problem(reply: Response, status: int, slug: str) -> None:
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert (problem["status"], problem["type"]) == (status, f"/problems/{slug}")
    assert problem["title"]
    assert problem["detail"]
    assert problem["request"] == reply.headers["x-request-id"]
    assert "Traceback" not in reply.text


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [
        pytest.param({"query": ""}, 422, "query-invalid", id="empty"),
        pytest.param({"query": " \n\t"}, 422, "query-invalid", id="blank"),
        pytest.param({"query": "\x00\x00"}, 422, "query-invalid", id="nothing but NUL"),
        pytest.param({"query": "ә" * 2001}, 422, "query-invalid", id="2,001 characters"),
        pytest.param({"query": 5}, 422, "request-invalid", id="number for text"),
        pytest.param({"query": None}, 422, "request-invalid", id="null for text"),
        pytest.param({"query": ["a"]}, 422, "request-invalid", id="list for text"),
        pytest.param({}, 422, "request-invalid", id="no query"),
        pytest.param([], 422, "request-invalid", id="list for object"),
        pytest.param("text", 422, "request-invalid", id="text for object"),
        pytest.param({"query": "дети", "limit": 0}, 422, "request-invalid", id="limit 0"),
        pytest.param({"query": "дети", "limit": 51}, 422, "request-invalid", id="limit 51"),
        pytest.param({"query": "дети", "limit": "5"}, 422, "request-invalid", id="limit as text"),
        pytest.param({"query": "дети", "limit": 5.5}, 422, "request-invalid", id="broken limit"),
        pytest.param({"query": "дети", "limit": True}, 422, "request-invalid", id="limit true"),
        pytest.param({"query": "дети", "limit": None}, 422, "request-invalid", id="limit null"),
        pytest.param({"query": "дети", "top": 5}, 422, "request-invalid", id="unknown field"),
        pytest.param(
            {"query": "дети", "\ud800": 5}, 422, "request-invalid", id="half a character as a field"
        ),
        pytest.param({"query": "дети \ud800"}, 422, "request-invalid", id="half a character"),
    ],
)
def test_a_wrong_body_is_a_problem(client: TestClient, body: object, status: int, slug: str) -> None:
    assert_problem(client.post("/v1/search", content=json.dumps(body), headers=JSON), status, slug)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(b"", 422, id="no body"),
        pytest.param(b'{"query": "a"', 400, id="broken JSON"),
        pytest.param(b"query=a", 400, id="no JSON at all"),
        pytest.param(b'{"query": "\xff\xfe"}', 400, id="invalid UTF-8"),
        pytest.param('{"query": "дети"}'.encode("cp1251"), 400, id="another encoding"),
        pytest.param(NESTED, 400, id="deeply nested"),
        pytest.param(b'{"query": "a", "limit": NaN}', 422, id="NaN"),
        pytest.param(b'{"query": "a", "limit": 1e999}', 422, id="infinity"),
        pytest.param(b'{"query": "a", "limit": ' + b"9" * 5000 + b"}", 400, id="endless number"),
        pytest.param(b'{"query": "\\ud800"}', 422, id="half a character, escaped"),
        pytest.param(b'{"query": "\xed\xa0\x80"}', 422, id="half a character, as bytes"),
    ],
)
def test_a_broken_body_is_a_problem(client: TestClient, content: bytes, status: int) -> None:
    reply = client.post("/v1/search", content=content, headers=JSON)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("\ufdfa" * 1000, id="a letter that grows"),
        pytest.param("👶🏽👨‍👩‍👧 дети", id="emoji"),
        pytest.param("حقوق الطفل", id="right to left"),
        pytest.param("\u202eдети\u202c", id="turned direction"),
        pytest.param("де\x00ти\x07\x1b[31m", id="control characters"),
        pytest.param("ә" * 2000, id="2,000 characters"),
        pytest.param("  " + "ә" * 2000 + "  ", id="2,000 characters after trimming"),
    ],
)
def test_odd_text_is_searched_and_given_back_as_sent(client: TestClient, query: str) -> None:
    reply = client.post("/v1/search", json={"query": query})
    assert reply.status_code == 200
    assert reply.json()["query"] == query


@pytest.mark.parametrize("media_type", [None, "text/plain", "application/x-www-form-urlencoded", "nonsense"])
def test_a_body_that_is_not_called_json_is_refused(client: TestClient, media_type: str | None) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    reply = client.post("/v1/search", content=b'{"query": "a"}', headers=headers)
    assert_problem(reply, 415, "content-type-unsupported")


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/v1/passages/nothing", "passage-unknown"),
        ("/v1/passages/..", "not-found"),
        ("/v1/passages/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "not-found"),
        ("/v1/passages/D1.kk.10%00", "passage-unknown"),
        ("/v1/passages/%ff", "passage-unknown"),
        ("/v1/passages/" + "x" * 5000, "passage-unknown"),
        ("/v1/documents/..%5c..%5cpasswd/outline", "document-unknown"),
        ("/v1/tables/42", "table-unknown"),
        ("/v1/tables/-1", "table-unknown"),
        ("/v1/search/", "not-found"),
        ("/nowhere", "not-found"),
        ("/docs", "not-found"),
    ],
)
def test_what_is_not_there_is_a_404(client: TestClient, path: str, slug: str) -> None:
    assert_problem(client.get(path), 404, slug)


@pytest.mark.parametrize(
    "path",
    [
        "/v1/tables/six",
        "/v1/tables/" + "9" * 5000,
        "/v1/tables/6?format=pdf",
        "/v1/tables/6?language=../kk",
        "/v1/cite",
    ],
)
def test_a_parameter_that_cannot_be_used_is_a_422(client: TestClient, path: str) -> None:
    assert_problem(client.get(path), 422, "request-invalid")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/search"), ("DELETE", "/v1/tables"), ("POST", "/readyz")]
)
def test_a_wrong_method_is_a_405_that_names_the_right_one(client: TestClient, method: str, path: str) -> None:
    reply = client.request(method, path)
    assert_problem(reply, 405, "method-not-allowed")
    assert reply.headers["allow"] in ("GET", "POST")
