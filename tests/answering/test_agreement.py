"""Whether the body of the text says another figure than the table."""

import pytest

from qa_service.answering.agreement import disagreeing, numbers_in
from qa_service.answering.records import Figure
from qa_service.answering.sentences import Sentence, scored_sentences, stems_in
from qa_service.language.phrases import phrase
from qa_service.search.search import Hit
from qa_service.service import Service
from tests.answering.samples import hit, query, row

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


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("18 157 337 человек", {18157337}),
        ("9,58 на 1 000", {9.58, 1000}),
        ("в 2019 году 12 детей", {2019, 12}),
        ("нет чисел", set()),
    ],
)
def test_numbers_are_read_as_they_are_printed(text: str, numbers: set[float]) -> None:
    assert numbers_in(text) == numbers


def body(*hits: Hit) -> str | None:
    """What these hits say against 1250 orphans in 2019."""
    sentences = [
        (Sentence((0, len(each.passage.text)), 1.0, stems_in(each.passage.text, "ru")),) for each in hits
    ]
    figure = Figure("1 250", 1250.0, None, 6, "РК", "2019", (31, 31))
    return disagreeing(query("Сколько сирот было в 2019 году?"), figure, hits, sentences)


def test_one_sentence_that_agrees_is_enough() -> None:
    other = "Сирот в 2019 году было 1300."
    assert body(hit(other)) == other
    assert body(hit(other), hit("В 2019 году сирот было 1 250.", 2)) is None


@pytest.mark.parametrize("text", ["Сирот в 2018 году было 1300.", "Школ в 2019 году было 1300."])
def test_other_years_and_other_things_do_not_disagree(text: str) -> None:
    assert body(hit(text)) is None


def test_a_row_of_a_table_is_not_the_body() -> None:
    assert body(row("сирот было 2019 1300")) is None


def test_a_cell_that_may_not_be_the_one_asked_for_is_not_held_against_the_body(service: Service) -> None:
    _, reply = service.ask("балалар саны 2019", 5)
    opening = phrase("answer.disagreement", "kk", text="").rstrip("»")
    assert not [notice for notice in reply.notices if notice.startswith(opening)]
