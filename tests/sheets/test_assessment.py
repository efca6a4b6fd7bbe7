"""The status of an issue is what became of its demands; its evidence is cited."""

import pytest

from qa_service.sheets import assessment
from qa_service.sheets.assessment import assess
from qa_service.sheets.records import Issue, Kind, Status
from tests.sheets.fakes import FIGURE, OFFICIAL, ROW, RUSSIAN, FakeService


def issue(text: str) -> Issue:
    return Issue("1", "1", "", text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Просьба указать, как изменилось число детских домов.", Status.COVERED),
        ("Укажите, как изменилось число детских домов, и опишите полёты людей на Луну.", Status.PARTLY),
        ("Просьба описать полёты людей на Луну.", Status.NOTHING),
    ],
)
def test_the_status_is_the_share_of_demands_that_are_answered(text: str, status: Status) -> None:
    assert assess(issue(text), "ru", FakeService()).status is status


def test_passages_that_answer_come_before_those_that_are_only_nearest() -> None:
    text = "Опишите полёты людей на Луну, и укажите, как изменилось число детских домов."
    found = assess(issue(text), "ru", FakeService()).evidence
    assert [(each.number, each.passage, each.supports) for each in found] == [
        (1, RUSSIAN.id, True),
        (2, OFFICIAL.id, False),
    ]


def test_a_passage_is_quoted_word_for_word_with_citation_and_official_text() -> None:
    (found,) = assess(issue("Опишите число детских домов."), "ru", FakeService()).evidence
    assert found.text == RUSSIAN.text
    assert found.original == OFFICIAL.text
    assert found.citations == {"kk": "Баяндама [D1.ru.7]", "ru": "Доклад [D1.ru.7]"}
    assert found.highlights == ((0, 5),)


def test_a_figure_and_the_row_that_shows_it_are_evidence_of_their_own() -> None:
    figure, table = assess(issue("Укажите долю в Караганде."), "ru", FakeService()).evidence
    assert (figure.kind, figure.text, figure.place) == (Kind.FIGURE, "8,1 %", "Қарағанды, 2019")
    assert (figure.passage, figure.lines, figure.doubts) == (ROW.id, FIGURE.lines, FIGURE.doubts)
    assert (table.kind, table.grid) == (Kind.TABLE, (("Өңір", "2018", "2019"), ("Қарағанды", "9,58", "8,1")))


def test_a_passage_that_two_demands_find_is_shown_once() -> None:
    text = "Опишите состояние детских домов, и укажите, как изменилось число детских домов."
    service = FakeService()
    assert len(assess(issue(text), "ru", service).evidence) == 1
    assert len(service.asked) == 2


def test_a_chance_that_the_nearest_answer_makes_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessment, "NEAR", 0.1)
    assert assess(issue("Просьба описать полёты людей на Луну."), "ru", FakeService()).status is Status.PARTLY
