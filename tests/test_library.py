from dataclasses import replace

import pytest

from qa_service.document.records import Corpus, Document, Edition, Status, Table
from qa_service.errors import DocumentUnknown, EditionUnknown, PassageUnknown, TableUnknown
from qa_service.library import Library
from tests.search.samples import corpus, edition

TABLE = Table(6, "Кесте", "%", None, None, ("2019",), (), None, (), (1, 2))
OTHER = Table(6, "Таблица", "%", None, None, ("2019",), (), None, (), (1, 2))


def document() -> Document:
    """The sample with a table in both languages."""
    kazakh, russian = corpus().documents[0].editions
    return replace(
        corpus().documents[0], editions=(replace(kazakh, tables=(TABLE,)), replace(russian, tables=(OTHER,)))
    )


@pytest.fixture
def library() -> Library:
    return Library(Corpus((document(),)))


def test_a_passage_comes_with_those_around_it_and_its_counterpart(library: Library) -> None:
    view = library.passage("d.kk.3")
    assert view.previous is not None
    assert view.next is not None
    assert view.counterpart is not None
    assert [each.id for each in (view.previous, view.passage, view.next)] == ["d.kk.2", "d.kk.3", "d.kk.4"]
    assert view.counterpart.id == "d.ru.3"
    assert library.passage("d.ru.3").counterpart == view.passage


def test_the_first_has_none_before_it_and_the_last_none_after_it(library: Library) -> None:
    assert library.passage("d.kk.1").previous is None
    assert library.passage("d.kk.4").next is None


def test_a_passage_that_was_not_translated_has_no_counterpart(library: Library) -> None:
    assert library.passage("d.kk.4").counterpart is None


def test_neighbours_stay_within_their_edition(library: Library) -> None:
    assert library.passage("d.ru.1").previous is None
    assert library.passage("d.ru.3").next is None


def test_an_unknown_id_is_named(library: Library) -> None:
    with pytest.raises(PassageUnknown, match=r"d\.kk\.99"):
        library.passage("d.kk.99")
    with pytest.raises(DocumentUnknown, match="other"):
        library.document("other")


def test_tables_are_shown_in_the_language_asked_for_and_else_as_the_official_ones(library: Library) -> None:
    assert library.table(6, "ru") == OTHER
    assert library.table(6, "kk") == library.table(6) == TABLE


def test_a_language_without_an_edition_is_told_and_not_answered_in_another(library: Library) -> None:
    for asked in (lambda: library.table(6, "en"), lambda: library.tables("en")):
        with pytest.raises(EditionUnknown) as refused:
            asked()
        assert refused.value.values == {"language": "en", "known": "kk, ru"}


def test_an_edition_without_tables_of_its_own_shows_the_official_ones() -> None:
    kazakh, russian = document().editions
    bare = replace(document(), editions=(kazakh, replace(russian, tables=())))
    assert Library(Corpus((bare,))).tables("ru") == (TABLE,)


def test_an_unknown_table_is_refused_with_the_numbers_there_are(library: Library) -> None:
    with pytest.raises(TableUnknown) as refused:
        library.table(7)
    assert refused.value.values == {"number": 7, "known": "6–6"}


def test_documents_without_tables_know_none() -> None:
    plain = Edition("kk", Status.OFFICIAL, "kk.txt", edition({2: "Мәтін."}, "kk").passages, ())
    library = Library(Corpus((replace(document(), editions=(plain,), pairs=()),)))
    assert library.tables() == ()
    with pytest.raises(TableUnknown) as refused:
        library.table(1)
    assert refused.value.values["known"] == "–"


def test_every_passage_has_its_footnote_in_each_language(library: Library) -> None:
    footnotes = library.citation(library.passage("d.ru.2").passage)
    assert set(footnotes) == {"kk", "ru", "en"}
    assert "Документ" in footnotes["ru"]
    assert "Құжат" in footnotes["kk"]
