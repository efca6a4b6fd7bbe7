"""A reply with what a model wrote: who wrote it is told, what went wrong too, the quotation is never lost."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.language.phrases import phrase
from qa_service.replies import calls, schemas, writing
from qa_service.replies.calls import Prepared
from qa_service.replies.schemas import AskReply
from qa_service.writing.records import Event, Failure, Reason, Sentence, Struck, Written, collected
from tests.api.fakes import RUSSIAN, FakeService

SENTENCE = Sentence("Число домов_сократилось.", (1, 2))
STRUCK = Struck("Их стало 5.", Reason.FIGURE_UNFOUNDED)


def a_writing(*events: Event) -> Any:
    return SimpleNamespace(model="m", events=lambda: iter(events), written=lambda: collected(events))


def quoted_reply() -> AskReply:
    return calls.ask(FakeService(), "Сколько детских домов?", 5)


def host_in(folder: Path, waiting: Workers | None = None) -> Host:
    supplier = Supplier(FakeService, folder / "CURRENT", 2)
    supplier.open()
    return Host(supplier, Workers(1), waiting)


def test_a_written_answer_is_no_quotation_and_the_quotation_stays() -> None:
    reply = writing.with_written(quoted_reply(), "m", Written((SENTENCE,), (STRUCK,)), started=0.0)
    assert (reply.answer.text, reply.answer.quote) == ("Число домов_сократилось [1][2].", False)
    assert reply.quoted
    assert (reply.quoted.text, reply.quoted.quote) == (RUSSIAN.text, True)
    assert reply.notices == ["Назар", phrase("writing.by-model", "ru", model="m")]
    assert reply.written
    assert reply.written.model_dump() == {
        "model": "m",
        "sentences": [{"text": "Число домов_сократилось.", "citations": [1, 2]}],
        "struck": [{"text": "Их стало 5.", "reason": "figure-unfounded"}],
        "failure": None,
    }


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("failure", [None, *Failure])
def test_where_nothing_holds_the_quotation_is_given_and_the_reason_told(
    failure: Failure | None, language: str
) -> None:
    before = quoted_reply().model_copy(update={"language": language})
    reply = writing.with_written(before, "m", Written((), (STRUCK,), failure), started=0.0)
    assert (reply.answer, reply.quoted) == (before.answer, None)
    told = phrase(f"writing.{failure or 'none-held'}", language)
    assert reply.notices[-1] == f"{told} {phrase('writing.quoted-instead', language)}"


def test_an_answer_that_was_not_finished_says_so() -> None:
    told = writing.notices("m", Written((SENTENCE,), (), Failure.SLOW), "kk")
    assert told[-1] == f"{phrase('writing.slow', 'kk')} {phrase('writing.incomplete', 'kk')}"


def test_a_reply_without_writing_is_the_quoted_one(tmp_path: Path) -> None:
    reply = asyncio.run(writing.finished(host_in(tmp_path), Prepared(quoted_reply(), None)))
    assert (reply.written, reply.quoted, reply.answer.quote) == (None, None, True)


def test_when_too_many_answers_are_written_the_quoted_one_is_given(tmp_path: Path) -> None:
    host = host_in(tmp_path, Workers(1, longest_queue=-1))
    reply = asyncio.run(writing.finished(host, Prepared(quoted_reply(), a_writing(SENTENCE))))
    assert reply.written
    assert (reply.written.failure, reply.answer.quote) == ("busy", True)


def body_of(folder: Path, *events: Event, waiting: Workers | None = None) -> list[str]:
    noted: list[schemas.Written] = []

    async def pieces() -> list[str]:
        body = writing.body(host_in(folder, waiting), a_writing(*events), noted.append)
        return [piece async for piece in body(quoted_reply())]

    told = asyncio.run(pieces())
    assert len(noted) == 1
    return told


def test_a_chat_gets_each_sentence_as_a_piece_of_its_own_and_the_notices_after_them(tmp_path: Path) -> None:
    first, second, notice = body_of(tmp_path, SENTENCE, STRUCK, SENTENCE)
    assert first == "Число домов\\_сократилось [1][2]."
    assert second == f" {first}"
    assert phrase("writing.by-model", "ru", model="m") in notice


@pytest.mark.parametrize(
    ("events", "waiting", "told"),
    [
        pytest.param((STRUCK,), None, "none-held", id="nothing holds"),
        pytest.param((Failure.BROKEN,), None, "broken", id="the server fails"),
        pytest.param((SENTENCE,), lambda: Workers(1, longest_queue=-1), "busy", id="too many are writing"),
    ],
)
def test_a_chat_gets_the_quotation_where_nothing_holds(
    tmp_path: Path, events: tuple[Event, ...], waiting: Callable[[], Workers] | None, told: str
) -> None:
    quotation, *_, notice = body_of(tmp_path, *events, waiting=waiting() if waiting else None)
    assert RUSSIAN.text in quotation
    assert phrase(f"writing.{told}", "ru") in notice
