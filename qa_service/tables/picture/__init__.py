"""A table as a picture, for where neither a page nor a file can be shown."""

from qa_service.document.records import Table
from qa_service.errors import CellUnknown
from qa_service.tables.picture.drawing import drawn
from qa_service.tables.picture.layout import layout_of
from qa_service.tables.picture.typesetting import Fonts

__all__ = ["to_png"]


def to_png(table: Table, cell: tuple[int, int] | None = None, doubt: str = "") -> bytes:
    """Title, unit, header, rows, source and notes; the same table always gives the same bytes.

    `cell` is the row and the column, from 1, of a cell to mark; `doubt` says below the table what the
    colour of uncertain cells means. No picture is wider than 2,000 or higher than 15,000 pixels: columns that
    find no room stand below the others, and rows that find none are left out. Raises CellUnknown.
    """
    if cell and not (0 < cell[0] <= len(table.rows) and 0 < cell[1] <= len(table.columns)):
        raise CellUnknown(table=table.number, row=cell[0], column=cell[1])
    fonts = Fonts()
    return drawn(layout_of(table, cell, doubt, fonts), fonts)
