"""What a hostile client does to the bytes of a request: a real server, raw sockets, nothing gets through."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from qa_service.access.keys import Scope
from qa_service.access.store import KeyStore
from tests.api.fakes import fake_app
from tests.api.loopback import served

SECRETS = (b"root:", b"import ", b"Traceback", "Балалар".encode())
"""Parts of files, of code, of faults and of what the service knows: none may get out unasked."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keyed")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[httpx.Client]:
    """A server that wants keys; places are not public either."""
    variables = {"QA_KEYS": "required", "QA_PUBLIC_PLACES": "false", "QA_RATE": "0", "QA_HOSTS": ""}
    with served(fake_app(folder, **variables)) as client:
        yield client


@pytest.fixture(scope="module")
def key(folder: Path) -> bytes:
    _, secret = KeyStore(folder).add("bot", [Scope.READ])
    return secret.encode()


def exchanged(server: httpx.Client, sent: bytes) -> bytes:
    """Everything that comes back until the server ends the connection or has no more to say."""
    with socket.create_connection((server.base_url.host, server.base_url.port or 80), timeout=2) as client:
        client.sendall(sent)
        pieces = []
        try:
            while piece := client.recv(65_536):
                pieces.append(piece)
        except (TimeoutError, ConnectionResetError):
            pass
    return b"".join(pieces)


def request(line: bytes, *headers: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join([line, b"Host: localhost", b"Connection: close", *headers, b"", body])


GET = b"GET /v1/documents HTTP/1.1"
POST = b"POST /v1/search HTTP/1.1"
JSON = b"Content-Type: application/json"


@pytest.mark.parametrize(
    ("sent", "statuses"),
    [
        pytest.param(request(GET, b"X: " + b"a" * 100_000), {400}, id="a header of 100 kB"),
        pytest.param(request(GET, *[b"X: y"] * 20_000), {400}, id="20,000 headers"),
        pytest.param(b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n", {400}, id="an endless address"),
        pytest.param(request(GET, b"Host: localhost"), {400}, id="two hosts"),
        pytest.param(GET + b"\r\n\r\n", {400}, id="no host"),
        pytest.param(b"GET /v1/documents HTTP/1.0\r\n\r\n", {401}, id="no host in HTTP/1.0"),
        pytest.param(request(GET, b"Host : localhost"), {400}, id="a space before the colon"),
        pytest.param(request(GET, b"X: a\x00b"), {400}, id="NUL in a header"),
        pytest.param(request(GET, b"X: a\rAuthorization: b"), {400}, id="CR in a header"),
        pytest.param(request(GET, b"X: a\nAuthorization: Bearer b"), {400, 401}, id="LF in a header"),
        pytest.param(request(GET, b"\xd0\xb0: b"), {400}, id="letters in a header's name"),
        pytest.param(request(GET, b"Authorization: Bearer \xff\xfe\xd0"), {401}, id="no text in a key"),
        pytest.param(request(b"G\x00T / HTTP/1.1"), {400}, id="NUL in the method"),
        pytest.param(request(b"BREW /v1/documents HTTP/1.1"), {401}, id="an unknown method"),
        pytest.param(request(b"GET /v1/documents HTTP/9.9"), {400, 401}, id="an unknown version"),
        pytest.param(
            request(POST, JSON, b"Content-Length: 5", b"Content-Length: 6"), {400}, id="two lengths"
        ),
        pytest.param(request(POST, JSON, b"Content-Length: -5"), {400}, id="a negative length"),
        pytest.param(request(POST, JSON, b"Content-Length: +5"), {400}, id="a signed length"),
        pytest.param(request(POST, JSON, b"Content-Length: 5, 6"), {400}, id="two lengths in one"),
        pytest.param(request(POST, JSON, b"Content-Length: " + b"9" * 19), {401}, id="a length of exabytes"),
        pytest.param(request(POST, JSON, b"Content-Length: " + b"9" * 99), {400}, id="a length beyond all"),
        pytest.param(request(POST, JSON, b"Transfer-Encoding: gzip"), {400, 501}, id="another encoding"),
        pytest.param(b"PRI * HTTP/2.0\r\n\r\n", {400, 401}, id="HTTP/2"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(600), {400}, id="TLS"),
        pytest.param(b"\x00" * 70_000, {400}, id="zeros"),
    ],
)
def test_what_is_no_request_is_refused(server: httpx.Client, sent: bytes, statuses: set[int]) -> None:
    reply = exchanged(server, sent)
    assert int(reply.split(b" ", 2)[1]) in statuses
    assert reply.count(b"HTTP/1.1 ") == 1
    assert b"x-content-type-options: nosniff" in reply.lower()
    assert not [secret for secret in SECRETS if secret in reply]
    assert server.get("/healthz").status_code == 200


PATHS = [
    "/v1/documents",
    "/v1/documents?api_key=x",
    "/v1/documents/",
    "/v1/../v1/documents",
    "/web/../v1/documents",
    "/web/..%2f..%2fv1/documents",
    "/web/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/web/..%5c..%5capi%5capp.py",
    "/web/../api/app.py",
    "/web//etc/passwd",
    "/web/%00",
    "/web/css/base.css%00.html",
    "/web/" + "a/" * 5_000,
    "/web",
    "/web/",
    "/p/../v1/documents",
    "/p/D1.kk.10",
    "/p/%3Cscript%3Ealert(1)%3C/script%3E",
    "/%2e/v1/documents",
    "//v1/documents",
    "/healthz/../v1/documents",
    "/healthz%2f..%2fv1/documents",
    "/healthz;/v1/documents",
    "/healthz%00",
    "/V1/documents",
    "/v1%2fdocuments",
    "/v1/documents%20",
    "/v1/documents%0d%0aSet-Cookie:%20a=b",
    "/v1/passages/%ff%fe",
    "/v1/passages/%ud800",
    "/metrics/",
    "/%6detrics",
    "http://localhost/v1/documents",
    "http://localhost/healthz",
    "*",
    "?",
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path)[:40])
def test_no_spelling_of_an_address_gets_round_the_keys(server: httpx.Client, path: str) -> None:
    for method in (b"GET", b"HEAD", b"OPTIONS", b"POST"):
        reply = exchanged(server, request(b"%s %s HTTP/1.1" % (method, path.encode()), b"Content-Length: 0"))
        status = int(reply.split(b" ", 2)[1])
        assert status in (400, 401, 404, 405), (method, status)
        assert b"set-cookie" not in reply.partition(b"\r\n\r\n")[0].lower()
        assert not [secret for secret in SECRETS if secret in reply]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path)[:40])
def test_no_spelling_of_an_address_is_a_fault_or_leads_out(
    server: httpx.Client, key: bytes, path: str
) -> None:
    bearer = b"Authorization: Bearer " + key
    reply = exchanged(server, request(b"GET %s HTTP/1.1" % path.encode(), bearer))
    assert int(reply.split(b" ", 2)[1]) in (200, 400, 403, 404, 405)
    assert b"root:" not in reply
    assert b"import " not in reply
    assert b"<script>alert(1)" not in reply


def test_a_second_request_behind_the_first_needs_its_own_key(server: httpx.Client, key: bytes) -> None:
    first = request(GET, b"Authorization: Bearer " + key).replace(b"Connection: close\r\n", b"")
    reply = exchanged(server, first + request(GET))
    assert [int(part[:3]) for part in reply.split(b"HTTP/1.1 ")[1:]] == [200, 401]


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param([b"Content-Length: 44", b"Transfer-Encoding: chunked"], id="length and chunks"),
        pytest.param([b"Transfer-Encoding: chunked", b"Content-Length: 44"], id="chunks and length"),
    ],
)
def test_a_request_that_is_hidden_in_a_body_is_not_answered(
    server: httpx.Client, key: bytes, headers: list[bytes]
) -> None:
    hidden = GET + b"\r\nHost: localhost\r\n\r\n"
    body = b"0\r\n\r\n" + hidden
    reply = exchanged(server, request(POST, JSON, *headers, b"Authorization: Bearer " + key, body=body))
    assert reply.count(b"HTTP/1.1 ") == 1
    assert not reply.startswith(b"HTTP/1.1 200")


def test_a_request_with_two_lengths_is_refused_and_ends_the_connection(
    server: httpx.Client, key: bytes
) -> None:
    """A proxy that goes by the other length takes the rest for the request of somebody else."""
    chunked = [JSON, b"Content-Length: 5", b"Transfer-Encoding: chunked", b"Authorization: Bearer " + key]
    first = b"\r\n".join([POST, b"Host: localhost", *chunked, b"", b"0", b"", b""])
    told = exchanged(server, first + request(GET, b"Authorization: Bearer " + key))
    assert told.startswith(b"HTTP/1.1 400 ") and b"connection: close" in told.lower()
    assert told.count(b"HTTP/1.1") == 1


@pytest.mark.parametrize(
    "chunk", [b"zz\r\n", b"-1\r\n", b"5\r\nabc", b"f" * 40 + b"\r\n", b"0x5\r\nabcde\r\n"]
)
def test_a_broken_chunk_ends_the_connection_without_a_fault(
    server: httpx.Client, key: bytes, chunk: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    head = request(POST, JSON, b"Transfer-Encoding: chunked", b"Authorization: Bearer " + key)
    reply = exchanged(server, head + chunk)
    assert not reply.startswith(b"HTTP/1.1 2")
    assert server.get("/healthz").status_code == 200
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []


def test_bytes_after_a_request_do_not_spoil_the_log(
    server: httpx.Client, key: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    good = request(GET, b"Authorization: Bearer " + key).replace(b"Connection: close\r\n", b"")
    exchanged(server, good + b"\x00\x01\x02 nonsense\r\n\r\n")
    assert server.get("/healthz").status_code == 200
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []


def test_a_client_cannot_say_who_it_is(server: httpx.Client) -> None:
    """Headers that some servers take for an address, a name or a right mean nothing here."""
    claims = {
        "X-Forwarded-For": "127.0.0.1",
        "Forwarded": "for=127.0.0.1;host=localhost",
        "X-Real-IP": "127.0.0.1",
        "X-Original-URL": "/healthz",
        "X-Rewrite-URL": "/healthz",
        "X-HTTP-Method-Override": "OPTIONS",
        "X-Forwarded-Host": "localhost",
        "X-Forwarded-Prefix": "/healthz",
        "X-Remote-User": "admin",
    }
    for path in ("/v1/documents", "/metrics"):
        reply = server.get(path, headers=claims)
        assert (reply.status_code, json.loads(reply.content)["type"]) == (401, "/problems/key-missing")
