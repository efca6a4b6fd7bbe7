from dataclasses import replace

import pytest

from qa_service.answering.asked import kinds_of, stems_asked_alike
from qa_service.language.stems import stems
from tests.answering.samples import hit, query
from tests.search.samples import passage


@pytest.mark.parametrize(
    ("kazakh", "russian", "kinds"),
    [
        ("Мектептер нешеу?", "Сколько школ?", {"count"}),
        ("Қыздардың үлесі", "доля девочек", {"share"}),
        ("Айыппұл қандай?", "Какой штраф?", {"money"}),
        ("Неше жастан жұмыс істеуге болады?", "Со скольки работают?", {"age"}),
        ("Заң қашан күшіне енді?", "Когда вступил в силу этот закон?", {"date", "law"}),
        ("Комитетті кім басқарады?", "Кто возглавляет комитет?", {"person"}),
        ("Колония қайда?", "Где находится колония?", {"place"}),
        ("Орталық қалай аталады?", "Как называется центр?", {"name"}),
        ("Қоңырау түсті ме?", "Был ли звонок?", {"yes or no"}),
        ("балалар кітапханасы", "детская библиотека", set()),
    ],
)
def test_question_words_tell_the_kind_of_answer_in_both_languages(
    kazakh: str, russian: str, kinds: set[str]
) -> None:
    assert kinds_of(kazakh, "kk") == kinds
    assert kinds_of(russian, "ru") == kinds


def test_an_english_question_tells_its_kind_though_it_is_searched_as_kazakh() -> None:
    assert kinds_of("How many schools are there?", "kk") == {"count"}


def beside(*questions: str) -> frozenset[str]:
    """What the questions beside a passage, in Kazakh but for the last, share with a query for a number."""
    official = replace(passage(2, "Мектептер."), questions=questions[:-1])
    shown = hit("Школы.", counterpart=official)
    shown = replace(shown, passage=replace(shown.passage, questions=questions[-1:]))
    return stems_asked_alike(query("Сколько сирот?"), shown)


def test_questions_of_both_editions_that_ask_for_the_same_kind_count() -> None:
    stems_of_both = beside("Мектептер қайда?", "Мұғалімдер нешеу?", "Число классов")
    assert stems_of_both == {*stems("мұғалімдер", "kk"), *stems("число классов", "ru")}


def test_a_query_that_asks_for_nothing_in_particular_may_ask_for_anything() -> None:
    shown = hit("Школы.")
    shown = replace(shown, passage=replace(shown.passage, questions=("Где школы?", "Сколько учителей?")))
    assert stems_asked_alike(query("школы"), shown) == frozenset(stems("школы учителей", "ru"))
    assert not stems_asked_alike(query("школы"), hit("Школы."))
