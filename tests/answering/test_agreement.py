"""Whether the body of the text says another figure than the table."""

import pytest

from qa_service.answering.agreement import disagreeing
from qa_service.answering.records import Figure
from qa_service.answering.sentences import scored_sentences
from qa_service.service import Service

QUESTION = "Какова была младенческая смертность в Казахстане в 2016 году?"


def said(service: Service, number: float) -> str | None:
    result = service._searcher.search(QUESTION, 3)
    sentences = [scored_sentences(service.snapshot, result, hit) for hit in result.hits]
    figure = Figure(str(number), number, None, 6, "", "", (1, 1))
    return disagreeing(result.query, figure, result.hits, sentences)


def test_another_figure_for_the_same_thing_is_quoted(service: Service) -> None:
    told = said(service, 8.59)
    assert told is not None
    assert "8,77" in told


@pytest.mark.parametrize("number", [8.77, 18_157_337.0, 2016.5])
def test_the_same_figure_and_figures_of_another_size_do_not_disagree(service: Service, number: float) -> None:
    assert said(service, number) is None
