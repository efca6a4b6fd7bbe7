"""What a person noted about a table that its text does not say: one TOML file a table."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from qa_service.corpus_files import read_toml
from qa_service.errors import CorpusUnreadable
from qa_service.tables.tree import Node, read_tree


def read_numbers(noted: str) -> tuple[int, ...]:
    """The numbers of "1, 4-6" in order: (1, 4, 5, 6)."""
    spans = [[int(end) for end in part.split("-")] for part in noted.split(",")]
    return tuple(number for span in spans for number in range(span[0], span[-1] + 1))


Numbers = Annotated[tuple[int, ...], BeforeValidator(read_numbers)]
Tree = Annotated[tuple[Node, ...], BeforeValidator(read_tree)]


class Noted(BaseModel):
    """Base of the notes: unknown keys are refused, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Move(Noted):
    """`text`, printed on source line `line`, belongs in front of source line `before`."""

    line: int
    text: str
    before: int
    reason: str


class Gap(Noted):
    """Columns, counted from 1, that are blank in the rows with these labels and left no trace in the text.

    `uncertain` are the columns of those rows whose values the text does not settle.
    """

    rows: tuple[str, ...]
    blank: Numbers
    uncertain: Numbers = ()
    reason: str


class Width(Noted):
    """The fewest and the most digits before the decimal comma that a value of these columns has."""

    columns: Numbers
    digits: tuple[int, int]
    reason: str


class Sum(Noted):
    """Row (or column) `total` is the sum of `parts`, counted from 1.

    `across` names the columns (or rows) where that holds; in all of them when it is empty.
    """

    total: int
    parts: Numbers
    across: Numbers = ()


class NotedOfTable(Noted):
    """What is noted about the table of this number."""

    number: int


class Layout(NotedOfTable):
    """The structure of one table.

    `columns` is the header as an outline whose leaves are the columns; a cell in square brackets is
    not printed. `rows` is the outline of the labels; "# " opens a heading that has no values, "^1)" is
    a footnote mark in a label. `implied` says why a cell that is not printed is known.
    """

    unit: str | None = None
    label_header: str | None = None
    columns: Tree
    rows: Tree
    moves: tuple[Move, ...] = ()
    gaps: tuple[Gap, ...] = ()
    implied: str | None = None
    widths: tuple[Width, ...] = ()
    row_sums: tuple[Sum, ...] = ()
    column_sums: tuple[Sum, ...] = ()

    def refused(self, reason: str) -> CorpusUnreadable:
        """The error that names the layout's file."""
        return CorpusUnreadable(file=file_name(self.number), reason=reason)

    def blank(self, label: str) -> tuple[int, ...]:
        """The columns, counted from 1, that are blank in the rows with this label."""
        return tuple(column for gap in self.gaps if label in gap.rows for column in gap.blank)

    def uncertain(self, label: str) -> tuple[int, ...]:
        """The columns, counted from 1, that are not settled in the rows with this label."""
        return tuple(column for gap in self.gaps if label in gap.rows for column in gap.uncertain)


OfTable = TypeVar("OfTable", bound=NotedOfTable)


def file_name(number: int) -> str:
    """The name of table `number`'s layout in the document's folder of layouts."""
    return f"{number:02}.toml"


def read_layouts(folder: Path) -> tuple[Layout, ...]:
    """The layouts of a document; see `read_noted`."""
    return tuple(read_noted(folder, Layout))


def read_noted(folder: Path, model: type[OfTable]) -> Iterator[OfTable]:
    """What the files of a folder note about tables, in the order of their numbers; nothing when there is no
    such folder. CorpusUnreadable when a file is not what `model` describes or is of another table."""
    for file in sorted(folder.glob("*.toml")):
        noted = read_toml(folder, file.name, model)
        if file_name(noted.number) != file.name:
            raise CorpusUnreadable(file=str(file), reason=f"is of table {noted.number}")
        yield noted
