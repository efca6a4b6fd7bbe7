"""What a refusal names."""

import re

import pytest

from qa_service.answering.refusal import LONGEST_OPENING, refusal
from qa_service.document.records import Passage
from qa_service.language.phrases import phrase
from qa_service.search.query import Concept, Query
from qa_service.search.search import Hit
from qa_service.service import Service
from tests.answering import samples


def asked(text: str, *concepts: Concept) -> Query:
    return Query(text, "ru", "ru", text, text, "ru", concepts=concepts)


def hit(passage: Passage) -> Hit:
    return Hit(1, 0.1, passage, None, 0, None, {})


def test_what_has_no_words_is_not_told_of_any_section(service: Service) -> None:
    for text in ("😀", "???"):
        result = service.search(text, 3)
        assert refusal(result.query, result.hits, "ru") == refusal(result.query, (), "ru")


def test_a_passage_under_no_heading_is_named_by_whole_words(service: Service) -> None:
    passage = next(
        one
        for one in service.snapshot.passages
        if one.language == "ru" and not one.path and len(one.text) > LONGEST_OPENING
    )
    result = service.search("права ребенка", 1)
    told = refusal(asked("права", *result.query.concepts), [hit(passage)], "ru")
    found = re.search("«(.+) …»", told)
    assert found is not None
    assert f"{found[1]} " in " ".join(passage.text.split())


def test_a_year_is_missing_from_the_section_and_not_from_the_documents(service: Service) -> None:
    result = service.search("материнская смертность", 1)
    passage = next(one for one in service.snapshot.passages if one.id == "P2100000942.ru.1557")
    query = asked("материнская смертность в 2018 году", *result.query.concepts)
    told = refusal(query, [hit(passage)], "ru")
    general = refusal(query, (), "ru")
    assert told.startswith(general)
    assert told.endswith("другие годы: 2016, 2019–2020 (в вопросе – 2018).")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_nearest_section_is_named_in_the_language_of_the_reader(language: str) -> None:
    told = refusal(samples.query("медведи"), [samples.hit("Число сирот сократилось.")], language)
    assert told == phrase("refusal.nearest", language, where="Глава")


def test_missing_years_are_named_with_those_there_are() -> None:
    nearest = samples.hit("В 2015, 2016 и 2017 годах, а также в 2020 году сирот стало меньше.")
    told = refusal(samples.query("Сколько сирот было в 2035 году?"), [nearest], "ru")
    assert "2035" in told
    assert "2015–2017, 2020" in told


def test_years_are_not_blamed_where_the_passage_has_them() -> None:
    nearest = samples.hit("В 2016 году сирот стало меньше.")
    told = refusal(samples.query("Сколько медведей было в 2016 году?"), [nearest], "ru")
    assert told == phrase("refusal.nearest", "ru", where="Глава")
