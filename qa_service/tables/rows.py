"""The body of a table: labels and values in turn, to the last token."""

from collections.abc import Sequence
from itertools import zip_longest

from qa_service.document.records import Row
from qa_service.tables.cells import Cell, Cells, cuts, settle, spaced_out
from qa_service.tables.headers import columns, numbered
from qa_service.tables.labels import Entry, Found, find_label, next_label, read_entry
from qa_service.tables.layout import Layout
from qa_service.tables.tokens import Token

LABEL = -1


def entries(layout: Layout) -> tuple[Entry, ...]:
    """The noted labels and headings in order."""
    return tuple(read_entry(node) for node in layout.rows)


def read_rows(tokens: Sequence[Token], layout: Layout) -> tuple[Row, ...]:
    """The rows that the tokens hold. CorpusUnreadable where a label is missing or cells are not settled."""
    rows: list[Row] = []
    position = 0
    noted = entries(layout)
    for entry, following in zip_longest(noted, noted[1:]):
        found = find_label(tokens, position, entry)
        if found is None:
            raise layout.refused(f"no row begins here with the label {entry.label}")
        values = position + found.size
        end = values if entry.heading else find_end(tokens, values, following, layout)
        if not entry.heading:
            rows.append(read_row(tokens[position:end], found, entry, layout))
        position = end
    if position < len(tokens):
        raise layout.refused(f"left over after the last row: {tokens[position].text}")
    return tuple(rows)


def find_end(tokens: Sequence[Token], start: int, following: Entry | None, layout: Layout) -> int:
    """The index where the values that begin at `start` end: before the next label or after the last token."""
    if following is None:
        return len(tokens)
    end = next_label(tokens, start + 1, following)
    if end is None:
        raise layout.refused(f"no row begins with the label {following.label}")
    return end


def read_row(tokens: Sequence[Token], found: Found, entry: Entry, layout: Layout) -> Row:
    """One row from the tokens of its label and values."""
    cells = read_cells(tokens[found.size :], found, entry, layout)
    marks = [(LABEL, mark) for mark in entry.marks]
    marks += [(index, mark) for index, cell in enumerate(cells) for mark in cell.marks]
    return Row(
        label=entry.label,
        group=entry.group,
        values=tuple(cell.value for cell in cells),
        lines=(min(token.line for token in tokens), max(token.line for token in tokens)),
        uncertain=tuple(column - 1 for column in layout.uncertain(entry.label)),
        marks=tuple(marks),
    )


def read_cells(tokens: Sequence[Token], found: Found, entry: Entry, layout: Layout) -> Cells:
    """The row's cells, one a column. CorpusUnreadable unless exactly one way to cut the tokens fits."""
    counted = numbered(layout)
    blank = layout.blank(entry.label)
    count = len(columns(layout)) - len(blank) - counted
    number = (Cell(found.number),) if counted else ()
    candidates = [spaced_out((*number, *cells), blank) for cells in cuts(tokens, count)]
    cells = settle(candidates, layout)
    if cells is None:
        raise layout.refused(f"{len(candidates)} ways to read the row {entry.label}")
    return cells
