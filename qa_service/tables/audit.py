"""What is wrong in the tables: totals that their parts miss, cells that the text does not settle."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_service.document.records import Lines, Row, Table
from qa_service.tables.amounts import added, whole_amounts
from qa_service.tables.headers import NUMBER_COLUMN
from qa_service.tables.layout import Layout, Sum


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its table's number, its row (label and group), its column, the value printed, its lines."""

    table: int
    row: str
    group: str | None
    column: str
    value: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Finding:
    """A printed total and what the cells that it should hold add up to.

    The report is given as printed; `uncertain` tells that a part is not settled, so that the fault
    may lie in the reading.
    """

    total: Spot
    added: str
    uncertain: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that can be looked up: the column's index in its row."""

    row: Row
    index: int

    @property
    def amounts(self) -> tuple[int, ...] | None:
        """The whole numbers of the value, as `whole_amounts` has them."""
        return whole_amounts(self.row.values[self.index])

    @property
    def uncertain(self) -> bool:
        """Whether another number of the row may belong here; a dash in another place changes no sum."""
        row = self.row
        return self.index in row.uncertain and any(
            whole_amounts(row.values[place]) for place in row.uncertain
        )


def spot(table: Table, cell: Cell) -> Spot:
    """Where the cell stands."""
    row = cell.row
    value, column = row.values[cell.index], table.columns[cell.index]
    return Spot(table.number, row.label, row.group, column, value, row.lines)


def uncertain_cells(tables: Iterable[Table]) -> tuple[Spot, ...]:
    """The cells that the text does not settle, in the order of the tables."""
    return tuple(
        spot(table, Cell(row, index)) for table in tables for row in table.rows for index in row.uncertain
    )


def failed_sums(tables: Iterable[Table], layouts: Sequence[Layout]) -> tuple[Finding, ...]:
    """The printed totals that differ from the sum of their parts, of all sums that the layouts note.

    Only whole numbers are added: shares and rates are rounded and do not add up.
    """
    noted = {layout.number: layout for layout in layouts}
    return tuple(finding for table in tables for finding in table_findings(table, noted[table.number]))


def table_findings(table: Table, layout: Layout) -> Iterator[Finding]:
    """The failed sums of one table: those down the columns, then those along the rows."""
    for check in layout.row_sums:
        for column in across(check, len(table.columns), table.columns[0] == NUMBER_COLUMN):
            rows = [table.rows[number - 1] for number in (check.total, *check.parts)]
            yield from compare(table, [Cell(row, column - 1) for row in rows])
    for check in layout.column_sums:
        for number in across(check, len(table.rows)):
            row = table.rows[number - 1]
            yield from compare(table, [Cell(row, column - 1) for column in (check.total, *check.parts)])


def across(check: Sum, count: int, skipped: int = 0) -> Sequence[int]:
    """The columns (or rows), from 1, in which the sum holds: the noted ones, else all after `skipped`."""
    return check.across or range(1 + skipped, count + 1)


def compare(table: Table, cells: Sequence[Cell]) -> Iterator[Finding]:
    """A finding when the first cell is not the sum of the others; none where a value is no whole number."""
    amounts = [cell.amounts for cell in cells]
    whole = [amount for amount in amounts if amount is not None]
    if len(whole) < len(amounts) or not whole[0] or not any(whole[1:]):
        return
    if whole[0] != added(whole[1:]):
        worked_out = "/".join(map(str, added(whole[1:])))
        yield Finding(spot(table, cells[0]), worked_out, any(cell.uncertain for cell in cells))
