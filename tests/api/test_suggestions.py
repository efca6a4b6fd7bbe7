"""What is suggested while somebody types, over HTTP."""

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from qa_service.suggestions.records import Kind, Suggestion
from tests.api.fakes import FakeService, fake_app

TABLE = Suggestion(Kind.TABLE, "6-кесте. Кесте", "6-кесте", "D1.kk.t6", 6)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the service was asked for; it always suggests the table."""
    calls: list[Any] = []

    def suggest(_: FakeService, typed: str, language: str, limit: int) -> tuple[Suggestion, ...]:
        calls.append((typed, language, limit))
        return (TABLE,)

    monkeypatch.setattr(FakeService, "suggest", suggest)
    return calls


@pytest.fixture
def client(tmp_path: Path, asked: list[Any]) -> TestClient:
    app: FastAPI = fake_app(tmp_path)
    return TestClient(app)


def test_a_suggestion_says_what_to_show_what_to_ask_and_where_it_leads(client: TestClient) -> None:
    reply = client.get("/v1/suggestions", params={"text": "6-ке", "language": "kk"}).json()
    (table,) = reply["suggestions"]
    assert table == {
        "kind": "table", "text": "6-кесте. Кесте", "query": "6-кесте", "passage": "D1.kk.t6", "table": 6,
    }  # fmt: skip
    assert (reply["text"], reply["language"]) == ("6-ке", "kk")


@pytest.mark.parametrize(
    ("accepted", "language"), [("ru-RU", "ru"), ("kk;q=0.5, ru;q=0.4", "kk"), ("en", "kk"), ("", "kk")]
)
def test_without_a_language_that_of_the_reader_is_taken(
    client: TestClient, asked: list[Any], accepted: str, language: str
) -> None:
    client.get("/v1/suggestions", params={"text": "а"}, headers={"Accept-Language": accepted})
    assert asked == [("а", language, 8)]


@pytest.mark.parametrize(
    "wrong",
    [{"text": "x" * 2001}, {"language": "en"}, {"limit": "0"}, {"limit": "51"}, {"limit": "x"}],
    ids=str,
)
def test_what_cannot_be_suggested_for_is_refused(client: TestClient, wrong: dict[str, str]) -> None:
    assert client.get("/v1/suggestions", params={"text": "а"} | wrong).status_code == 422
