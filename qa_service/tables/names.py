"""Tables in another language: translated names laid over the cells of the official table.

A file of names notes columns and rows as the outlines of the table's layout, line for line, so that a
person can check one beside the other. Figures never come from it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qa_service.document.records import Row, Table
from qa_service.errors import CorpusUnreadable
from qa_service.tables.headers import JOINT
from qa_service.tables.labels import Entry, read_entry
from qa_service.tables.layout import NotedOfTable, Tree, file_name, read_noted

FIGURE = re.compile(r"\d+|[*%№]")

Name = str | None


class Names(NotedOfTable):
    """What a table's names are called in one language.

    `columns` and `rows` are outlines as in `Layout`: leaves are columns, "# " opens a heading that has no
    values. Footnote marks are not repeated: they belong to the cells.
    """

    title: str
    unit: Name = None
    chapter: Name = None
    label_header: Name = None
    columns: Tree
    rows: Tree
    source: Name = None
    notes: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, nested headers joined."""
        return tuple(JOINT.join(node.path) for node in self.columns if node.leaf)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The labels of the rows in order, headings left out."""
        return tuple(entry for entry in map(read_entry, self.rows) if not entry.heading)


def read_names(folder: Path) -> Mapping[int, Names]:
    """The names in `folder` by the number of their table; see `read_noted`."""
    return {names.number: names for names in read_noted(folder, Names)}


def translated_tables(tables: Sequence[Table], names: Mapping[int, Names], folder: Path) -> tuple[Table, ...]:
    """Every table under its other names, which are from `folder`. CorpusUnreadable as for `translated` and
    when one has no names."""
    files = {table.number: str(folder / file_name(table.number)) for table in tables}
    for number, file in files.items():
        if number not in names:
            raise CorpusUnreadable(file=file, reason="no such file")
    return tuple(translated(table, names[table.number], files[table.number]) for table in tables)


def translated(table: Table, names: Names, file: str) -> Table:
    """The same cells, lines, marks and doubts under other names, which are from `file`.

    CorpusUnreadable unless every name has its counterpart, nested as deep, with the same figures.
    """
    require_counts(table, names, file)
    other = replace(
        table,
        title=names.title,
        unit=names.unit,
        chapter=names.chapter,
        label_header=names.label_header,
        columns=names.column_names,
        rows=tuple(renamed(row, entry) for row, entry in zip(table.rows, names.entries, strict=True)),
        source=names.source,
        notes=names.notes,
    )
    for name, counterpart in zip(names_of(table), names_of(other), strict=True):
        if outline_of(name) != outline_of(counterpart):
            raise CorpusUnreadable(file=file, reason=f"{name} ≠ {counterpart}")
    return other


def require_counts(table: Table, names: Names, file: str) -> None:
    """CorpusUnreadable when columns, rows or notes are not as many as the table's."""
    expected = {"columns": len(table.columns), "rows": len(table.rows), "notes": len(table.notes)}
    found = (len(names.column_names), len(names.entries), len(names.notes))
    for (what, count), noted in zip(expected.items(), found, strict=True):
        if count != noted:
            raise CorpusUnreadable(file=file, reason=f"{what}: {noted} ≠ {count}")


def renamed(row: Row, entry: Entry) -> Row:
    """The row with the entry's label and group."""
    return replace(row, label=entry.label, group=entry.group)


def names_of(table: Table) -> Iterator[Name]:
    """Every name of the table in a fixed order."""
    yield from (table.title, table.unit, table.chapter, table.label_header, table.source)
    yield from (*table.columns, *table.notes)
    for row in table.rows:
        yield from (row.label, row.group)


def outline_of(name: Name) -> tuple[int, tuple[str, ...]]:
    """What a translation must keep: levels of nesting, and figures and signs in any order.

    Not their order: "2017 жылғы 1 қаңтар" is "1 января 2017 года".
    """
    if name is None:
        return 0, ()
    return len(name.split(JOINT)), tuple(sorted(FIGURE.findall(name)))
