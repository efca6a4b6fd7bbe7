from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.answering.sentences import (
    NEXT_BEST,
    Sentence,
    best_sentences,
    counterpart_highlights,
    highlights,
    scored_sentences,
    spans_of,
    stems_in,
)
from qa_service.index.snapshot import Snapshot
from qa_service.search.search import Searcher
from tests.answering.samples import hit
from tests.index.samples import WordEncoder
from tests.search.samples import passage, reader_of, snapshot_of


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot_of(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def searcher(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    reader = reader_of(Path(tmp_path_factory.mktemp("terms")))
    return Searcher(snapshot, WordEncoder(), reader)


def sentence(start: int, score: float) -> Sentence:
    return Sentence((start, start + 5), score, frozenset())


def test_the_sentence_that_answers_scores_highest(snapshot: Snapshot, searcher: Searcher) -> None:
    result = searcher.search("Учителя обучены в 2018 году", 3)
    first = result.hits[0]
    school, teachers = scored_sentences(snapshot, result, first)
    assert first.passage.text[slice(*teachers.span)] == "Учителя обучены в 2018 году."
    assert teachers.score > school.score


def test_a_sentence_has_the_stems_of_its_partner_in_the_other_edition(
    snapshot: Snapshot, searcher: Searcher
) -> None:
    result = searcher.search("Учителя обучены в 2018 году", 3)
    school, teachers = scored_sentences(snapshot, result, result.hits[0])
    assert stems_in("Мұғалімдер", "kk") <= teachers.stems
    assert not stems_in("Мұғалімдер", "kk") & school.stems


def test_where_the_editions_are_divided_otherwise_no_stems_are_lent(
    snapshot: Snapshot, searcher: Searcher
) -> None:
    result = searcher.search("Учителя обучены в 2018 году", 3)
    other = replace(result.hits[0], counterpart=passage(3, "Мектептер мұғалімдер."))
    assert not any(
        stems_in("Мектептер", "kk") & each.stems for each in scored_sentences(snapshot, result, other)
    )


def test_sentences_beyond_the_models_limit_are_scored_too(snapshot: Snapshot, searcher: Searcher) -> None:
    result = searcher.search("Учителя обучены в 2018 году", 3)
    longer = replace(result.hits[0].passage, text=f"{result.hits[0].passage.text} Школы. Дети. Семьи.")
    scored = scored_sentences(snapshot, result, replace(result.hits[0], passage=longer))
    assert len(scored) == 5
    assert scored[1].score == max(each.score for each in scored)


def test_a_passage_without_a_sentence_is_one() -> None:
    assert spans_of(passage(2, "дети")) == [(0, 4)]
    assert spans_of(passage(2, "")) == [(0, 0)]


def test_the_best_sentence_is_chosen_alone_when_no_other_comes_near() -> None:
    assert best_sentences((sentence(0, 1.0), sentence(6, 1.01 + NEXT_BEST), sentence(12, 0.2))) == (1,)


def test_two_sentences_that_come_near_are_given_in_the_order_of_the_text() -> None:
    chosen = (sentence(0, 1.0), sentence(6, 0.5), sentence(12, 1.2))
    assert best_sentences(chosen) == (0, 2)
    assert highlights(chosen, (0, 2)) == ((0, 5), (12, 17))


def test_the_same_sentences_are_highlighted_in_the_other_edition() -> None:
    found = hit("Построены школы. Обучены учителя.", counterpart=passage(2, "Мектеп салынды. Адам оқыды."))
    assert counterpart_highlights(found, 2, (1,)) == ((16, 27),)


def test_an_edition_that_is_divided_otherwise_is_highlighted_as_a_whole() -> None:
    found = hit("Построены школы. Обучены учителя.", counterpart=passage(2, "Мектеп салынды."))
    assert counterpart_highlights(found, 2, (1,)) == ((0, 15),)


def test_without_another_edition_nothing_is_highlighted_there() -> None:
    assert counterpart_highlights(hit("Школы."), 1, (0,)) == ()
