"""Where everything stands in the picture of a table."""

from collections.abc import Sequence

from qa_service.document.records import Table
from qa_service.tables.picture.boxes import MARGIN, PADDING, Box, Layout, Look, bottom, box
from qa_service.tables.picture.grid import Grid, grid_of
from qa_service.tables.picture.header import header
from qa_service.tables.picture.rows import Place, rows
from qa_service.tables.picture.typesetting import Fonts

NARROWEST = 620
MOST_NOTES = 12
HIGHEST = 15_000
"""Pixels; boxes that would end below are left out. Only a table of hundreds of long texts comes so far."""


def layout_of(table: Table, marked: Place | None, doubt: str, fonts: Fonts) -> Layout:
    """Title and unit, blocks of columns below each other, source and notes; `doubt` explains the colour of
    uncertain cells, where there are any."""
    grid = grid_of(table, marked[1] - 1 if marked else None, fonts)
    width = max(NARROWEST, *map(grid.width, grid.blocks))
    boxes = _texts(Look.TITLE, (f"{table.number}. {table.title}",), MARGIN, width, fonts)
    boxes += _texts(Look.NOTE, (table.unit,), bottom(boxes, MARGIN), width, fonts)
    for block in grid.blocks:
        boxes += _block(table, grid, block, bottom(boxes, MARGIN) + 2 * PADDING, marked, fonts)
    doubts = doubt if any(row.uncertain for row in table.rows) else None
    notes = (doubts, table.source, *table.notes[:MOST_NOTES])
    boxes += _texts(Look.NOTE, notes, bottom(boxes, MARGIN) + 2 * PADDING, width, fonts)
    kept = tuple(each for each in boxes if each.top + each.height <= HIGHEST - MARGIN)
    return Layout(width + 2 * MARGIN, bottom(kept, MARGIN) + MARGIN, kept)


def _block(table: Table, grid: Grid, block: range, top: int, marked: Place | None, fonts: Fonts) -> list[Box]:
    heads = header(table, grid, block, top, fonts)
    return [*heads, *rows(table, grid, block, bottom(heads, top), marked, fonts)]


def _texts(look: Look, texts: Sequence[str | None], top: int, width: int, fonts: Fonts) -> list[Box]:
    boxes: list[Box] = []
    for text in filter(None, texts):
        boxes.append(box(look, MARGIN, bottom(boxes, top), width, text, fonts))
    return boxes
