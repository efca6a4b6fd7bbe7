import time
from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.document.records import Corpus
from qa_service.service import Service
from qa_service.suggestions.gathering import suggestions_in
from qa_service.suggestions.records import Kind, Suggestion
from qa_service.suggestions.suggester import SHARE, Suggester
from tests.search.samples import corpus


def question(text: str) -> Suggestion:
    return Suggestion(Kind.QUESTION, text, text)


def heading(text: str) -> Suggestion:
    return Suggestion(Kind.HEADING, text, text, "d.ru.1")


def texts(suggester: Suggester, typed: str, limit: int = 8) -> list[str]:
    return [each.text for each in suggester.suggest(typed, limit)]


def test_all_typed_words_are_wanted_and_what_begins_as_typed_comes_first() -> None:
    suggester = Suggester(
        [heading("Дети улиц"), question("Сколько детей в приютах?"), heading("Приюты для детей")], "ru"
    )
    assert texts(suggester, "приют дет") == ["Приюты для детей", "Сколько детей в приютах?"]
    assert texts(suggester, "Сколько дет")[0] == "Сколько детей в приютах?"


def test_where_nothing_holds_all_words_what_holds_the_telling_one_is_shown() -> None:
    suggester = Suggester([heading("Дошкольное воспитание"), heading("Суды"), heading("Права")], "ru")
    assert texts(suggester, "охват дошкол") == ["Дошкольное воспитание"]


def test_questions_leave_room_for_places_and_fill_it_where_there_are_none() -> None:
    questions = [question(f"Сколько сирот в {year} году?") for year in range(2010, 2020)]
    mixed = Suggester([*questions, heading("Поддержка сирот")], "ru").suggest("сирот", 4)
    assert [each.kind for each in mixed].count(Kind.QUESTION) == SHARE
    assert len(Suggester(questions, "ru").suggest("сирот", 8)) == 8


@pytest.mark.parametrize("typed", ["", "   ", "?!", "\x00\x1b[31m", "🙂", "xyzzy"])
def test_what_says_nothing_suggests_nothing(typed: str) -> None:
    assert Suggester([heading("Суды")], "ru").suggest(typed, 8) == ()


@given(st.text(max_size=80))
def test_any_text_may_be_typed(typed: str) -> None:
    assert (
        len(Suggester([heading("Суды"), question("Сколько судов в 2019 году?")], "ru").suggest(typed, 8)) < 3
    )


def test_a_language_without_documents_suggests_nothing() -> None:
    assert Suggester([], "ru").suggest("суды", 8) == ()


def test_only_questions_worded_as_such_are_suggested_and_each_once_in_its_own_language() -> None:
    document = corpus().documents[0]
    kazakh, russian = document.editions
    asked = [
        replace(each, questions=("Неше жетім бар?", "жетім саны", "Неше жетім бар?"))
        for each in kazakh.passages
    ]
    whole = Corpus((replace(document, editions=(replace(kazakh, passages=tuple(asked)), russian)),))
    assert suggestions_in(whole, (), "kk") == (question("Неше жетім бар?"),)
    assert suggestions_in(whole, (), "ru") == ()


@pytest.mark.parametrize(
    ("language", "typed", "kind", "holds"),
    [
        pytest.param("ru", "ст. 24", Kind.ARTICLE, "статья 24 Конвенции", id="an article, abbreviated"),
        pytest.param("kk", "24-бап", Kind.ARTICLE, "Конвенцияның 24-бабы", id="an article in Kazakh"),
        pytest.param("ru", "п. 12", Kind.OBSERVATION, "пункт 12 заключительных", id="an observation"),
        pytest.param("ru", "№ 501", Kind.ACT, "№ 501-V", id="an act by its number"),
        pytest.param("ru", "закон об образ", Kind.ACT, "«Об образовании»", id="a law by its title"),
        pytest.param("kk", "билим туралы", Kind.ACT, '"Білім туралы"', id="a law with Russian letters"),
        pytest.param("ru", "млоденческая", Kind.TABLE, "Таблица 6.", id="a table, mistyped"),
        pytest.param("kk", "6-ке", Kind.TABLE, "6-кесте.", id="a table by its number"),
        pytest.param("kk", "zhetim bal", Kind.TABLE, "18-кесте.", id="a table in Latin letters"),
        pytest.param("ru", "телесн", Kind.HEADING, "Телесные наказания", id="a heading"),
        pytest.param("ru", "сколько сирот", Kind.QUESTION, "Сколько сирот", id="a question"),
        pytest.param(
            "ru", "мүгедек", Kind.HEADING, "Мүгедектігі", id="the other language where this has none"
        ),
    ],
)
def test_the_real_report_offers_what_was_begun(
    service: Service, language: str, typed: str, kind: Kind, holds: str
) -> None:
    found = [each for each in service.suggest(typed, language, 8) if each.kind is kind]
    assert any(holds in each.text for each in found)


def test_places_lead_to_themselves_and_queries_are_understood(service: Service) -> None:
    headings = [each for each in service.suggest("балалар", "kk", 50) if each.kind is Kind.HEADING]
    assert headings
    assert all(each.passage and service.library.passage(each.passage).passage.text for each in headings)
    for typed, kind in (("таблица 6", "table"), ("ст. 24", "article"), ("закон об образ", "law")):
        assert service.cite(service.suggest(typed, "ru", 1)[0].query).kind == kind


def test_suggestions_keep_up_with_typing(service: Service) -> None:
    service.suggest("а", "kk", 8)
    typed = [*accumulate("жетім балалардың үйі"), *accumulate("скольо детей-сирто живёт в семьях")]
    started = time.perf_counter()
    for text in typed:
        service.suggest(text, "kk", 8)
    assert (time.perf_counter() - started) / len(typed) < 0.02
