"""What people call the things that tables count: data beside the tables, for search only.

A table speaks of those "covered by family forms of placement" where a reader asks for orphans in families.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qa_service.corpus_files import read_rows
from qa_service.document.records import Table
from qa_service.language.terms import LANGUAGES
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
    noted = _read(folder, tables[official]) if (folder / FILE).exists() else {}
    return {
        language: tuple(
            _named(table, same, noted.get(table.number, {}), language)
            for table, same in zip(tables[official], its, strict=True)
        )
        for language, its in tables.items()
    }


def _named(official: Table, table: Table, names: Names, language: str) -> Table:
    texts = dict(zip(_texts(official), _texts(table), strict=True))
    return replace(table, everyday={texts[of]: by[language] for of, by in names.items() if language in by})


def _texts(table: Table) -> Sequence[str]:
    """Every part of every heading in order, after what stands for the title."""
    headings = (*table.columns, *(each for row in table.rows for each in (row.group or "", row.label)))
    return ["", *(part for heading in headings for part in heading.split(JOINT))]


def _read(folder: Path, tables: Sequence[Table]) -> Mapping[int, Names]:
    """The names by the number of their table."""
    headings = {table.number: set(_texts(table)) for table in tables}
    found: dict[int, dict[str, Mapping[str, tuple[str, ...]]]] = defaultdict(dict)
    for row in read_rows(folder, FILE, (NUMBER, OF), LANGUAGES, blank=(OF,)):
        number, of = row.number(NUMBER), row[OF]
        if of not in headings.get(number, ()):
            raise row.refused(f"no table {number} with the heading {of!r}")
        if of in found[number]:
            raise row.refused(f"the heading {of!r} of table {number} has its names above")
        found[number][of] = {
            language: tuple(cell.split(SEPARATOR)) for language, cell in row.among(LANGUAGES).items()
        }
    return found
