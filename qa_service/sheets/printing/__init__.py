"""Sheets as files."""

from collections.abc import Callable, Mapping

from qa_service.sheets.printing.markdown import to_markdown
from qa_service.sheets.printing.word import to_docx
from qa_service.sheets.printing.workbook import to_xlsx
from qa_service.sheets.records import Sheet

PRINTERS: Mapping[str, Callable[[Sheet, int], bytes]] = {
    "docx": to_docx,
    "xlsx": to_xlsx,
    "md": to_markdown,
}
"""By file ending: the bytes of a sheet whose replies may have so many words together."""
