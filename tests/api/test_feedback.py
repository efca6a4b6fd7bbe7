"""What readers say of answers, over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa_service.language.phrases import phrase

JUDGED: dict[str, Any] = {
    "question": "Сколько сирот в 2019 году?",
    "language": "ru",
    "verdict": "wrong",
    "remark": "<script>alert(1)</script>\u202e\x1b[31m'); drop table judgements; --",
    "answered": True,
    "answer": "1462",
    "figure": {"value": "1462", "cell": "D1.kk.t6.r1.c1", "table": 6, "row": "Всего"},
    "passages": ["D1.kk.10"],
}


def sent(client: TestClient, **changed: object) -> Any:
    return client.post("/v1/feedback", json=JUDGED | changed)


def test_a_judgement_comes_back_as_it_was_sent(client: TestClient) -> None:
    reply = sent(client)
    assert (reply.status_code, reply.json()) == (201, {"id": 1})
    (kept,) = client.get("/v1/feedback").json()["judgements"]
    figure = {"figure": "1462", "cell": "D1.kk.t6.r1.c1"}
    assert kept.pop("created").endswith("+00:00")
    assert kept == JUDGED | figure | {"id": 1}


def test_a_verdict_on_a_question_is_enough(client: TestClient) -> None:
    needed = {name: JUDGED[name] for name in ("question", "language", "verdict", "answered")}
    assert client.post("/v1/feedback", json=needed).status_code == 201


def test_judgements_are_read_page_by_page(client: TestClient) -> None:
    for number in range(3):
        sent(client, remark=str(number))
    first = client.get("/v1/feedback?limit=2").json()
    rest = client.get(f"/v1/feedback?limit=2&after={first['next']}").json()
    assert [one["remark"] for one in first["judgements"] + rest["judgements"]] == ["0", "1", "2"]
    assert rest["next"] is None


def test_readers_who_judge_at_once_are_all_kept(client: TestClient) -> None:
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda number: sent(client, remark=str(number)), range(24)))
    assert sorted(reply.json()["id"] for reply in replies) == list(range(1, 25))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        pytest.param({"remark": "x" * 2001}, "remark", id="remark too long"),
        pytest.param({"verdict": "maybe"}, "verdict", id="no verdict"),
        pytest.param({"language": "<b>"}, "language", id="no language"),
        pytest.param({"answered": "yes"}, "answered", id="neither true nor false"),
        pytest.param({"passages": ["x"] * 51}, "passages", id="too many passages"),
        pytest.param({"answer": "x" * 20_001}, "answer", id="answer too long"),
        pytest.param({"id": 7}, "id", id="a field that there is not"),
    ],
)
def test_what_cannot_be_a_judgement_is_refused_by_field(
    client: TestClient, changed: dict[str, object], field: str
) -> None:
    reply = sent(client, **changed)
    assert reply.status_code == 422
    assert field in {one["field"].partition(".")[0] for one in reply.json()["errors"]}
    assert client.get("/v1/feedback").json()["judgements"] == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("2019 жылы қанша жетім бала тұрғын үй алды?", "kk"),
        ("Сколько детей-сирот получили жильё в 2019 году?", "ru"),
        ("How many orphans were given housing in 2019?", "en"),
    ],
)
def test_the_values_of_a_choice_are_told_without_english_words_between_them(
    client: TestClient, question: str, language: str
) -> None:
    (problem,) = sent(client, question=question, verdict="maybe").json()["errors"]
    assert problem["message"] == phrase("field.not-a-choice", language, bound="'right', 'wrong'")


@pytest.mark.parametrize("question", ["", "   ", "x" * 2001])
def test_a_question_that_nobody_could_ask_is_refused(client: TestClient, question: str) -> None:
    assert sent(client, question=question).json()["type"] == "/problems/query-invalid"


def test_half_a_character_is_refused(client: TestClient) -> None:
    body = b'{"question": "\\ud800", "language": "ru", "verdict": "right", "answered": true}'
    reply = client.post("/v1/feedback", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == 422


def test_another_site_cannot_send_judgements_with_a_form(client: TestClient) -> None:
    reply = client.post("/v1/feedback", content="{}", headers={"Content-Type": "text/plain"})
    assert reply.status_code == 415
