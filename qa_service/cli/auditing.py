"""What is wrong in the tables of the corpus, one line for each finding."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.text import Text

from qa_service.assembly import read_library
from qa_service.cli.output import Shown
from qa_service.document.records import Document
from qa_service.language.phrases import phrase
from qa_service.tables.audit import Finding, Spot, failed_sums, uncertain_cells
from qa_service.tables.layout import read_layouts

LAYOUTS = "tables"


def findings(corpus: Path, language: str) -> Shown:
    """Sums that the printed cells miss and cells that the text does not settle, document by document."""
    for document in read_library(corpus).documents:
        yield Text(document.id, "bold")
        yield from _of_document(document, corpus, language)


def _of_document(document: Document, corpus: Path, language: str) -> Iterator[Text]:
    tables = document.official.tables
    failed = failed_sums(tables, read_layouts(corpus / document.id / LAYOUTS))
    uncertain = uncertain_cells(tables)
    yield from _listed("cli.failed-sums", (_sum(one, language) for one in failed), len(failed), language)
    yield from _listed(
        "cli.uncertain-cells", (_place(one, language) for one in uncertain), len(uncertain), language
    )


def _listed(key: str, lines: Iterable[str], count: int, language: str) -> Iterator[Text]:
    yield Text(phrase(key, language, count=count), "yellow" if count else "green")
    yield from (Text(f"  {line}") for line in lines)


def _sum(finding: Finding, language: str) -> str:
    key = "cli.sum-uncertain" if finding.uncertain else "cli.sum"
    return phrase(key, language, place=_place(finding.total, language), added=finding.added)


def _place(spot: Spot, language: str) -> str:
    row = f"{spot.group} / {spot.row}" if spot.group else spot.row
    cell = phrase("cli.cell", language, table=spot.table, row=row, column=spot.column)
    return phrase("cli.spot", language, cell=cell, value=spot.value, first=spot.lines[0], last=spot.lines[1])
