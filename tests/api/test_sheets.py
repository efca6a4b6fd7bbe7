"""The drafter's desk over HTTP: a list goes in, a sheet comes out and is edited."""

import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.api.fakes import RUSSIAN, fake_app
from tests.api.test_bad_input import assert_problem
from tests.docx_files import MACRO_MAIN, archive, body, word_file

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "1. Сколько детских домов в стране?\n2. Просьба описать: a) полёты на Луну; b) полёты на Марс."
LONG = "\n\n".join(f"{number}. Law." for number in range(1, 400))


def post(client: TestClient, content: bytes, media_type: str) -> Any:
    return client.post("/v1/sheets", content=content, headers={"Content-Type": media_type})


def done(client: TestClient, identifier: str) -> dict[str, Any]:
    for _ in range(1000):
        sheet: dict[str, Any] = client.get(f"/v1/sheets/{identifier}").json()
        if sheet["stage"] == "done":
            return sheet
        time.sleep(0.01)
    raise AssertionError(sheet)


@pytest.fixture
def made(client: TestClient) -> dict[str, Any]:
    return done(client, client.post("/v1/sheets", json={"text": TEXT}).json()["id"])


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param(TEXT.encode(), "text/plain; charset=utf-8", id="text"),
        pytest.param(word_file(*TEXT.split("\n")), DOCX, id="DOCX"),
    ],
)
def test_a_list_is_taken_and_worked_on(client: TestClient, content: bytes, media_type: str) -> None:
    reply = post(client, content, media_type)
    assert reply.status_code == 202
    assert reply.headers["location"] == f"/v1/sheets/{reply.json()['id']}"
    sheet = done(client, reply.json()["id"])
    assert sheet["progress"] == {"done": 3, "total": 3}
    assert [issue["key"] for issue in sheet["issues"]] == ["1", "2a", "2b"]


def test_every_issue_has_its_status_and_cited_evidence(made: dict[str, Any]) -> None:
    first, second, _ = made["issues"]
    assert (first["status"], second["status"]) == ("covered", "nothing-found")
    passage = next(each for each in first["evidence"] if each["kind"] == "passage")
    assert passage["text"] == RUSSIAN.text
    assert passage["citations"]["ru"] == "Постановление № 1"


def test_a_drafter_pins_drops_and_replies(client: TestClient, made: dict[str, Any]) -> None:
    edits = [{"issue": "1", "drop": [1], "reply": "В стране 5 домов."}, {"issue": "2a", "pin": [1]}]
    reply = client.patch(f"/v1/sheets/{made['id']}?words=3", json={"edits": edits})
    assert reply.status_code == 200
    assert reply.json() == client.get(f"/v1/sheets/{made['id']}?words=3").json()
    assert reply.json()["words"] == {"done": 4, "total": 3}
    first, second, _ = reply.json()["issues"]
    assert (first["evidence"][0]["choice"], first["words"]) == ("dropped", 4)
    assert second["evidence"][0]["choice"] == "pinned"


def test_the_limit_of_words_is_a_setting(made: dict[str, Any]) -> None:
    assert made["words"] == {"done": 0, "total": 10_700}


def test_a_sheet_is_given_as_a_file(client: TestClient, made: dict[str, Any]) -> None:
    def content(form: str) -> bytes:
        reply = client.get(f"/v1/sheets/{made['id']}?format={form}")
        assert reply.headers["content-disposition"] == f'attachment; filename="sheet.{form}"'
        return reply.content

    assert any("детских домов" in each.text for each in Document(BytesIO(content("docx"))).paragraphs)
    assert load_workbook(BytesIO(content("xlsx"))).worksheets[0]["A2"].value == "1"
    assert content("md").decode().startswith("# Таблица ответов")


def test_a_finished_sheet_is_removed(client: TestClient, made: dict[str, Any]) -> None:
    path = f"/v1/sheets/{made['id']}"
    assert client.delete(path).status_code == 204
    for reply in (client.get(path), client.delete(path), client.patch(path, json={"edits": []})):
        assert_problem(reply, 404, "sheet-unknown")


def test_a_sheet_outlives_the_server(tmp_path: Path) -> None:
    with TestClient(fake_app(tmp_path)) as client:
        identifier = client.post("/v1/sheets", json={"text": TEXT}).json()["id"]
    with TestClient(fake_app(tmp_path)) as client:
        assert done(client, identifier)["progress"]["done"] == 3


@pytest.mark.parametrize(
    ("content", "media_type", "status", "slug"),
    [
        pytest.param(b"", "text/plain", 422, "draft-unreadable", id="empty text"),
        pytest.param(b"\xff\xfe", "text/plain", 422, "draft-unreadable", id="no UTF-8"),
        pytest.param("Расскажите.".encode(), "text/plain", 422, "issues-missing", id="no numbers"),
        pytest.param(LONG.encode(), "text/plain", 422, "issues-too-many", id="too many issues"),
        pytest.param(b'{"text": 5}', "application/json", 422, "request-invalid", id="no text in JSON"),
        pytest.param(
            b'{"text": "\\ud800"}', "application/json", 400, "request-unreadable", id="half a letter"
        ),
        pytest.param(b'{"text"', "application/json", 400, "request-unreadable", id="broken JSON"),
        pytest.param(b"%PDF-1.7", DOCX, 422, "draft-unreadable", id="PDF called DOCX"),
        pytest.param(archive(body("", MACRO_MAIN)), DOCX, 422, "draft-unreadable", id="macros"),
        pytest.param(bytes(20 * 2**20 + 1), DOCX, 413, "body-too-large", id="20 MB and a byte"),
        pytest.param(b"%PDF-1.7", "application/pdf", 415, "content-type-unsupported", id="PDF"),
    ],
)
def test_a_bad_list_is_a_problem(
    client: TestClient, content: bytes, media_type: str, status: int, slug: str
) -> None:
    assert_problem(post(client, content, media_type), status, slug)


def test_only_lists_may_be_larger_than_other_requests(client: TestClient) -> None:
    content = b'{"query": "' + b"a" * 100_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    assert_problem(client.post("/v1/search", content=content, headers=headers), 413, "body-too-large")


@pytest.mark.parametrize(
    ("edit", "status", "slug"),
    [
        pytest.param({"issue": "9"}, 404, "issue-unknown", id="issue"),
        pytest.param({"issue": "1", "pin": [99]}, 404, "evidence-unknown", id="evidence"),
        pytest.param({"issue": "1", "pin": ["1"]}, 422, "request-invalid", id="number as text"),
        pytest.param({"issue": "1", "move": [1]}, 422, "request-invalid", id="unknown field"),
        pytest.param({"issue": "1", "reply": "а" * 200_001}, 413, "body-too-large", id="endless reply"),
    ],
)
def test_a_bad_edit_is_a_problem_and_changes_nothing(
    client: TestClient, made: dict[str, Any], edit: dict[str, Any], status: int, slug: str
) -> None:
    good = {"issue": "1", "reply": "Ответ"}
    reply = client.patch(f"/v1/sheets/{made['id']}", json={"edits": [good, edit]})
    assert_problem(reply, status, slug)
    assert client.get(f"/v1/sheets/{made['id']}").json() == made
