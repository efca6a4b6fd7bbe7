"""Several cells from one: its series over the years, the places beside it, and what two of them give."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import numpy as np

from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.facets import COUNTRY, Facets
from qa_service.answering.figures.figure import amount
from qa_service.answering.figures.outcome import Operation
from qa_service.answering.figures.periods import Period, same

Work = Callable[[Decimal, Decimal], Decimal]

_WORK: dict[Operation, Work] = {
    Operation.DIFFERENCE: lambda first, last: last - first,
    Operation.RATIO: lambda first, last: last / first,
    Operation.GROWTH: lambda first, last: (last - first) / first * 100,
}
_ROUNDED = Decimal("0.1")


def series(catalog: Catalog, cell: int) -> tuple[int, ...]:
    """The cells that stand for the same in other periods, and the cell itself, in the order of time."""
    its = np.flatnonzero(catalog.kinds == catalog.kinds[cell])
    dated = [
        (period, int(other)) for other in its if (period := catalog.periods.of(int(other))) and period.single
    ]
    return tuple(other for _, other in sorted(dated, key=lambda pair: pair[0].first))


def filled(catalog: Catalog, cell: int) -> int:
    """The cell, or, if it is blank, the latest one of its series that is not."""
    others = [other for other in series(catalog, cell) if catalog.value(other)]
    return cell if catalog.value(cell) or not others else others[-1]


def within(catalog: Catalog, cells: Sequence[int], asked: Sequence[Period]) -> tuple[int, ...]:
    """The cells of a series in the span of what is asked; all of them where one year or none is named."""
    years = [year for period in asked for year in (period.first, period.last)]
    if len(set(years)) < 2:
        return tuple(cells)
    span = range(min(years), max(years) + 1)
    return tuple(cell for cell in cells if (period := catalog.periods.of(cell)) and period.first in span)


def at(catalog: Catalog, cells: Sequence[int], asked: Period) -> int | None:
    """The cell of a series that stands for the period."""
    fits = {cell: same(asked, period) for cell in cells if (period := catalog.periods.of(cell))}
    best = max(fits, key=lambda cell: fits[cell], default=None)
    return best if best is not None and fits[best] else None


def beside(catalog: Catalog, cell: int) -> tuple[int, ...]:
    """The cells of the same column and of rows that differ only in their place; the country is not one."""
    grid = catalog.grids[int(catalog.tables[cell])]
    near = (catalog.tables == catalog.tables[cell]) & (catalog.columns == catalog.columns[cell])
    row = grid.rows[int(catalog.rows[cell])]
    return tuple(
        int(other)
        for other in np.flatnonzero(near)
        if (places := grid.rows[int(catalog.rows[other])].places) and COUNTRY not in places
        if grid.rows[int(catalog.rows[other])].kind[1:] == row.kind[1:]
    )


def of_places(catalog: Catalog, cell: int, asked: Facets) -> tuple[int, ...]:
    """The cells beside this one for each of the places asked for, in their order; none for a single place."""
    named = dict.fromkeys(readings[0] for readings in asked.places if readings[0] != COUNTRY)
    cells = beside(catalog, cell)
    found = (next((each for each in cells if place in _places(catalog, each)), None) for place in named)
    of_each = tuple(each for each in found if each is not None)
    return of_each if len(of_each) == len(named) > 1 else ()


def _places(catalog: Catalog, cell: int) -> frozenset[str]:
    return catalog.grids[int(catalog.tables[cell])].rows[int(catalog.rows[cell])].places


def ranked(catalog: Catalog, cells: Sequence[int], most: bool) -> tuple[int, ...]:
    """The cells that hold a number, by it, the largest first if `most`."""
    amounts = {cell: its for cell in cells if (its := amount(catalog, cell)) is not None}
    return tuple(sorted(amounts, key=lambda cell: amounts[cell], reverse=most))


def worked_out(operation: Operation, first: Decimal, last: Decimal) -> Decimal | None:
    """What the two give, a division rounded to a tenth; None where it is one by 0."""
    if operation is not Operation.DIFFERENCE and not first:
        return None
    result = _WORK[operation](first, last)
    return result if operation is Operation.DIFFERENCE else result.quantize(_ROUNDED)
