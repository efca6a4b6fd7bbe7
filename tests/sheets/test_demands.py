"""Each demand of an issue is asked by itself, without the manner of asking."""

import pytest

from qa_service.sheets.demands import LONGEST, demands, questions
from qa_service.sheets.records import Issue


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        pytest.param(
            "en",
            "With reference to paragraph 12 of the concluding observations, please provide updated"
            " information on the measures taken to prevent suicide, and indicate"
            " whether a strategy was adopted.",
            ["the measures taken to prevent suicide", "whether a strategy was adopted"],
            id="English",
        ),
        pytest.param(
            "en",
            "The Committee notes the law. Please describe how it is applied in villages (CRC/C/1, para. 2).",
            ["how it is applied in villages"],
            id="what the Committee notes is no demand",
        ),
        pytest.param(
            "ru",
            "Со ссылкой на пункт 46 заключительных замечаний просьба представить обновлённую информацию"
            " о мерах, принятых для снижения смертности, а также указать, какие ресурсы на это выделяются.",
            ["мерах, принятых для снижения смертности", "какие ресурсы на это выделяются"],
            id="Russian",
        ),
        pytest.param(
            "kk",
            "Суицидтің алдын алу шаралары туралы ақпарат беріңіз, сондай-ақ сенім телефондарының саны туралы"
            " деректерді көрсетіңіз.",
            ["Суицидтің алдын алу шаралары", "сенім телефондарының саны"],
            id="Kazakh",
        ),
        pytest.param("en", "Please provide the following information:", [], id="an opening asks nothing"),
    ],
)
def test_demands_are_told_apart(language: str, text: str, found: list[str]) -> None:
    assert list(demands(text, language)) == found


def test_a_short_rest_is_not_asked_without_what_it_belongs_to() -> None:
    assert list(demands("Опишите меры защиты детей-сирот, а также их результаты.", "ru")) == [
        "меры защиты детей-сирот, а также их результаты"
    ]


def test_a_short_sub_question_is_asked_with_what_its_paragraph_speaks_of() -> None:
    issue = Issue("1a", "1", "a", "the budget", lead="Regarding measures against suicide, please state:")
    (question,) = questions(issue, "en")
    assert "suicide" in question
    assert question.endswith(": the budget")


def test_there_is_always_something_to_ask() -> None:
    assert questions(Issue("1", "1", "", "Please provide information."), "en")


def test_a_question_is_never_longer_than_what_is_asked() -> None:
    (question,) = questions(Issue("1", "1", "", "слово " * 1000), "ru")
    assert len(question) <= LONGEST
