"""Questions sent with the ones before them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.replies.schemas.requests import LONGEST_HISTORY
from qa_service.service import Service
from tests.api.fakes import fake_app

HOUSED = "Сколько детей-сирот получили жильё в 2018 году?"


@pytest.fixture
def real(service: Service, tmp_path: Path) -> Iterator[TestClient]:
    supplier = Supplier(lambda: service, tmp_path / "CURRENT", 60)
    supplier.open()
    app = fake_app(tmp_path)
    app.state.host = Host(supplier, Workers(1))
    with TestClient(app) as client:
        yield client


def asked(client: TestClient, **body: Any) -> Any:
    return client.post("/v1/ask", json=body).json()


def test_a_follow_up_is_answered_from_its_history_and_says_how_it_was_understood(real: TestClient) -> None:
    reply = asked(real, question="а в 2019 году?", history=[HOUSED])
    assert reply["question"] == "а в 2019 году?"
    assert reply["understood"] == "Сколько детей-сирот получили жильё в 2019 году?"
    assert reply["figure"]["value"] == "1462"


def test_a_question_that_stands_alone_is_understood_as_it_is(real: TestClient) -> None:
    assert asked(real, question=HOUSED)["understood"] == HOUSED
    assert asked(real, question=HOUSED, history=["Кто подготовил доклад?"])["understood"] == HOUSED


def test_rows_and_columns_are_named_in_the_language_of_the_last_question(real: TestClient) -> None:
    reply = asked(real, question="ал Ақтөбе облысында ше?", history=[HOUSED])
    assert (reply["language"], reply["figure"]["row"]) == ("kk", "Ақтөбе облысы")
    reply = asked(real, question="а в Актюбинской области?", history=["2018 жылы қанша жетім үй алды?"])
    assert (reply["language"], reply["figure"]["row"]) == ("ru", "Актюбинская область")


def test_earlier_texts_that_nobody_could_ask_do_no_harm(client: TestClient) -> None:
    assert asked(client, question="Бала?", history=["", " ", "x" * 5000, "\x00"])["answered"] is True


@pytest.mark.parametrize(
    ("history", "field"),
    [(["?"] * (LONGEST_HISTORY + 1), "history"), ("а в 2019?", "history"), ([1], "history.0")],
)
def test_a_history_of_the_wrong_shape_is_told(client: TestClient, history: object, field: str) -> None:
    reply = client.post("/v1/ask", json={"question": "а в 2019 году?", "history": history})
    assert reply.status_code == 422
    assert reply.json()["errors"][0]["field"] == field


def test_a_history_that_is_too_long_is_told_its_bound(client: TestClient) -> None:
    reply = client.post("/v1/ask", json={"question": "а в 2019 году?", "history": ["?"] * 51})
    assert str(LONGEST_HISTORY) in reply.json()["detail"]
