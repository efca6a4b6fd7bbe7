from pathlib import Path
from shutil import copytree, rmtree

import pytest

from qa_service.document.corpus import read_corpus
from qa_service.document.records import Document
from qa_service.errors import CorpusUnreadable
from qa_service.tables.attachment import with_tables
from tests.tables.conftest import REPORT


@pytest.fixture(scope="module")
def report() -> Document:
    return next(each for each in read_corpus(REPORT.parent).documents if each.id == REPORT.name)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    copytree(REPORT, tmp_path / REPORT.name)
    return tmp_path / REPORT.name


def test_every_edition_with_names_gets_the_same_tables_in_its_language(report: Document) -> None:
    kazakh, russian = with_tables(report, REPORT.parent).editions
    assert [table.number for table in kazakh.tables] == [table.number for table in russian.tables]
    assert kazakh.tables[5].rows[8].label == "Қарағанды"
    assert russian.tables[5].rows[8].label == "Карагандинская область"
    values = [[row.values for table in each.tables for row in table.rows] for each in (kazakh, russian)]
    assert values[0] == values[1]


def test_passages_and_outlines_stay_as_they_were(report: Document) -> None:
    for before, after in zip(report.editions, with_tables(report, REPORT.parent).editions, strict=True):
        assert (before.passages, before.outline) == (after.passages, after.outline)


def test_a_document_without_noted_tables_stays_as_it_is(report: Document, tmp_path: Path) -> None:
    assert with_tables(report, tmp_path) is report


def test_an_edition_without_names_of_its_own_has_no_tables(report: Document, copied: Path) -> None:
    rmtree(copied / "tables" / "ru")
    kazakh, russian = with_tables(report, copied.parent).editions
    assert kazakh.tables
    assert russian.tables == ()


def test_a_table_that_went_away_from_its_notes_is_refused(report: Document, copied: Path) -> None:
    lines = (copied / "kk.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    (copied / "kk.txt").write_text("".join(lines[:3_000] + lines[3_005:]), encoding="utf-8")
    with pytest.raises(CorpusUnreadable):
        with_tables(report, copied.parent)
