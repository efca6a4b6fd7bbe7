"""What a person noted about a table that its text does not say: one TOML file a table."""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

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


class Layout(Noted):
    """The structure of one table.

    `columns` is the header as an outline whose leaves are the columns; a cell in square brackets is
    not printed. `rows` is the outline of the labels; "# " opens a heading that has no values, "^1)" is
    a footnote mark in a label. `implied` says why a cell that is not printed is known.
    """

    number: int
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

    @property
    def file(self) -> str:
        """The file's name, as errors give it."""
        return file_name(self.number)

    def blank(self, label: str) -> tuple[int, ...]:
        """The columns, counted from 1, that are blank in the rows with this label."""
        return tuple(column for gap in self.gaps if label in gap.rows for column in gap.blank)

    def uncertain(self, label: str) -> tuple[int, ...]:
        """The columns, counted from 1, that are not settled in the rows with this label."""
        return tuple(column for gap in self.gaps if label in gap.rows for column in gap.uncertain)


def file_name(number: int) -> str:
    """The name of table `number`'s layout in the document's folder of layouts."""
    return f"{number:02}.toml"


def read_layout(file: Path) -> Layout:
    """One layout. CorpusUnreadable when the file is not what `Layout` describes or names another table."""
    try:
        layout = Layout.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise CorpusUnreadable(file=str(file), reason=str(error)) from error
    if layout.file != file.name:
        raise CorpusUnreadable(file=str(file), reason=f"number = {layout.number}")
    return layout


def read_layouts(folder: Path) -> tuple[Layout, ...]:
    """The layouts of a document in the order of their numbers; none when there is no such folder."""
    return tuple(read_layout(file) for file in sorted(folder.glob("*.toml")))
