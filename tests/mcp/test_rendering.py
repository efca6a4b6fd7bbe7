"""How replies are written out for a language model."""

from dataclasses import replace

import pytest

from qa_service.answering.records import Doubt
from qa_service.document.records import Row
from qa_service.mcp import grids, rendering
from qa_service.mcp.shown import Shown
from qa_service.replies import calls, presentation
from qa_service.replies.schemas import AskReply
from tests.api.fakes import TABLE, FakeService

RUSSIAN = Shown("ru", "https://qa.example.kz")


def reply(question: str = "сколько детей?", **changes: object) -> AskReply:
    return calls.ask(FakeService(), question, 5).model_copy(update=changes)


def test_an_answer_that_is_not_verbatim_is_not_called_so() -> None:
    quoted = reply()
    composed = reply(answer=quoted.answer.model_copy(update={"quote": False}))
    assert "дословно" in rendering.answer(quoted, RUSSIAN)
    told = rendering.answer(composed, RUSSIAN)
    assert "дословно" not in told and "«Число" not in told


def test_a_follow_up_is_told_as_it_was_understood() -> None:
    understood = reply(understood="Сколько детей было в 2019 году?")
    first, *_ = rendering.answer(understood, RUSSIAN).splitlines()
    assert first == "Вопрос понят так: Сколько детей было в 2019 году?"
    assert "понят" not in rendering.answer(reply(), RUSSIAN)


def test_only_a_cell_that_the_source_does_not_settle_is_called_unsettled() -> None:
    sure = reply()
    assert sure.figure
    unsettled, other = (sure.figure.model_copy(update={"uncertain": True, "doubts": [one]}) for one in Doubt)
    assert "не позволяет установить" in rendering.answer(reply(figures=[unsettled]), RUSSIAN)
    for settled in (sure.figure, other):
        assert "не позволяет установить" not in rendering.answer(reply(figures=[settled]), RUSSIAN)


def test_a_bare_reference_is_handed_to_the_tool_for_references() -> None:
    assert "`cite`" in rendering.answer(reply(reference="article"), RUSSIAN)
    assert "`cite`" not in rendering.answer(reply(), RUSSIAN)


def test_a_table_keeps_its_groups_its_doubts_and_its_shape() -> None:
    rows = (
        Row("Барлығы", None, ("1", "2"), (31, 31)),
        Row("ұл|қыз", "Қала", ("3", ""), (32, 32), uncertain=(0,)),
        Row("қыз", "Қала", ("-", "5"), (33, 33)),
    )
    told = grids.table(presentation.table(replace(TABLE, rows=rows)), RUSSIAN).splitlines()
    grid = [line for line in told if line.startswith("|")]
    assert grid[2:] == [
        "| Барлығы | 1 | 2 |",
        "| Қала |  |  |",
        "| ұл\\|қыз | 3 (?) |  |",
        "| қыз | - | 5 |",
    ]
    assert any(line.startswith("Знаком (?)") for line in told)


def test_words_of_the_document_never_begin_a_line_by_themselves() -> None:
    text = "Число детских домов сократилось."
    lines = [line for line in rendering.answer(reply(), RUSSIAN).splitlines() if text in line]
    assert lines and all(line.startswith(("> ", "«")) for line in lines)


@pytest.mark.parametrize("identifier", ["a b", "a/../b", "a?x#y", "ә"])
def test_an_address_holds_whatever_the_id_is(identifier: str) -> None:
    address = RUSSIAN.address(identifier)
    assert address.startswith("https://qa.example.kz/p/")
    assert set("/ ?#ә").isdisjoint(address.removeprefix("https://qa.example.kz/p/"))
