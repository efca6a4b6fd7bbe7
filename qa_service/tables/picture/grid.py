"""How wide the columns of a table are, and which of them stand side by side."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from qa_service.document.records import Row, Table
from qa_service.tables.picture.boxes import MARGIN, PADDING
from qa_service.tables.picture.typesetting import Fonts

SEPARATOR = " / "
"""Between the levels of a nested header."""
ROOM = 1_500
"""Width of one block of columns with its labels; further columns stand below it, with the labels anew."""
LABEL, VALUE = (120, 440), (84, 240)
"""Least and greatest width of the labels and of a column of values."""
SHORT = 110
"""Width of a title that needs no second line."""
MEASURED = 200
"""Characters of a cell that tell how wide a column should be."""
MOST_BLOCKS = 6
INDENT = 2 * PADDING


@dataclass(frozen=True, slots=True)
class Grid:
    """The widths of a table's columns and the runs of them that stand side by side."""

    label: int
    values: tuple[int, ...]
    blocks: tuple[range, ...]

    def width(self, block: range) -> int:
        """Of a block with its labels."""
        return self.label + sum(self.values[index] for index in block)

    def left(self, block: range, index: int) -> int:
        """Where a column of a block begins."""
        return MARGIN + self.label + sum(self.values[before] for before in range(block.start, index))


def grid_of(table: Table, column: int | None, fonts: Fonts) -> Grid:
    """The grid of a table. Of a table with very many columns the first blocks are kept, and that of
    `column` (from 0)."""
    labels = (fonts.width(row.label[:MEASURED]) + indent(row) for row in table.rows)
    label = _within(max(labels, default=0), LABEL)
    values = tuple(_column_width(table, index, fonts) for index in range(len(table.columns)))
    tops = [title.partition(SEPARATOR)[0] if SEPARATOR in title else "" for title in table.columns]
    joined = {index for index, (one, other) in enumerate(pairwise(tops), 1) if one and one == other}
    blocks = tuple(_blocks(values, ROOM - label, joined))
    kept = (block for number, block in enumerate(blocks) if number < MOST_BLOCKS or column in block)
    return Grid(label, values, tuple(kept))


def indent(row: Row) -> int:
    """How far the label of a row of a group is moved to the right."""
    return INDENT if row.group else 0


def _column_width(table: Table, index: int, fonts: Fonts) -> int:
    printed = (row.values[index][:MEASURED] for row in table.rows if index < len(row.values))
    leaf = table.columns[index].rpartition(SEPARATOR)[2]
    whole = fonts.width(leaf[:MEASURED], bold=True)
    title = whole if whole <= SHORT else fonts.widest_word(leaf, bold=True)
    return _within(max(*map(fonts.width, printed), title, 0), VALUE)


def _within(width: int, bounds: tuple[int, int]) -> int:
    return min(max(width + 2 * PADDING, bounds[0]), bounds[1])


def _blocks(widths: Sequence[int], room: int, joined: Set[int]) -> Iterator[range]:
    """Runs of columns that fit the room, cut where no shared title is cut; a column that is wider than the
    room stands alone."""
    start = 0
    for index in range(1, len(widths)):
        if sum(widths[start : index + 1]) > room:
            cut = next((each for each in range(index, start, -1) if each not in joined), index)
            yield range(start, cut)
            start = cut
    yield range(start, len(widths))
