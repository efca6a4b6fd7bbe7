"""Searching the real report: every promise that only real text and the real model can keep."""

import pytest

from qa_service.document.records import Kind, Status
from qa_service.search.search import Hit
from qa_service.service import Service

WAR = "P2100000942.kk.2752"
"""The law forbids to draw children into hostilities."""

SCHOOLS = "P2100000942.kk.1301"
"""How many people the schools for foster parents taught."""

QUERIES = (
    "балалар үйлері мен жетім балалар",
    "школьное питание и здоровье",
    "Запрет жестокого обращения с детьми (статья 19)",
    "суицид",
    "2019",
)


def official(hit: Hit) -> str:
    """The id of the official passage of a hit, in whatever language it is shown."""
    both = (hit.passage, hit.counterpart)
    return next(each.id for each in both if each and each.status is Status.OFFICIAL)


def first(service: Service, query: str) -> str:
    return official(service.search(query, 1).hits[0])


@pytest.mark.parametrize(
    "query",
    [
        "Балаларды соғыс қимылдарына тартуға тыйым салынған ба?",
        "балаларды согыс кимылдарына тартуга тыйым салынган ба?",
        "balalardy sogys qimyldaryna tartuga tyiym salyngan ba?",
        "balalardı soğıs qimıldarına tartuğa tıyım salınğan ba?",
        "Запрещено ли привлекать детей к участию в военных действиях?",
        "ЗАПРЕЩЕНО ЛИ ПРИВЛЕКАТЬ ДЕТЕЙ К УЧАСТИЮ В ВОЕННЫХ ДЕЙСТВИЯХ",
    ],
    ids=["kazakh", "russian letters", "latin", "turkish latin", "russian", "capitals"],
)
def test_the_same_question_finds_the_same_passage_however_it_is_typed(service: Service, query: str) -> None:
    assert first(service, query) == WAR


@pytest.mark.parametrize(
    "query",
    [
        "Запрещено ли првлекать детей к участию в военных действиях?",
        "Запрещено ли привлекать детей к участию в воеенных действиях?",
        "Запрещено ли привлекать детей к участею в военных действиях?",
        "Балаларды соғыс қимылдарна тартуға тыйым салынған ба?",
    ],
)
def test_one_wrong_letter_changes_nothing(service: Service, query: str) -> None:
    assert first(service, query) == WAR


def test_both_languages_find_the_same_passage(service: Service) -> None:
    assert first(service, "Сколько людей обучили школы приёмных родителей в 2020 году?") == SCHOOLS
    assert first(service, "2020 жылы қабылдаушы ата-аналар мектебінде қанша адам оқыды?") == SCHOOLS


@pytest.mark.parametrize("query", ["169-VI", "№ 169-VI", "закон № 169-VI", "169-VI Заңы", "169-VІ ҚРЗ"])
def test_the_number_of_a_law_finds_the_law(service: Service, query: str) -> None:
    hit = service.search(query, 1).hits[0]
    assert "169-V" in hit.passage.text


def test_a_russian_reader_gets_russian_passages_with_the_official_ones_beside_them(service: Service) -> None:
    hits = service.search("защита детей от насилия в семье", 20).hits
    assert {hit.passage.language for hit in hits} == {"ru"}
    assert all(hit.counterpart and hit.counterpart.status is Status.OFFICIAL for hit in hits)


@pytest.mark.parametrize("query", QUERIES)
def test_two_editions_never_fill_two_places_and_no_heading_fills_one(service: Service, query: str) -> None:
    hits = service.search(query, 50).hits
    assert len({official(hit) for hit in hits}) == len(hits) == 50
    assert all(hit.passage.kind is not Kind.HEADING for hit in hits)


def test_the_hits_of_a_query_are_the_same_every_time(service: Service) -> None:
    found = [service.search("школьное питание", 10).hits for _ in range(2)]
    assert found[0] == found[1]


@pytest.mark.parametrize("query", ["\ufdfa" * 2_000, "\x01\u202eа\x00" * 400, "а" * 2_000, "?!,.", "1"])
def test_noise_is_searched_like_anything_else_and_leaves_the_service_as_it_was(
    service: Service, query: str
) -> None:
    before = first(service, "привлечение детей к военным действиям")
    assert len(service.search(query, 5).hits) == 5
    assert first(service, "привлечение детей к военным действиям") == before == WAR
