"""The parts put together over the real report."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from qa_service.assembly import open_service, read_library
from qa_service.document.records import Kind, Passage, Status
from qa_service.errors import (
    CorpusUnreadable,
    DocumentUnknown,
    IndexMissing,
    PassageUnknown,
    QueryInvalid,
    TableUnknown,
)
from qa_service.service import Service
from qa_service.settings import Settings
from qa_service.tables.attachment import tables_of
from tests.document.adilet import adilet_file

REPORT = "P2100000942"


@pytest.fixture(scope="module")
def passages(service: Service) -> tuple[Passage, ...]:
    return service.snapshot.passages


def test_without_an_index_the_service_says_so(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        open_service(settings.model_copy(update={"index": tmp_path}))


def test_without_its_corpus_folder_the_service_does_not_start_without_terms(
    settings: Settings, tmp_path: Path
) -> None:
    with pytest.raises(CorpusUnreadable, match="no such folder"):
        open_service(settings.model_copy(update={"corpus": tmp_path / "corpus"}))


def test_the_index_holds_what_the_corpus_says_today(service: Service, settings: Settings) -> None:
    read = read_library(settings.corpus)
    officials = (read.documents[0].official, service.snapshot.corpus.documents[0].official)
    assert officials[0] == officials[1]


def test_ids_are_the_same_when_other_documents_are_added(service: Service, tmp_path: Path) -> None:
    copytree(Path(__file__).parents[1] / "corpus" / REPORT, tmp_path / REPORT)
    (tmp_path / "a.txt").write_text("Первый документ. В нём сказано о детях.", encoding="utf-8")
    (tmp_path / "z.txt").write_text("Последний документ.", encoding="utf-8")
    documents = {document.id: document for document in read_library(tmp_path).documents}
    assert set(documents) == {REPORT, "a", "z"}
    known = [passage.id for passage in service.library.document(REPORT).official.passages]
    assert [passage.id for passage in documents[REPORT].official.passages] == known


def test_every_id_is_its_passages_own(passages: tuple[Passage, ...]) -> None:
    assert len({passage.id for passage in passages}) == len(passages)


def test_every_passage_is_found_by_its_id_with_its_footnotes(
    service: Service, passages: tuple[Passage, ...]
) -> None:
    for passage in passages[::97]:
        assert service.library.passage(passage.id).passage == passage
        assert all(passage.document in note for note in service.library.citation(passage).values())


def test_every_paragraph_of_the_translation_leads_to_the_official_one(
    service: Service, passages: tuple[Passage, ...]
) -> None:
    for passage in passages:
        if passage.status is Status.WORKING and passage.kind in (Kind.PARAGRAPH, Kind.LIST):
            other = service.library.passage(passage.id).counterpart
            assert other is not None, passage.id
            assert other.status is Status.OFFICIAL
            assert passage.source_lines is not None
            assert passage.source_lines[0] == other.lines[0] <= other.lines[1] <= passage.source_lines[1]


def test_what_is_unknown_is_refused_by_its_name(service: Service) -> None:
    with pytest.raises(PassageUnknown):
        service.library.passage(f"{REPORT}.kk.999999")
    with pytest.raises(DocumentUnknown):
        service.library.document("P0")
    with pytest.raises(TableUnknown):
        service.library.table(99)


def test_every_call_refuses_a_blank_text(service: Service) -> None:
    for call in (lambda: service.search(" ", 5), lambda: service.ask("\x00", 5), lambda: service.cite("")):
        with pytest.raises(QueryInvalid):
            call()


def test_every_table_is_there_in_both_languages(service: Service) -> None:
    numbers = [[table.number for table in service.library.tables(language)] for language in ("kk", "ru")]
    assert numbers[0] == numbers[1] == list(range(1, 42))
    assert service.library.table(6, "ru").rows[8].label == "Карагандинская область"
    [(language, document), *_] = [(set(tables), name) for name, tables in tables_of(service.snapshot.corpus)]
    assert (language, document) == ({"kk", "ru"}, REPORT)


def test_a_reference_names_its_places_in_the_language_it_was_typed_in(service: Service) -> None:
    found = service.cite("статья 12 Конвенции")
    assert found.language == "ru"
    assert all("12" in hit.passage.articles for hit in found.hits)
    assert found.hits


def test_a_reference_that_tells_no_language_has_its_counterparts_in_the_one_asked_for(
    service: Service,
) -> None:
    found = service.cite("№ 501-V", "ru")
    assert found.language == "ru"
    assert all(hit.counterpart and hit.counterpart.language == "ru" for hit in found.hits)


@pytest.mark.parametrize(
    ("typed", "meant"), [("19-bap", "19-бап"), ("keste 6", "кесте 6"), ("III tarau", "III")]
)
def test_a_reference_may_be_typed_in_latin(service: Service, typed: str, meant: str) -> None:
    assert service.cite(typed).hits == service.cite(meant).hits != ()


def test_questions_of_several_threads_are_answered_as_one_by_one(service: Service) -> None:
    questions = ["статья 12 Конвенции", "Баланы соғыс қимылдарына тартуға бола ма?", "суицид"] * 3
    with ThreadPoolExecutor(3) as threads:
        together = list(threads.map(lambda question: service.ask(question, 3)[1], questions))
    assert together == [service.ask(question, 3)[1] for question in questions]


def test_a_dropped_official_edition_is_tied_passage_by_passage(tmp_path: Path) -> None:
    """Pairs of rows must not make it look tied already."""
    folder = Path(__file__).parents[1] / "corpus" / REPORT
    copytree(folder, tmp_path / REPORT)
    (tmp_path / REPORT / "ru.txt").write_text(adilet_file(folder).text, encoding="utf-8")
    alike = np.full(8, 8**-0.5, np.float32)
    document = read_library(tmp_path, lambda texts: np.tile(alike, (len(texts), 1))).documents[0]
    tables = {passage.id for passage in document.official.passages if passage.table is not None}
    assert sum(pair.official[0] not in tables for pair in document.pairs) > 500
