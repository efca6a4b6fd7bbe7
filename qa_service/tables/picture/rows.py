"""The rows of a block of columns."""

from collections.abc import Sequence
from dataclasses import replace

from qa_service.document.records import Row, Table
from qa_service.tables.picture.boxes import MARGIN, Box, Look, bottom, box
from qa_service.tables.picture.grid import Grid, indent
from qa_service.tables.picture.typesetting import CUT, Fonts

TALLEST = 5_000
"""Height of the rows of all blocks together; rows beyond it are left out, and a line says so."""

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Place = tuple[int, int]
"""Row and column of a cell, from 1."""


def rows(table: Table, grid: Grid, block: range, top: int, marked: Place | None, fonts: Fonts) -> list[Box]:
    """The boxes of the rows from `top` on. The row of the marked cell is always there."""
    boxes: list[Box] = []
    above: Row | None = None
    for number, row in enumerate(table.rows, start=1):
        is_marked = marked is not None and number == marked[0]
        if bottom(boxes, top) - top > TALLEST // len(grid.blocks) and not is_marked:
            continue
        boxes += _group(row, above, grid, block, bottom(boxes, top), fonts)
        boxes += _row(
            row, grid, block, bottom(boxes, top), marked[1] - 1 if marked and is_marked else None, fonts
        )
        above = row
    if table.rows and above is not table.rows[-1]:
        boxes.append(box(Look.GROUP, MARGIN, bottom(boxes, top), grid.width(block), CUT, fonts))
    return boxes


def _group(row: Row, above: Row | None, grid: Grid, block: range, top: int, fonts: Fonts) -> Sequence[Box]:
    """The name of the group that begins with the row, unless the row above is what the group is a part of."""
    if not row.group or (above and row.group in (above.group, above.label)):
        return ()
    return (box(Look.GROUP, MARGIN, top, grid.width(block), row.group, fonts),)


def _row(row: Row, grid: Grid, block: range, top: int, marked: int | None, fonts: Fonts) -> Sequence[Box]:
    label = _with_marks(row.label, row, -1)
    boxes = [box(Look.LABEL, MARGIN, top, grid.label, label, fonts, indent(row))]
    for index in block:
        look = Look.MARKED if index == marked else Look.DOUBTFUL if index in row.uncertain else Look.VALUE
        value = _with_marks(row.values[index] if index < len(row.values) else "", row, index)
        boxes.append(box(look, grid.left(block, index), top, grid.values[index], value, fonts))
    height = bottom(boxes, top) - top
    return [replace(each, height=height) for each in boxes]


def _with_marks(text: str, row: Row, index: int) -> str:
    """The text with the footnotes that are printed at it."""
    notes = " ".join(str(note) for value, note in row.marks if value == index)
    return text + notes.translate(SUPERSCRIPT)
