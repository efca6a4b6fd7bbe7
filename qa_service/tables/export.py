"""A table as a file for a spreadsheet: pure functions from a record to bytes."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_service.document.records import Row, Table

BYTE_ORDER_MARK = "\ufeff"
NUMBER = re.compile(r"[-−]?(?:0|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+|[1-9]\d*)(?:[.,]\d+)?%?")
SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
BOLD = Font(bold=True)
DOUBTFUL = PatternFill("solid", fgColor="FFF2CC")
WRAPPED = Alignment(wrap_text=True, vertical="top")
TEXT_WIDTH, VALUE_WIDTH = 40, 14


def printed_number(text: str) -> int | float | None:
    """The number that a cell prints: 17918214 for "17 918 214", 48.4 for "48,4", 0.05 for "5%".

    None where it prints anything else.
    """
    if not NUMBER.fullmatch(text):
        return None
    plain = SPACES.sub("", text).replace("−", "-").replace(",", ".")
    if plain.endswith("%"):
        return float(Decimal(plain.removesuffix("%")) / 100)
    return float(plain) if "." in plain else int(plain)


def to_csv(table: Table) -> bytes:
    """The rows below one header line, values as printed: RFC 4180 in UTF-8 with a byte order mark,
    without which Excel misreads Kazakh letters. Text that a spreadsheet would run as a formula is
    led by an apostrophe."""
    return csv_of([_harmless(text) for text in line] for line in _lines(table))


def csv_of(lines: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark; the caller has made texts harmless to spreadsheets."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(lines)
    return (BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def _lines(table: Table) -> Iterator[list[str]]:
    grouped = _is_grouped(table)
    yield [*([""] if grouped else []), table.label_header or "", *table.columns]
    for row in table.rows:
        yield [*([row.group or ""] if grouped else []), row.label, *row.values]


def _is_grouped(table: Table) -> bool:
    return any(row.group for row in table.rows)


def _harmless(text: str) -> str:
    runs = len(text) > 1 and text.startswith(FORMULA_SIGNS) and printed_number(text) is None
    return f"'{text}" if runs else text


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
    number = printed_number(text)
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text) if number is None else number)
    if number is not None:
        cell.number_format = _number_format(text)
    elif text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(FORMULA_SIGNS)
    return cell


def _number_format(text: str) -> str:
    whole = "#,##0" if SPACES.search(text) else "0"
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
