"""A table as a file for a spreadsheet: pure functions from a record to bytes."""

import io
import re
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_service import spreadsheets
from qa_service.document.records import Row, Table

BOLD = Font(bold=True)
DOUBTFUL = PatternFill("solid", fgColor="FFF2CC")
WRAPPED = Alignment(wrap_text=True, vertical="top")
TEXT_WIDTH, VALUE_WIDTH = 40, 14


def to_csv(table: Table) -> bytes:
    """The rows below one header line, values as printed."""
    return spreadsheets.to_csv(_lines(table))


def _lines(table: Table) -> Iterator[list[str]]:
    grouped = _is_grouped(table)
    yield [*([""] if grouped else []), table.label_header or "", *table.columns]
    for row in table.rows:
        yield [*([row.group or ""] if grouped else []), row.label, *row.values]


def _is_grouped(table: Table) -> bool:
    return any(row.group for row in table.rows)


def to_xlsx(table: Table, doubt: str = "") -> bytes:
    """A workbook of one sheet: title and unit, the rows with real numbers in number cells, then source
    and notes. A footnote mark becomes a comment on its cell; cells that the damaged text does not
    settle are coloured, and `doubt` says below the table what the colour means."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = str(table.number)
    _write_heading(sheet, table)
    _write_rows(sheet, table)
    _write_foot(sheet, table, doubt)
    _set_widths(sheet, table)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write_heading(sheet: Worksheet, table: Table) -> None:
    for text in filter(None, (table.title, table.chapter, table.unit)):
        _append(sheet, [text])
    sheet["A1"].font = BOLD


def _write_rows(sheet: Worksheet, table: Table) -> None:
    header, *lines = _lines(table)
    for cell in _append(sheet, header):
        cell.font, cell.alignment = BOLD, WRAPPED
    first_value = get_column_letter(len(header) - len(table.columns) + 1)
    sheet.freeze_panes = f"{first_value}{sheet.max_row + 1}"
    for row, line in zip(table.rows, lines, strict=True):
        cells = _append(sheet, line)
        first = len(line) - len(row.values)
        _annotate(cells[first:], cells[first - 1], row, table.notes)


def _append(sheet: Worksheet, line: list[str]) -> list[Cell]:
    cells = [_cell(sheet, text) for text in line]
    sheet.append(cells)
    return cells


def _cell(sheet: Worksheet, text: str) -> Cell:
    number = spreadsheets.printed_number(text)
    if number is None:
        return spreadsheets.text_cell(sheet, text)
    cell = WriteOnlyCell(sheet, value=number)
    cell.number_format = _number_format(text)
    return cell


def _number_format(text: str) -> str:
    whole = "#,##0" if spreadsheets.SPACES.search(text) else "0"
    decimals = len(re.split("[.,]", text.rstrip("%"))[1]) if re.search("[.,]", text) else 0
    return whole + f".{'0' * decimals}" * (decimals > 0) + "%" * text.endswith("%")


def _annotate(values: list[Cell], label: Cell, row: Row, notes: tuple[str, ...]) -> None:
    for index in row.uncertain:
        values[index].fill = DOUBTFUL
    for index, note in row.marks:
        marked = label if index < 0 else values[index]
        text = next((one for one in notes if one.startswith(f"{note})")), str(note))
        marked.comment = Comment(ILLEGAL_CHARACTERS_RE.sub("", text), "")


def _write_foot(sheet: Worksheet, table: Table, doubt: str) -> None:
    uncertain = any(row.uncertain for row in table.rows)
    for text in filter(None, (table.source, *table.notes)):
        _append(sheet, [text])
    if uncertain and doubt:
        _append(sheet, [doubt])[0].fill = DOUBTFUL


def _set_widths(sheet: Worksheet, table: Table) -> None:
    texts = 2 if _is_grouped(table) else 1
    for column in range(1, texts + len(table.columns) + 1):
        width = TEXT_WIDTH if column <= texts else VALUE_WIDTH
        sheet.column_dimensions[get_column_letter(column)].width = width
