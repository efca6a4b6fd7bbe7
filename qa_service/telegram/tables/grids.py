"""A table as lines of equal letter widths, narrow enough for a phone: blocks of columns in turn."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from qa_service.replies.schemas import Row, TableReply
from qa_service.tables.fitting import column_blocks
from qa_service.telegram.tables.column_heads import column_heads, header_lines

WIDTH = 34
"""Letters of equal width that fit a line on a phone of 360 pixels."""

LABEL_WIDTH = 13
GAP = 1
INDENT = 2
UNCERTAIN = "?"

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Lines = tuple[str, ...]
"""Lines that stay together."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Some columns of a table: the lines of the header, and those of each row."""

    header: Lines
    rows: tuple[Lines, ...]

    @property
    def height(self) -> int:
        """Lines in all."""
        return len(self.header) + sum(map(len, self.rows))


@dataclass(frozen=True, slots=True)
class _Row:
    group: str
    label: str
    values: Sequence[str]


_Shape = Callable[[_Row, str], Lines]


def grids(table: TableReply) -> list[Grid]:
    """The whole table in blocks of columns that fit a line; labels stand beside the values or above
    them, whichever takes fewer blocks, then fewer lines."""
    if not (table.columns and table.rows):
        return []
    made = _Cells(table)
    tried = [made.above(), made.beside()] if made.has_short_words() else [made.above()]
    return min(tried, key=lambda some: (len(some), sum(each.height for each in some)))


class _Cells:
    """The values of a table as they are shown, and the width of each column."""

    def __init__(self, table: TableReply) -> None:
        self._heads = column_heads(table.columns).lines
        self._rows = list(_rows(table))
        self._widths = [GAP + self._widest(index) for index in range(len(self._heads))]

    def _widest(self, index: int) -> int:
        return max(map(len, [*self._heads[index], *(row.values[index] for row in self._rows)]), default=0)

    def has_short_words(self) -> bool:
        """Whether no word of a label would be torn in a narrow column."""
        return all(len(word) <= LABEL_WIDTH for row in self._rows for word in re.split(r"[\s-]", row.label))

    def beside(self) -> list[Grid]:
        """Labels in a column of their own."""
        return [
            self._grid(block, " " * LABEL_WIDTH, self._beside) for block in self._blocks(WIDTH - LABEL_WIDTH)
        ]

    def above(self) -> list[Grid]:
        """Labels on lines of their own."""
        return [self._grid(block, " " * INDENT, self._above) for block in self._blocks(WIDTH - INDENT)]

    def _grid(self, block: range, margin: str, shape: _Shape) -> Grid:
        heads = header_lines([self._heads[index] for index in block])
        header = [margin + self._aligned(line, block) for line in heads]
        rows = (
            shape(row, self._aligned([row.values[index] for index in block], block)) for row in self._rows
        )
        return Grid((*header, "─" * len(header[-1])), tuple(map(_grouped, self._rows, rows)))

    def _beside(self, row: _Row, values: str) -> Lines:
        first, *rest = _wrapped(row.label, LABEL_WIDTH)
        return (f"{first:<{LABEL_WIDTH}}{values}", *rest)

    def _above(self, row: _Row, values: str) -> Lines:
        return (*_wrapped(row.label, WIDTH), " " * INDENT + values)

    def _aligned(self, shown: Sequence[str], block: range) -> str:
        return "".join(f"{each:>{self._widths[index]}}" for each, index in zip(shown, block, strict=True))

    def _blocks(self, room: int) -> list[range]:
        """As few runs of columns as fit `room`, and those as even as may be."""
        fewest = len(column_blocks(self._widths, room))
        tried = (column_blocks(self._widths, narrower) for narrower in range(room + 1))
        return next(blocks for blocks in tried if len(blocks) == fewest)


def _rows(table: TableReply) -> Iterator[_Row]:
    """The rows; a group is named only at the first of its rows."""
    before = None
    for row in table.rows:
        group = row.group if row.group != before else None
        yield _Row(group or "", row.label, [_value(row, index) for index in range(len(table.columns))])
        before = row.group


def _value(row: Row, index: int) -> str:
    value = row.values[index] if index < len(row.values) else ""
    marks = "".join(str(mark.note).translate(_RAISED) for mark in row.marks if mark.value == index)
    return value + marks + (UNCERTAIN if index in row.uncertain else "")


def _grouped(row: _Row, lines: Lines) -> Lines:
    return ("", *_wrapped(row.group, WIDTH), *lines) if row.group else lines


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width) or [""]
