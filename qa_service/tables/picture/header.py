"""The header of a block of columns, whose levels are joined where columns share them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qa_service.document.records import Table
from qa_service.tables.picture.boxes import MARGIN, Box, Look, box
from qa_service.tables.picture.grid import SEPARATOR, Grid
from qa_service.tables.picture.typesetting import Fonts


@dataclass(frozen=True, slots=True)
class _Cell:
    """A title above `columns`, standing on `levels` of the header."""

    text: str
    columns: range
    levels: range


def header(table: Table, grid: Grid, block: range, top: int, fonts: Fonts) -> list[Box]:
    """The boxes of the titles of a block's columns and of its labels, from `top` on."""
    titles = [column.split(SEPARATOR) for column in table.columns]
    depth = max((len(titles[index]) for index in block), default=1)
    cells = list(_cells(titles, block, 0, depth))
    boxes = [_box(cell, grid, block, fonts) for cell in cells]
    label = box(Look.HEADER, MARGIN, top, grid.label, table.label_header or "", fonts)
    cells.append(_Cell("", range(0), range(depth)))
    tops = _tops(cells, [*boxes, label], depth, top)
    return [
        replace(each, top=tops[cell.levels.start], height=tops[cell.levels.stop] - tops[cell.levels.start])
        for cell, each in zip(cells, [*boxes, label], strict=True)
    ]


def _cells(titles: Sequence[Sequence[str]], columns: range, level: int, depth: int) -> Iterator[_Cell]:
    """The titles of one level, each followed by those below it."""

    def title(index: int) -> tuple[str, int | None]:
        # A title that ends here stands above its own column alone, even beside one of the same words.
        return titles[index][level], index if len(titles[index]) == level + 1 else None

    for (text, alone), group in groupby(columns, title):
        found = list(group)
        span = range(found[0], found[-1] + 1)
        yield _Cell(text, span, range(level, depth if alone is not None else level + 1))
        if alone is None:
            yield from _cells(titles, span, level + 1, depth)


def _box(cell: _Cell, grid: Grid, block: range, fonts: Fonts) -> Box:
    width = sum(grid.values[index] for index in cell.columns)
    return box(Look.HEADER, grid.left(block, cell.columns.start), 0, width, cell.text, fonts)


def _tops(cells: Sequence[_Cell], boxes: Sequence[Box], depth: int, top: int) -> list[int]:
    """Where each level begins, and where the last one ends: every box has the room that it needs."""
    tops = [top] * (depth + 1)
    for level in range(1, depth + 1):
        ending = [
            tops[cell.levels.start] + each.height
            for cell, each in zip(cells, boxes, strict=True)
            if cell.levels.stop == level
        ]
        tops[level] = max([tops[level - 1], *ending])
    return tops
