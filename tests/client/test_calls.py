"""What each call sends and gives, over a real server on loopback."""

import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qa_service.api.app import create_app
from qa_service.client import Client, ServiceProblem
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.index.snapshot import POINTER
from qa_service.replies.schemas import SheetEdit
from qa_service.service import Service
from qa_service.settings import Settings
from tests.api.fakes import fake_app
from tests.api.loopback import served
from tests.client.faces import Face, both
from tests.client.scripted import Reply, scripted


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    """The address of the real application over a fake service."""
    with served(fake_app(tmp_path)) as server:
        yield str(server.base_url)


@both
def test_a_question_gives_the_typed_reply(face: Face, base: str) -> None:
    reply = face(base, "ask", "сколько детей?", limit=1)
    assert reply.answered
    assert reply.figure.number == 9.58
    assert reply.citations[0].counterpart.language == "kk"


@both
def test_a_refusal_is_a_reply_and_no_error(face: Face, base: str) -> None:
    assert not face(base, "ask", "балалардың құқықтары").answered


@both
def test_everything_that_reads_can_be_called(face: Face, base: str) -> None:
    assert face(base, "search", "дети").hits[0].passage.id == "D1.ru.7"
    assert face(base, "cite", "20-бап", form="link").hits[0].passage.citation["ru"] == "link D1.kk.10"
    assert face(base, "references", "act", "ru").references[0].number == "501-V"
    assert face(base, "passage", "D1.kk.10").passage.counterpart.id == "D1.ru.7"
    assert face(base, "documents").documents[0].id == "D1"
    assert face(base, "outline", "D1").editions[0].language == "kk"
    assert face(base, "tables").tables[0].number == 6
    assert face(base, "table", 6).rows[0].values == ["9,58", "-"]
    assert face(base, "check", "Балалар саны 5.").counts is not None
    assert face(base, "ready").generation == "first"


@both
def test_a_table_comes_as_a_file_too(face: Face, base: str) -> None:
    assert "9,58" in face(base, "table_file", 6, "csv").decode("utf-8-sig")
    assert load_workbook(io.BytesIO(face(base, "table_file", 6, "xlsx"))).active is not None
    plain, marked = (face(base, "table_file", 6, "png", row=row, column=row) for row in (None, 1))
    assert plain.startswith(b"\x89PNG") and marked.startswith(b"\x89PNG") and plain != marked


@both
def test_a_sheet_is_made_edited_printed_and_removed(face: Face, base: str) -> None:
    made = face(base, "make_sheet", "1. Балалар үйлері туралы мәлімет беріңіз.")
    edited = face(base, "edit_sheet", made.id, [SheetEdit(issue=made.issues[0].key, reply="Жауап")])
    assert edited.issues[0].reply == "Жауап"
    assert "Жауап" in face(base, "print_sheet", made.id, "md").decode("utf-8")
    while face(base, "remove_sheet", made.id):
        pass
    with pytest.raises(ServiceProblem) as gone:
        face(base, "sheet", made.id)
    assert gone.value.type == "/problems/sheet-unknown"


@both
@pytest.mark.parametrize("question", ["сколько детей?", "балалардың құқықтары"])
def test_a_reply_is_judged_and_the_judgement_is_kept(face: Face, base: str, question: str) -> None:
    reply = face(base, "ask", question)
    kept = face(base, "feedback", reply, "wrong", "Басқа жыл")
    (judgement,) = face(base, "judgements").judgements
    assert (judgement.id, judgement.verdict, judgement.remark) == (kept.id, "wrong", "Басқа жыл")
    assert judgement.passages == [each.passage.id for each in reply.citations]


@both
def test_a_problem_carries_what_the_service_said_in_the_language_asked_for(face: Face, base: str) -> None:
    with pytest.raises(ServiceProblem) as refused:
        face(base, "passage", "nowhere", client={"language": "ru"})
    assert (refused.value.status, refused.value.type) == (404, "/problems/passage-unknown")
    assert refused.value.detail == "Фрагмента с идентификатором nowhere нет."
    assert refused.value.request


@both
def test_wrong_fields_are_named(face: Face, base: str) -> None:
    with pytest.raises(ServiceProblem) as refused:
        face(base, "search", "дети", limit=51)
    assert [one.field for one in refused.value.errors] == ["limit"]


@both
@pytest.mark.parametrize("hostile", ["../documents", "a/b", "a?x=1#y", "%2e%2e", "\r\nX-A: b", "' or 1=1"])
def test_a_name_stays_one_part_of_the_address(face: Face, base: str, hostile: str) -> None:
    with pytest.raises(ServiceProblem) as refused:
        face(base, "passage", hostile)
    assert refused.value.status == 404


@both
def test_the_history_goes_along_and_letters_are_sent_as_they_are(face: Face) -> None:
    with scripted(Reply(400, b"")) as server, pytest.raises(ServiceProblem):
        face(server.base, "ask", "ал қыздар ше?", history=["қанша бала?"], client={"key": "k"})
    method, path, headers, body = server.got[0]
    assert (method, path) == ("POST", "/v1/ask")
    assert headers["Authorization"] == "Bearer k"
    assert json.loads(body)["history"] == ["қанша бала?"]
    assert "ал қыздар ше?".encode() in body


@both
@pytest.mark.parametrize(
    ("draft", "kind"),
    [("мәтін", "application/json"), ("мәтін".encode(), "text/plain"), (b"PK\x03\x04", "wordprocessingml")],
)
def test_a_draft_is_sent_as_what_it_is(face: Face, draft: str | bytes, kind: str) -> None:
    with scripted(Reply(400, b"")) as server, pytest.raises(ServiceProblem):
        face(server.base, "check", draft)
    assert kind in server.got[0][2]["Content-Type"]


@both
def test_a_service_below_a_path_is_asked_below_it(face: Face) -> None:
    with scripted(Reply()) as server:
        face(f"{server.base}/reports", "ready")
    assert server.got[0][1] == "/reports/readyz"


def test_one_client_serves_several_threads(base: str) -> None:
    with Client(base) as client, ThreadPoolExecutor(4) as crowd:
        replies = list(crowd.map(lambda number: client.search("дети", limit=number), range(1, 21)))
    assert {reply.hits[0].passage.id for reply in replies} == {"D1.ru.7"}


@both
def test_the_real_report_answers(face: Face, settings: Settings, service: Service) -> None:
    supplier = Supplier(lambda: service, settings.index / POINTER, settings.reload_seconds)
    supplier.open()
    with served(create_app(Host(supplier, Workers(2)), settings)) as server:
        base = str(server.base_url)
        question = "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?"
        reply = face(base, "ask", question, limit=1)
        first = reply.citations[0].passage
        run = face(base, "passages", first.document, start=first.id, limit=2)
    assert reply.answer.quote
    assert reply.answer.text in first.text
    assert [run.passages[0].text, len(run.passages)] == [first.text, 2]
