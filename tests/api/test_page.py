"""The page's files over HTTP."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.fakes import fake_app

WEB = files("qa_service").joinpath("web")
TRICKS = (
    "/web/../api/page.py",
    "/web/%2e%2e/api/page.py",
    "/web/..%2f..%2fpyproject.toml",
    "/web//etc/passwd",
    "/web/js/main.js/",
    "/web/js/main.js%00.css",
    "/web/js",
    "/web/",
    "/web/index.html",
    "/web/0123456789ab/0123456789ab/js/main.js",
)


@pytest.mark.parametrize(
    ("asked", "language"),
    [("kk-KZ,ru;q=0.5", "kk"), ("ru", "ru"), ("en,ru;q=0.4", "ru"), ("en", "kk"), ("", "kk")],
)
def test_the_first_words_are_in_a_language_of_the_browser(
    client: TestClient, asked: str, language: str
) -> None:
    shown = client.get("/", headers={"Accept-Language": asked})
    assert shown.headers["content-language"] == language
    assert f'<html lang="{language}">' in shown.text
    assert "Accept-Language" in shown.headers["vary"]
    assert "JavaScript" in shown.text.partition("<noscript>")[2].partition("</noscript>")[0]


def test_the_page_may_run_and_ask_nothing_but_its_own(client: TestClient) -> None:
    shown = client.get("/")
    policy = dict(part.split(" ", 1) for part in shown.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert not re.search(r"<style|<script(?! [^>]*src=)| style=| on\w+=|https?://", shown.text)


def test_every_file_that_the_page_names_is_there_with_its_type(client: TestClient) -> None:
    page = client.get("/").text
    named = {name.partition("#")[0] for name in re.findall(r'(?:href|src)="(web/[^"]+)"', page)}
    assert {"js/main.js", "css/tokens.css", "icon.svg"} <= {name.split("/", 2)[2] for name in named}
    kinds = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
    for name in named:
        reply = client.get(f"/{name}")
        assert reply.status_code == 200, name
        assert reply.headers["content-type"].startswith(kinds[name.rpartition(".")[2]])
        assert reply.headers["x-content-type-options"] == "nosniff"


def test_what_a_browser_already_has_is_not_sent_again(client: TestClient) -> None:
    for address in ("/", "/web/js/main.js"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": f'W/"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]


def test_files_of_this_edition_stay_with_the_browser_and_others_are_asked_for_again(
    client: TestClient,
) -> None:
    (named,) = re.findall(r'src="(web/[^"]+/main.js)"', client.get("/").text)
    own = client.get(f"/{named}")
    assert "immutable" in own.headers["cache-control"]
    for other in ("/web/js/main.js", "/web/0123456789ab/js/main.js"):
        reply = client.get(other)
        assert (reply.content, reply.headers["cache-control"]) == (own.content, "no-cache")
    assert client.get("/").headers["cache-control"] == "no-cache"


def test_loading_the_page_uses_up_no_rate(tmp_path: Path) -> None:
    with TestClient(fake_app(tmp_path, QA_KEYS="off", QA_RATE="2")) as client:
        for _ in range(5):
            assert client.get("/").status_code == client.get("/web/js/main.js").status_code == 200
        assert [client.get("/v1/documents").status_code for _ in range(3)] == [200, 200, 429]


def test_a_head_is_answered_without_a_body(client: TestClient) -> None:
    for address in ("/", "/web/css/base.css"):
        reply = client.head(address)
        assert (reply.status_code, reply.content) == (200, b"")
    assert client.post("/").status_code == 405


@pytest.mark.parametrize("address", TRICKS)
def test_no_path_leads_out_of_the_pages_files(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
