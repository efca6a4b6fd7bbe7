"""Questions that name a place by its number."""

import pytest

from qa_service.answering.records import NoAnswer
from qa_service.citing.pointing import names_a_number
from qa_service.service import Service


@pytest.mark.parametrize("question", ["ст. 12 Конвенции", "пункт 36 заключительных замечаний"])
def test_a_place_that_is_named_is_shown_where_nothing_answers(service: Service, question: str) -> None:
    _, reply = service.ask(question, 5)
    assert isinstance(reply, NoAnswer)
    assert reply.nearest == service.cite(question).hits
    assert str(len(reply.nearest)) in reply.wording.text


def test_a_place_that_the_documents_do_not_name_is_warned_of(service: Service) -> None:
    _, reply = service.ask("ст. 140 УК РК", 5)
    assert service.cite("ст. 140 УК РК").message in reply.notices


@pytest.mark.parametrize(
    "question",
    ["Сколько детей усыновили?", "Қандай заңдар 2018 жылы қабылданды?", "Что рекомендовал Комитет?"],
)
def test_what_is_named_by_its_subject_is_left_to_the_search(question: str) -> None:
    assert not names_a_number(question)
