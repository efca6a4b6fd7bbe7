"""A table of the documents as a Word table."""

from collections.abc import Iterator
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement

from qa_service.sheets.records import Grid

MOST_COLUMNS = 6
"""A page holds no more side by side; a single row of more is printed as a column."""


def add_table(document: Any, grid: Grid) -> None:
    """Appends the grid, its header repeated on every page; figures stand at the right."""
    shown = turned(grid) if len(grid) == 2 and len(grid[0]) > MOST_COLUMNS else grid
    table = document.add_table(rows=0, cols=max(map(len, shown)), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for index, line in enumerate(shown):
        for place, (cell, text) in enumerate(zip(table.add_row().cells, line, strict=False)):
            _fill(cell, text, is_header=index == 0, is_value=index > 0 and place > 0)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph(style="Table text")


def turned(grid: Grid) -> Grid:
    """Rows as columns.

    >>> turned((("", "2018", "2019"), ("Total", "5", "6")))
    (('', 'Total'), ('2018', '5'), ('2019', '6'))
    """
    width = max(map(len, grid))
    return tuple(zip(*(_filled(line, width) for line in grid), strict=True))


def _filled(line: tuple[str, ...], width: int) -> Iterator[str]:
    yield from line
    yield from [""] * (width - len(line))


def _fill(cell: Any, text: str, is_header: bool, is_value: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table text"
    paragraph.add_run(text, "Strong" if is_header else None)
    if is_value:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
