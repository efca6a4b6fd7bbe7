"""Tables prepared for the finder: every row and column with its facets and its words."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product, starmap

from qa_service.answering.figures.facets import COUNTRY, read_facets
from qa_service.answering.figures.headings import Heading, read_heading
from qa_service.document.records import Table

JOINT = " / "
TITLE = ""
"""What the everyday names of a table's title stand under."""
NUMBER_COLUMN = "№"
PERCENT = "%"
_FEWEST_PLACES = 3
_BARE = frozenset("0123456789- ")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table by language with its headings.

    `scope` are the facets of the title, which all cells share; `implied` are the ages and the sexes that
    the title does not print but people say with it: who is pregnant is a woman.
    """

    tables: Mapping[str, Table]
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    scope: Heading
    implied: Mapping[str, frozenset[Hashable]]

    @property
    def table(self) -> Table:
        """The table in the official language."""
        return next(iter(self.tables.values()))

    @property
    def cells(self) -> list[tuple[int, int]]:
        """(row, column) of every cell that holds a figure; the column that counts rows holds none."""
        counted = range(self.table.columns[0] == NUMBER_COLUMN, len(self.columns))
        return list(product(range(len(self.rows)), counted))


def read_grid(tables: Mapping[str, Table]) -> Grid:
    """The grid of one table, its official language first in `tables`."""
    paths = {language: _paths(table) for language, table in tables.items()}
    official = next(iter(tables))
    rows, columns = (
        tuple(_heading(index, axis, paths, official) for index in range(len(paths[official][axis])))
        for axis in (0, 1)
    )
    scope = {language: (_title(table),) for language, table in tables.items()}
    return Grid(tables, _settled(rows), columns, read_heading(scope, official), _implied(tables))


def _implied(tables: Mapping[str, Table]) -> Mapping[str, frozenset[Hashable]]:
    named = ((name, language) for language, table in tables.items() for name in table.everyday.get(TITLE, ()))
    said = list(starmap(read_facets, named))
    return {
        "age": frozenset(age for each in said for age in each.ages),
        "sexes": frozenset(each.sexes for each in said if each.sexes),
    }


def _title(table: Table) -> str:
    return " ".join(filter(None, (table.title, table.unit)))


def _paths(table: Table) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The texts of every row and of every column, the innermost first."""
    rows = []
    for row in table.rows:
        above = tuple(reversed((row.group or "").split(JOINT))) if row.group else ()
        rows.append((_label(row.label, above, table.label_header), *above))
    return rows, _shares([tuple(reversed(column.split(JOINT))) for column in table.columns])


def _shares(columns: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """A column that says no more than per cent is the share of the column before it, and named after it."""
    for number, (before, column) in enumerate(pairwise(columns), start=1):
        if PERCENT in column[0] and not column[0].strip("% ").count(" ") and column[1:] == before[1:]:
            columns[number] = (column[0], before[0], *column[1:])
    return columns


def _label(label: str, above: Sequence[str], header: str | None) -> str:
    """A bare number is read with what it counts: the heading above it or that of the column of labels."""
    if not _BARE.issuperset(label):
        return label
    return f"{header or next(iter(above), '')} {label}"


def _heading(
    index: int, axis: int, paths: Mapping[str, Sequence[Sequence[tuple[str, ...]]]], official: str
) -> Heading:
    return read_heading({language: each[axis][index] for language, each in paths.items()}, official)


def _settled(rows: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Rows of places settled: a total is the country, and a name of two places is not that of another row."""
    alone = {place for row in rows if len(row.places) == 1 for place in row.places}
    if len(alone) < _FEWEST_PLACES:
        return rows
    return tuple(replace(row, places=_reading(row, alone)) for row in rows)


def _reading(row: Heading, alone: set[str]) -> frozenset[str]:
    if not row.places:
        return frozenset({COUNTRY}) if row.total else row.places
    return row.places - alone or row.places
