"""A sheet as a Word document: headings, numbered issues, quotations, tables, and citations as footnotes."""

from io import BytesIO
from typing import Any

from docx import Document

from qa_service.sheets.printing import wording
from qa_service.sheets.printing.footnotes import Footnotes
from qa_service.sheets.printing.layout import STATUS_STYLES, furnish, mark_language
from qa_service.sheets.printing.word_table import add_table
from qa_service.sheets.records import Entry, Evidence, Kind, Sheet


def to_docx(sheet: Sheet, limit: int) -> bytes:
    """The bytes of a DOCX."""
    return _Printed(sheet, limit).content()


class _Printed:
    """One document while it is written from top to bottom."""

    def __init__(self, sheet: Sheet, limit: int) -> None:
        self._sheet = sheet
        self._document: Any = Document()
        furnish(self._document, wording.said("title", sheet), sheet.language)
        self._footnotes = Footnotes(self._document)
        self._document.add_heading(wording.said("title", sheet), 0)
        for line in wording.summary(sheet, limit):
            self._document.add_paragraph(line)

    def content(self) -> bytes:
        """Writes every entry; call it once."""
        before: Entry | None = None
        for entry in self._sheet.entries:
            self._add_opening(entry, before)
            self._add_entry(entry)
            before = entry
        written = BytesIO()
        self._document.save(written)
        return written.getvalue()

    def _add_opening(self, entry: Entry, before: Entry | None) -> None:
        if heading := wording.heading_before(entry, before):
            self._document.add_heading(heading, 1)
        if lead := wording.lead_before(entry, before):
            self._document.add_paragraph(f"{entry.issue.number}.\t{lead}", "Issue")

    def _add_entry(self, entry: Entry) -> None:
        style = "Sub-question" if entry.issue.letter else "Issue"
        self._document.add_paragraph(f"{wording.label_of(entry)}\t{entry.issue.text}", style)
        status = self._document.add_paragraph(style="Status")
        status.add_run(wording.status_of(entry, self._sheet), STATUS_STYLES[entry.status])
        if entry.reply:
            status.add_run(f" · {wording.said('words-of-issue', self._sheet, words=entry.words)}")
            for line in filter(str.strip, entry.reply.split("\n")):
                self._document.add_paragraph(line, "Reply")
        for key, group in wording.groups_of(entry):
            self._document.add_paragraph(wording.said(key, self._sheet), "Remark")
            for evidence in group:
                self._add_evidence(evidence)

    def _add_evidence(self, evidence: Evidence) -> None:
        match evidence.kind:
            case Kind.FIGURE:
                paragraph = self._document.add_paragraph(style="Figure")
                paragraph.add_run(evidence.text, "Strong")
                paragraph.add_run(f" — {wording.caption_of(evidence, self._sheet)}")
            case Kind.TABLE:
                paragraph = self._document.add_paragraph(
                    wording.caption_of(evidence, self._sheet), "Table caption"
                )
            case Kind.PASSAGE:
                paragraph = self._document.add_paragraph(style="Quotation")
                _quote(paragraph, evidence)
        self._footnotes.add(paragraph, wording.citation_of(evidence, self._sheet))
        if evidence.kind is Kind.TABLE:
            add_table(self._document, evidence.grid)


def _quote(paragraph: Any, evidence: Evidence) -> None:
    """The text verbatim, highlights in bold unless they are most of it."""
    reached = 0
    lit = sum(end - start for start, end in evidence.highlights)
    for start, end in sorted(evidence.highlights) if 2 * lit <= len(evidence.text) else ():
        paragraph.add_run(evidence.text[reached:start])
        paragraph.add_run(evidence.text[max(start, reached) : end], "Strong")
        reached = max(reached, end)
    paragraph.add_run(evidence.text[reached:])
    mark_language(paragraph, evidence.language)
