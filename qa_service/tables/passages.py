"""Tables and their rows as passages: found by search, and cited with table, row and column."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qa_service.document.records import Document, Edition, Kind, Pair, Passage, Row, Table
from qa_service.tables.headers import JOINT
from qa_service.tables.outlines import with_tables_listed


def row_id(document: str, language: str, table: int, row: int) -> str:
    """The id of a row's passage; `row` counts from 1."""
    return f"{table_id(document, language, table)}.r{row}"


def cell_id(document: str, language: str, table: int, row: int, column: int) -> str:
    """The id by which a cell is cited; `row` and `column` count from 1."""
    return f"{row_id(document, language, table, row)}.c{column}"


def table_id(document: str, language: str, table: int) -> str:
    """The id of a table's passage."""
    return f"{document}.{language}.t{table}"


def with_rows(document: Document) -> Document:
    """The document with a passage for every row of its tables, after that of its table.

    Editions that translate the tables' names get the tables too, also in their outlines; their rows are
    paired with those of the official edition.
    """
    official = document.official
    places = {passage.table: passage for passage in official.passages if passage.kind is Kind.TABLE}
    editions = [_with_rows(edition, document, places) for edition in document.editions]
    found = [pair for edition in editions[1:] for pair in _pairs(document, official.language, edition)]
    known = {pair.official for pair in document.pairs}
    pairs = (*document.pairs, *(pair for pair in found if pair.official not in known))
    listed = (with_tables_listed(edition, official, pairs) for edition in editions)
    return replace(document, editions=tuple(listed), pairs=pairs)


def row_text(row: Row) -> str:
    """The row as printed: its label and its values."""
    return " ".join((row.label, *(value for value in row.values if value)))


def value_span(row: Row, column: int) -> tuple[int, int]:
    """Where the value of a column stands in the row's text; columns count from 0."""
    before = row_text(replace(row, values=row.values[:column]))
    start = len(before) + 1
    return start, start + len(row.values[column])


def row_subject(table: Table, row: Row) -> str:
    """What the row is about: "title: group, label"."""
    return f"{table.title}: {', '.join((*_groups(row), row.label))}"


def _groups(row: Row) -> tuple[str, ...]:
    return tuple(row.group.split(JOINT)) if row.group else ()


def _with_rows(edition: Edition, document: Document, places: Mapping[int | None, Passage]) -> Edition:
    tables = {table.number: table for table in edition.tables if table.number in places}
    passages: list[Passage] = []
    for passage in edition.passages:
        passages.append(passage)
        if passage.kind is Kind.TABLE and passage.table in tables:
            passages += _rows(tables.pop(passage.table), edition, document.id, places)
    for table in tables.values():
        passages += (_table(table, edition, places), *_rows(table, edition, document.id, places))
    return replace(edition, passages=tuple(passages))


def _rows(
    table: Table, edition: Edition, document: str, places: Mapping[int | None, Passage]
) -> Iterator[Passage]:
    for number, row in enumerate(table.rows, start=1):
        yield replace(
            _table(table, edition, places),
            id=row_id(document, edition.language, table.number, number),
            kind=Kind.ROW,
            text=row_text(row),
            context=row_subject(table, row),
            lines=row.lines,
            row=number,
        )


def _table(table: Table, edition: Edition, places: Mapping[int | None, Passage]) -> Passage:
    """The table's passage in an edition that has none: named as there, counted in the official lines."""
    place = places[table.number]
    own = edition.language == place.language
    chapters = place.path if own or not table.chapter else (table.chapter,)
    return replace(
        place,
        id=table_id(place.document, edition.language, table.number),
        language=edition.language,
        status=edition.status,
        text=" ".join((table.title, *table.columns, *(row.label for row in table.rows), *table.notes)),
        path=(*chapters, table.title),
        mends=(),
    )


def _pairs(document: Document, official: str, edition: Edition) -> Iterator[Pair]:
    for table in edition.tables:
        both = [table_id(document.id, language, table.number) for language in (official, edition.language)]
        yield Pair((both[0],), (both[1],))
        for row in range(1, len(table.rows) + 1):
            yield Pair((f"{both[0]}.r{row}",), (f"{both[1]}.r{row}",))
