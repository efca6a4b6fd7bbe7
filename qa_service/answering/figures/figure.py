"""A cell as a `Figure` in the language of a question, with what its table notes about it."""

import re
from decimal import Decimal

from qa_service.answering.figures.amounts import number
from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.facets import Cue, read_facets
from qa_service.answering.figures.lexicon import read_lexicon
from qa_service.answering.figures.tokens import tokenize
from qa_service.answering.records import Doubt, Figure
from qa_service.document.records import Row, Table
from qa_service.tables.passages import cell_id

LABEL = -1
_STARS = re.compile(r"\*+")


def figure(catalog: Catalog, cell: int, language: str, part: int | None = None) -> Figure:
    """The cell; `part` counts in the pair that it prints. Names stand in `language` where it has them."""
    table, place = table_in(catalog, cell, language), int(catalog.columns[cell])
    row, column = table.rows[int(catalog.rows[cell])], table.columns[place]
    value = row.values[place]
    pair, value = (None, value) if part is None else (value, value.split("/")[part].strip())
    amount = number(value)
    return Figure(
        value=value,
        number=None if amount is None else float(amount),
        unit=unit(table, row, column, value, language),
        table=table.number,
        row=" / ".join(filter(None, (row.group, row.label))),
        column=column,
        lines=row.lines,
        doubts=(Doubt.UNSETTLED,) if place in row.uncertain else (),
        cell=_id(catalog, cell),
        pair=pair,
    )


def _id(catalog: Catalog, cell: int) -> str:
    grid = catalog.grids[int(catalog.tables[cell])]
    row, column = int(catalog.rows[cell]) + 1, int(catalog.columns[cell]) + 1
    return cell_id(catalog.document(cell), next(iter(grid.tables)), grid.table.number, row, column)


def table_in(catalog: Catalog, cell: int, language: str) -> Table:
    """The cell's table in `language`, else in the official one."""
    grid = catalog.grids[int(catalog.tables[cell])]
    return grid.tables.get(language, grid.table)


def amount(catalog: Catalog, cell: int) -> Decimal | None:
    """The cell's number, None for a pair, a dash or a blank."""
    return number(catalog.value(cell))


def unit(table: Table, row: Row, column: str, value: str, language: str) -> str | None:
    """The innermost unit that the column, the row or the table names; a rate is its own unit."""
    if value.endswith("%"):
        return "%"
    texts = (*reversed(column.split(" / ")), row.label, *reversed((row.group or "").split(" / ")))
    named = (_named_unit(text, language) for text in texts)
    return next(filter(None, named), table.unit) or _rate(texts, language)


def _named_unit(text: str, language: str) -> str | None:
    """The whole text, or what stands after its last comma, if the list of units has it."""
    for tail in (text, text.rpartition(", ")[2]):
        tokens = tuple(token for token in tokenize(tail) if token not in ",;()")
        matches = read_lexicon("units").find(tokens, language)
        if len(matches) == 1 and (matches[0].start, matches[0].end) == (0, len(tokens)):
            return tail.strip().lower()
    return None


def _rate(texts: tuple[str, ...], language: str) -> str | None:
    return next((text for text in texts if Cue.RATE in read_facets(text, language).cues), None)


def notes(catalog: Catalog, cell: int, language: str) -> tuple[str, ...]:
    """The footnotes of the table that are printed at the cell or at the label of its row."""
    table = table_in(catalog, cell, language)
    row = table.rows[int(catalog.rows[cell])]
    marks = {f"{mark})" for place, mark in row.marks if place in (LABEL, int(catalog.columns[cell]))}
    marks.update(_STARS.findall(row.label))
    return tuple(note for note in table.notes if note.split(maxsplit=1)[0] in marks)
