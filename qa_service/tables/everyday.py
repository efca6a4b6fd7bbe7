"""What people call the things that tables count: data beside the tables, for search only.

A table speaks of those "covered by family forms of placement" where a reader asks for orphans in families.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qa_service.document.records import Table
from qa_service.document.source import read_text
from qa_service.errors import CorpusUnreadable
from qa_service.tables.headers import JOINT

FILE = "everyday.tsv"
NUMBER, OF = "table", "of"
SEPARATOR = "|"

Tables = Mapping[str, tuple[Table, ...]]
Names = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Text of a heading, "" for the title, as the official table has it -> language -> names."""


def with_everyday_names(tables: Tables, official: str, folder: Path) -> Tables:
    """The tables by language with the names that the folder's file has for them, if there is one.

    Raises CorpusUnreadable where the file breaks its format or names what no table has.
    """
    noted = read_everyday(folder)
    unknown = noted.keys() - {table.number for table in tables[official]}
    if unknown:
        raise CorpusUnreadable(file=FILE, reason=f"no table {min(unknown)}")
    return {
        language: tuple(
            _named(table, same, noted.get(table.number, {}), language)
            for table, same in zip(tables[official], its, strict=True)
        )
        for language, its in tables.items()
    }


def _named(official: Table, table: Table, names: Names, language: str) -> Table:
    texts = dict(zip(_texts(official), _texts(table), strict=True))
    if unknown := names.keys() - texts.keys():
        raise CorpusUnreadable(file=FILE, reason=f"table {table.number} has no {min(unknown)}")
    return replace(table, everyday={texts[of]: by[language] for of, by in names.items() if language in by})


def _texts(table: Table) -> Sequence[str]:
    """Every part of every heading in order, after what stands for the title."""
    headings = (*table.columns, *(each for row in table.rows for each in (row.group or "", row.label)))
    return ["", *(part for heading in headings for part in heading.split(JOINT))]


def read_everyday(folder: Path) -> Mapping[int, Names]:
    """The names by the number of their table; none where there is no file. Raises CorpusUnreadable."""
    found: dict[int, dict[str, Mapping[str, tuple[str, ...]]]] = defaultdict(dict)
    for row in _rows(folder):
        number, of = row.pop(NUMBER), row.pop(OF)
        found[int(number)][of] = {language: tuple(names.split(SEPARATOR)) for language, names in row.items()}
    return found


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    if not (folder / FILE).exists():
        return
    lines = read_text(folder, FILE).splitlines()
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
        whole = None not in row and None not in row.values() and row.get(NUMBER, "").isdigit()
        if not whole or not all(cell for column, cell in row.items() if column != OF):
            raise CorpusUnreadable(file=FILE, reason=f"line {number} has not one cell a column")
        yield row
