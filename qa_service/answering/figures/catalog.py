"""All cells of all tables side by side, as arrays that a question is scored against at once."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.ages import Age
from qa_service.answering.figures.cells import Grid, read_grid
from qa_service.answering.figures.facets import COUNTRY, Cue
from qa_service.answering.figures.headings import Heading
from qa_service.answering.figures.periods import Period
from qa_service.document.records import Table

Indexes = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Column(Generic[Value]):
    """One property of all cells: `values[codes[i]]` is that of cell i."""

    values: tuple[Value, ...]
    codes: Indexes

    def of(self, cell: int) -> Value:
        """The property of one cell."""
        return self.values[int(self.codes[cell])]

    def scored(self, score: Callable[[Value], float]) -> Floats:
        """The score of every cell's property."""
        return np.array([score(value) for value in self.values], np.float32)[self.codes]


def column(values: Sequence[Value]) -> Column[Value]:
    """The column of these values, one a cell."""
    distinct = {value: code for code, value in enumerate(dict.fromkeys(values))}
    return Column(tuple(distinct), np.array([distinct[value] for value in values], dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Catalog:
    """The cells of `grids`, table after table.

    `rows` and `columns` count within the table; `headings` are all rows, then all columns of all
    tables, `row_headings` and `column_headings` index them. Cells of one of the `kinds` differ only in
    their period, those of one of the `column_kinds` in the period of their column and in their row.
    `broken_down` flags, for each facet, the cells whose table tells values of it apart; `totals` those of
    rows and columns of totals, `blanks` those that hold nothing.
    """

    grids: tuple[Grid, ...]
    documents: tuple[str, ...]
    headings: tuple[Heading, ...]
    tables: Indexes
    rows: Indexes
    columns: Indexes
    row_headings: Indexes
    column_headings: Indexes
    periods: Column[Period | None]
    kinds: Indexes
    column_kinds: Indexes
    facets: Mapping[str, Column[Hashable]]
    broken_down: Mapping[str, Flags]
    totals: Flags
    blanks: Flags

    @property
    def latest(self) -> int:
        """The last year that a cell is of."""
        return max((period.last for period in self.periods.values if period), default=0)

    def document(self, cell: int) -> str:
        """The id of the document that the cell's table stands in."""
        return self.documents[int(self.tables[cell])]

    def value(self, cell: int) -> str:
        """The figure as printed."""
        row = self.grids[int(self.tables[cell])].table.rows[int(self.rows[cell])]
        return row.values[int(self.columns[cell])]


FACETS = ("places", "age", "sexes", "settlements", "measures")


def read_catalog(tables: Sequence[tuple[str, Mapping[str, Table]]]) -> Catalog:
    """The catalog of (document, its table by language with the official one first)."""
    grids = tuple(read_grid(its) for _, its in tables)
    cells = [(number, row, each) for number, grid in enumerate(grids) for row, each in grid.cells]
    starts = np.cumsum([0, *(len(grid.rows) for grid in grids)])
    ends = starts[-1] + np.cumsum([0, *(len(grid.columns) for grid in grids)])
    numbers = np.array(cells, dtype=np.int64).reshape(-1, 3)
    facets = {
        facet: column([_facet(grids[n], facet, row, each) for n, row, each in cells]) for facet in FACETS
    }
    return Catalog(
        grids=grids,
        documents=tuple(document for document, _ in tables),
        headings=tuple(chain(*(grid.rows for grid in grids), *(grid.columns for grid in grids))),
        tables=numbers[:, 0],
        rows=numbers[:, 1],
        columns=numbers[:, 2],
        row_headings=starts[numbers[:, 0]] + numbers[:, 1],
        column_headings=ends[numbers[:, 0]] + numbers[:, 2],
        periods=column([_period(grids[n], row, each) for n, row, each in cells]),
        kinds=column(
            [(n, grids[n].rows[row].kind, grids[n].columns[each].kind) for n, row, each in cells]
        ).codes,
        column_kinds=column([(n, grids[n].columns[each].kind) for n, _, each in cells]).codes,
        facets=facets,
        totals=np.array([grids[n].rows[row].total or grids[n].columns[each].total for n, row, each in cells]),
        blanks=np.array([not grids[n].table.rows[row].values[each] for n, row, each in cells]),
        broken_down={facet: _broken_down(numbers[:, 0], column_) for facet, column_ in facets.items()},
    )


def _facet(grid: Grid, facet: str, row: int, each: int) -> Hashable:
    """What the cell stands for: what its row says, else its column."""
    headings = (grid.rows[row], grid.columns[each])
    if facet == "measures":
        return _measures(grid, headings)
    found: Hashable = next((value for heading in headings if (value := getattr(heading, facet))), None)
    return None if isinstance(found, Age) and found.childhood else found


def _measures(grid: Grid, headings: tuple[Heading, Heading]) -> frozenset[str]:
    """What the column says, else the row, else the table; a coefficient may be one of per cents."""
    known = (headings[1].measures, headings[0].measures, grid.scope.measures)
    found = next(filter(None, known), frozenset())
    return found | {Cue.PERCENT} if found == {Cue.RATE} and Cue.PERCENT in grid.scope.measures else found


def _period(grid: Grid, row: int, each: int) -> Period | None:
    """The period of a cell, with the day that its row, column or table says of all of them."""
    headings = (grid.rows[row], grid.columns[each], grid.scope)
    found = next((heading.period for heading in headings[:2] if heading.period), None)
    scope = grid.scope.period
    found = found or (scope if scope and scope.single else None)
    day = next((heading.moment for heading in headings if heading.moment), None)
    return Period(found.first, found.last, found.day or day, found.school) if found else None


def _broken_down(tables: Indexes, facet: Column[Hashable]) -> Flags:
    """A value stands for a part where the table has more than one of them."""
    flags = np.zeros(len(tables), dtype=np.bool_)
    for table in np.unique(tables):
        its = tables == table
        said = {facet.values[int(code)] for code in facet.codes[its]} - {
            None,
            frozenset(),
            frozenset({COUNTRY}),
        }
        if len(said) > 1:
            flags |= its & np.isin(facet.codes, [facet.values.index(value) for value in said])
    return flags
