"""The files of a corpus, which people write: texts, tables whose cells are parted by tabs, records in TOML.
What is broken is refused with its file and place."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from qa_service.errors import CorpusUnreadable

COMMENT = "#"
CELL_END = "\t"

Noted = TypeVar("Noted", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table with its cells by column; `line` is its number in the file, from 1."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def among(self, columns: Collection[str]) -> dict[str, str]:
        """The cells of those of `columns` that the table has, by column."""
        return {column: cell for column, cell in self.cells.items() if column in columns}

    def number(self, column: str) -> int:
        """The cell as a whole number, 0 or more. Raises CorpusUnreadable."""
        cell = self.cells[column]
        if not (cell.isascii() and cell.isdigit()):
            raise self.refused(f"{column} is no number: {cell}")
        return int(cell)

    def refused(self, what: str) -> CorpusUnreadable:
        """The error that names the line and what is wrong with it."""
        return _refused(self.file, self.line, what)


def require_folder(folder: Path) -> None:
    """Raises CorpusUnreadable where there is no such folder."""
    if not folder.is_dir():
        raise CorpusUnreadable(file=str(folder), reason="no such folder")


def read_text(root: Path, name: str) -> str:
    """The text of `name`, a path relative to `root`. Raises CorpusUnreadable unless it is a plain,
    non-empty UTF-8 file without NUL that lies inside `root`."""
    path = root / name
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        raise CorpusUnreadable(file=str(path), reason="leads outside its folder")
    if not path.is_file():
        raise CorpusUnreadable(file=str(path), reason="not a file" if path.exists() else "no such file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorpusUnreadable(file=str(path), reason=error.strerror or "unreadable") from error
    return _decode(data, path)


def split_lines(text: str) -> list[str]:
    """Lines as an editor counts them; only line feeds end a line."""
    return text.replace("\r\n", "\n").split("\n")


def read_rows(
    root: Path,
    name: str,
    required: Sequence[str],
    optional: Collection[str] = (),
    blank: Collection[str] = (),
) -> tuple[Row, ...]:
    """The rows of a table below its header, in the order of the file.

    Its columns, in any order, are the `required` and any of the `optional` ones; only cells of `blank` ones
    may be empty. Signs and spaces between two tabs are the cell as they are. Blank lines and lines that begin
    with # are passed over. Raises CorpusUnreadable as `read_text` does, and with the first line that breaks
    this.
    """
    file, lines = root / name, _cells(read_text(root, name))
    number, header = next(lines, (1, []))
    if fault := _header_fault(header, required, optional):
        raise _refused(file, number, fault)
    return tuple(_row(file, line, header, cells, blank) for line, cells in lines)


def read_toml(root: Path, name: str, model: type[Noted]) -> Noted:
    """The TOML file `name` as a record. Raises CorpusUnreadable as `read_text` does, and with the first thing
    in it that the record does not allow."""
    file = str(root / name)
    try:
        return model.model_validate(tomllib.loads(read_text(root, name)))
    except tomllib.TOMLDecodeError as error:
        raise CorpusUnreadable(file=file, reason=f"not TOML: {error}") from error
    except ValidationError as error:
        wrong = error.errors()[0]
        place = ".".join(map(str, wrong["loc"]))
        raise CorpusUnreadable(file=file, reason=f"{place}: {wrong['msg']}") from error


def _decode(data: bytes, path: Path) -> str:
    if not data.strip():
        raise CorpusUnreadable(file=str(path), reason="empty")
    if (position := data.find(0)) >= 0:
        raise CorpusUnreadable(file=str(path), reason=f"NUL at byte {position}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusUnreadable(file=str(path), reason=f"not UTF-8 at byte {error.start}") from error


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, with their numbers, from 1."""
    for number, line in enumerate(split_lines(text), start=1):
        if line.strip() and not line.startswith(COMMENT):
            yield number, line.split(CELL_END)


def _header_fault(header: Sequence[str], required: Sequence[str], optional: Collection[str]) -> str:
    known = {*required, *optional}
    faults = (
        *(f"no column {column}" for column in required if column not in header),
        *(f"unknown column {column}" for column in header if column not in known),
        *(f"column {column} stands twice" for column in header if header.count(column) > 1),
    )
    return next(iter(faults), "")


def _row(file: Path, line: int, header: Sequence[str], cells: Sequence[str], blank: Collection[str]) -> Row:
    if len(cells) != len(header):
        raise _refused(file, line, f"{len(cells)} cells instead of {len(header)}")
    row = Row(file, line, dict(zip(header, cells, strict=True)))
    empty = next((name for name, cell in row.cells.items() if not cell.strip() and name not in blank), None)
    if empty is not None:
        raise row.refused(f"{empty} is empty")
    return row


def _refused(file: Path, line: int, what: str) -> CorpusUnreadable:
    return CorpusUnreadable(file=str(file), reason=f"line {line}: {what}")
