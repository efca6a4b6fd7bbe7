"""A problem speaks the language of the request and tells nothing of the inside."""

import logging
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from qa_service import errors
from qa_service.api.problems import SLUG_OF_STATUS
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.language.phrases import phrase
from tests.api.fakes import FakeService


@pytest.mark.parametrize(
    ("text", "accept", "expected"),
    [
        pytest.param("балалардың құқықтары туралы", "ru", "kk", id="the text's own language first"),
        pytest.param("права детей в Казахстане", "kk", "ru", id="Russian text"),
        pytest.param("", "de, ru;q=0.5, kk;q=0.8", "kk", id="else what the client accepts"),
        pytest.param("", "fr", "en", id="else English"),
    ],
)
def test_a_problem_is_in_the_language_of_the_request(
    client: TestClient, text: str, accept: str, expected: str
) -> None:
    body = {"query": text, "limit": 99}
    reply = client.post("/v1/search", json=body, headers={"Accept-Language": accept})
    assert reply.headers["content-language"] == expected
    assert reply.json()["title"] == phrase("problem.request-invalid", expected)


def test_a_query_that_the_service_refuses_is_answered_in_its_own_language(client: TestClient) -> None:
    reply = client.post("/v1/ask", json={"question": "балалардың құқықтары " * 200})
    assert reply.json()["detail"] == phrase("reason.too-long", "kk")


def test_wrong_fields_are_named_one_by_one(client: TestClient) -> None:
    reply = client.post("/v1/search", json={"limit": 0, "top": 1})
    named = {one["field"] for one in reply.json()["errors"]}
    assert named == {"query", "limit", "top"}


def test_a_fault_is_logged_once_and_told_without_details(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(FakeService, "search", fail)
    with caplog.at_level(logging.INFO), TestClient(app) as client:
        reply = client.post("/v1/search", json={"query": "дети"})
    assert reply.status_code == 500
    assert "secret" not in reply.text
    assert "ZeroDivisionError" not in reply.text
    (logged,) = [record for record in caplog.records if record.exc_info]
    assert reply.json()["request"] in logged.getMessage()
    assert "дети" not in caplog.text.replace(str(logged.exc_text), "")


def test_the_log_holds_one_line_a_request_without_its_text(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="qa_service"):
        client.get("/v1/cite", params={"reference": "тайный текст"})
    (line,) = caplog.messages
    assert "/v1/cite" in line
    assert "тайный" not in line


def test_there_is_no_ready_without_an_index(app: FastAPI, tmp_path: Path) -> None:
    app.state.host = Host(Supplier(FakeService, tmp_path / "CURRENT", seconds=2), Workers(threads=1))
    with TestClient(app) as client:
        assert client.get("/healthz").status_code == 200
        reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["type"]) == (503, "/problems/index-missing")
    assert reply.headers["retry-after"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_problem_has_its_words(language: str) -> None:
    slugs = {error.slug for error in errors.ServiceError.__subclasses__()} | {
        *SLUG_OF_STATUS.values(),
        "internal",
    }
    for slug in slugs - {"request-invalid"}:
        assert phrase(f"problem.{slug}", language)


def test_an_error_that_no_request_can_cause_is_a_fault_and_shows_no_path(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise errors.CorpusUnreadable(file="/secret/kk.txt", reason="empty")

    monkeypatch.setattr(FakeService, "search", fail)
    reply = client.post("/v1/search", json={"query": "дети"})
    assert (reply.status_code, reply.json()["type"]) == (500, "/problems/internal")
    assert "secret" not in reply.text
