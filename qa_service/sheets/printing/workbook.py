"""A sheet as a workbook: a matrix with a row for each issue, and a second one for each piece of evidence."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qa_service.sheets.printing import wording
from qa_service.sheets.records import Entry, Evidence, Kind, Sheet, Status
from qa_service.spreadsheets import text_cell

Value = str | int | None

MATRIX = {
    "number": 8,
    "heading": 24,
    "issue": 60,
    "status": 16,
    "passages": 10,
    "tables": 10,
    "figures": 10,
    "best": 60,
    "citation": 40,
    "reply": 60,
    "word-count": 10,
}
"""Columns and their widths in characters."""
EVIDENCE = {"number": 8, "kind": 12, "choice": 12, "status": 20, "text": 80, "citation": 60, "passage": 24}

_BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_FILLS = {
    Status.COVERED: PatternFill("solid", fgColor="D9EAD3"),
    Status.PARTLY: PatternFill("solid", fgColor="FFF2CC"),
    Status.NOTHING: PatternFill("solid", fgColor="F4CCCC"),
}


def to_xlsx(sheet: Sheet, limit: int) -> bytes:
    """The bytes of an XLSX; no text in it can act as a formula."""
    book = Workbook()
    matrix = book.worksheets[0]
    _fill(matrix, "matrix", MATRIX, (_issue(entry, sheet) for entry in sheet.entries), sheet)
    for row, entry in enumerate(sheet.entries, start=2):
        if entry.status:
            matrix.cell(row, list(MATRIX).index("status") + 1).fill = _FILLS[entry.status]
    _append_total(matrix, sheet, limit)
    rows = (_evidence(entry, each, sheet) for entry in sheet.entries for each in entry.evidence)
    _fill(book.create_sheet(), "evidence", EVIDENCE, rows, sheet)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(
    page: Worksheet, title: str, columns: dict[str, int], rows: Iterable[Sequence[Value]], sheet: Sheet
) -> None:
    page.title = wording.said(title, sheet)
    _append(page, [wording.said(name, sheet) for name in columns], _BOLD)
    for row in rows:
        _append(page, row)
    for index, width in enumerate(columns.values(), start=1):
        page.column_dimensions[get_column_letter(index)].width = width
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions


def _append(page: Worksheet, values: Sequence[Value], font: Font | None = None) -> None:
    cells = [_cell(page, value) for value in values]
    for cell in cells:
        cell.alignment = _WRAPPED
        if font:
            cell.font = font
    page.append(cells)


def _cell(page: Worksheet, value: Value) -> Cell:
    return text_cell(page, value) if isinstance(value, str) else WriteOnlyCell(page, value=value)


def _issue(entry: Entry, sheet: Sheet) -> list[Value]:
    best = next((each for each in entry.kept if each.kind is not Kind.FIGURE), None)
    counts = [sum(each.kind is kind and each.supports for each in entry.kept) for kind in Kind]
    return [
        entry.issue.label,
        entry.issue.heading,
        f"{entry.issue.lead} {entry.issue.text}".strip() if entry.issue.letter else entry.issue.text,
        wording.status_of(entry, sheet),
        *counts,
        best.text if best else "",
        wording.citation_of(best, sheet) if best else "",
        entry.reply,
        entry.words,
    ]


def _evidence(entry: Entry, evidence: Evidence, sheet: Sheet) -> list[Value]:
    told = evidence.text
    if evidence.kind is Kind.FIGURE:
        told = f"{evidence.text} — {wording.caption_of(evidence, sheet)}"
    return [
        entry.issue.label,
        wording.said(f"kind-{evidence.kind}", sheet),
        wording.said(evidence.choice, sheet),
        wording.said("supporting" if evidence.supports else "nearest", sheet),
        told,
        wording.citation_of(evidence, sheet),
        evidence.passage,
    ]


def _append_total(page: Worksheet, sheet: Sheet, limit: int) -> None:
    blank: list[Value] = [None] * (len(MATRIX) - 2)
    _append(page, [*blank, wording.said("total", sheet), sheet.words], _BOLD)
    _append(page, [*blank, wording.said("limit", sheet), limit], _BOLD)
