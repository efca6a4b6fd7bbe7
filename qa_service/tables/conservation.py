"""Nothing lost, nothing added: the digits of a table's source lines are the digits of what was read."""

from collections.abc import Iterable, Iterator, Sequence

from qa_service.document.records import Row, Table
from qa_service.tables.headers import numbered
from qa_service.tables.layout import Layout
from qa_service.tables.rows import LABEL, entries
from qa_service.tables.tokens import SourceLine


def digits(texts: Iterable[str]) -> str:
    """The digits of the texts in order."""
    return "".join(sign for text in texts for sign in text if sign.isdigit())


def printed_digits(lines: Sequence[SourceLine]) -> str:
    """The digits of the source lines, title and source included."""
    return digits(line.text for line in lines)


def read_digits(table: Table, header: Sequence[str], layout: Layout) -> str:
    """The digits of the table in the order of print; `header` is its cells in that order."""
    body = body_texts(table.rows, layout)
    return digits((str(table.number), table.title, *header, *body, *table.notes, table.source or ""))


def body_texts(rows: Sequence[Row], layout: Layout) -> Iterator[str]:
    """Headings, labels with their marks and values with theirs, as printed."""
    left = iter(rows)
    for entry in entries(layout):
        if entry.heading:
            yield entry.printed
        else:
            yield from row_texts(next(left), numbered(layout))


def row_texts(row: Row, counted: bool) -> Iterator[str]:
    """A row's texts in the order of print: its number, if it is counted, before its label."""
    yield from row.values[:counted]
    yield row.label
    yield from marks_at(row, LABEL)
    for index, value in enumerate(row.values[counted:], counted):
        yield value
        yield from marks_at(row, index)


def marks_at(row: Row, index: int) -> Iterator[str]:
    """The footnote numbers printed at a value, or at the label."""
    return (str(mark) for place, mark in row.marks if place == index)
