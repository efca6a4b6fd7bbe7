from concurrent.futures import ThreadPoolExecutor

import pytest

from qa_service.document.records import Kind
from qa_service.errors import QueryInvalid
from qa_service.index.snapshot import Snapshot
from qa_service.search.query import QueryReader
from qa_service.search.search import Searcher
from tests.index.samples import WordEncoder


@pytest.fixture(scope="module")
def searcher(snapshot: Snapshot, reader: QueryReader) -> Searcher:
    return Searcher(snapshot, WordEncoder(), reader)


def test_a_russian_query_gets_the_russian_passage_with_the_official_one_beside_it(searcher: Searcher) -> None:
    first = searcher.search("Число сирот в 2019 году", 3).hits[0]
    assert first.passage.id == "d.ru.2"
    assert first.counterpart is not None
    assert first.counterpart.id == "d.kk.2"


def test_a_passage_that_was_not_translated_is_shown_as_it_stands(searcher: Searcher) -> None:
    hits = searcher.search("Построены школы", 3).hits
    assert [hit.passage.language for hit in hits if hit.counterpart is None] == ["kk"]


def test_a_place_in_the_results_is_filled_once_and_never_by_a_heading(searcher: Searcher) -> None:
    hits = searcher.search("Права ребенка", 50).hits
    assert sorted(hit.passage.lines[0] for hit in hits) == [2, 3, 4]
    assert all(hit.passage.kind is not Kind.HEADING for hit in hits)


def test_hits_are_ranked_from_one_and_fall_in_score(searcher: Searcher) -> None:
    hits = searcher.search("Мектептер салынды", 3).hits
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_no_more_hits_than_asked_for_and_the_same_ones_first(searcher: Searcher) -> None:
    one, many = (searcher.search("Мектептер салынды", limit).hits for limit in (1, 3))
    assert one == many[:1]


def test_what_the_hits_speak_of_is_in_their_order(searcher: Searcher) -> None:
    result = searcher.search("жетім балалар", 3)
    assert result.held.shape == (len(result.query.concepts), 3)
    assert result.held[0].tolist() == [hit.passage.id == "d.kk.2" for hit in result.hits]


def test_a_query_of_words_that_nobody_wrote_gives_finite_scores(searcher: Searcher) -> None:
    hits = searcher.search("\ufdfa" * 50 + "?!", 3).hits
    assert all(abs(hit.score) < 1e6 for hit in hits)


def test_a_blank_query_is_refused(searcher: Searcher) -> None:
    with pytest.raises(QueryInvalid):
        searcher.search("  ", 3)


def test_threads_do_not_disturb_each_other(searcher: Searcher) -> None:
    queries = ["Мектептер салынды", "Число сирот", "Жәрдемақы мөлшері"] * 8
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda text: searcher.search(text, 3).hits, queries))
    assert found == [searcher.search(text, 3).hits for text in queries]
