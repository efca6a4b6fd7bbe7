from pathlib import Path

import pytest

from qa_service.assembly import read_library
from qa_service.document.records import Document, Kind, Passage, Row
from qa_service.tables.passages import row_id, row_text, value_span

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_library(CORPUS).documents[0]


@pytest.fixture(scope="module")
def passages(document: Document) -> dict[str, Passage]:
    return {passage.id: passage for edition in document.editions for passage in edition.passages}


def test_a_row_is_its_label_and_figures_and_is_found_by_what_its_table_says(
    document: Document, passages: dict[str, Passage]
) -> None:
    row = passages[row_id(document.id, "ru", 6, 9)]
    assert row.text.startswith("Карагандинская область 9,07")
    assert "Младенческая смертность" in row.context


def test_every_row_of_every_table_is_a_passage_in_each_language(document: Document) -> None:
    for edition in document.editions:
        rows = [passage for passage in edition.passages if passage.kind is Kind.ROW]
        assert len(rows) == sum(len(table.rows) for table in edition.tables)
        assert len({passage.id for passage in edition.passages}) == len(edition.passages)


def test_rows_stand_after_their_table_in_its_lines(document: Document) -> None:
    tables = {table.number: table for table in document.official.tables}
    last = None
    for passage in document.official.passages:
        if passage.kind is Kind.ROW and passage.table is not None:
            assert passage.table == last
            assert tables[passage.table].lines[0] <= passage.lines[0] <= passage.lines[1]
        last = passage.table


def test_rows_are_paired_across_languages_once(document: Document, passages: dict[str, Passage]) -> None:
    pairs = [pair for pair in document.pairs if passages[pair.official[0]].kind is Kind.ROW]
    assert len(pairs) == sum(len(table.rows) for table in document.official.tables)
    assert all(passages[pair.other[0]].row == passages[pair.official[0]].row for pair in pairs)


def test_a_value_is_found_in_the_text_of_its_row_past_blank_cells() -> None:
    row = Row(label="2 9", group=None, values=("", "9", "9,5", "9"), lines=(1, 1))
    spans = [value_span(row, column) for column in (1, 2, 3)]
    assert [row_text(row)[start:end] for start, end in spans] == ["9", "9,5", "9"]
    assert [start for start, _ in spans] == [4, 6, 10]
