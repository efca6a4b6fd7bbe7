"""A table as it is printed: in blocks of columns that fit the terminal, tab-separated in a pipe."""

from collections.abc import Iterator
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table as Grid
from rich.text import Text
from typer import BadParameter

from qa_service.cli.output import Shown
from qa_service.document.records import Table
from qa_service.replies.schemas import Row, TableReply
from qa_service.tables.export import to_csv, to_xlsx
from qa_service.tables.fitting import column_blocks
from qa_service.tables.picture import to_png

WIDEST_HEADER = 16
GAP = 3
"""Columns of the terminal between two of the table: a space on either side and the box's own."""


def table(reply: TableReply) -> Shown:
    """Title, unit, cells, source and notes."""
    yield Text(f"{reply.number}. {reply.title}", "bold")
    yield from filter(None, [reply.unit])
    yield Cells(reply)
    yield from (Text(text, "dim") for text in filter(None, [reply.source, *reply.notes]))


def write(table: Table, output: Path, doubt: str) -> None:
    """Writes the table in the format that the file's name ends with; see `to_xlsx` for `doubt`."""
    match output.suffix.lower():
        case ".csv":
            output.write_bytes(to_csv(table))
        case ".xlsx":
            output.write_bytes(to_xlsx(table, doubt))
        case ".png":
            output.write_bytes(to_png(table, doubt=doubt))
        case _:
            raise BadParameter(f"{output.name}: .csv, .xlsx or .png")


class Cells:
    """The rows of a table, shaped by the place where they are printed."""

    def __init__(self, reply: TableReply) -> None:
        self._reply = reply
        self._labels = [_label(row) for row in reply.rows]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[RenderableType | Segment]:
        if not options.is_terminal:
            yield from (Segment("\t".join(line) + "\n") for line in self._lines())
            return
        label_width = min(max(map(cell_len, self._labels), default=0), options.max_width // 3)
        for block in column_blocks(self._widths(), options.max_width - label_width - 2 * GAP):
            yield self._grid(block, label_width)

    def _lines(self) -> Iterator[list[str]]:
        yield ["", self._reply.label_header or "", *self._reply.columns]
        for row in self._reply.rows:
            yield [row.group or "", row.label, *row.values]

    def _widths(self) -> list[int]:
        columns = zip(*(row.values for row in self._reply.rows), strict=False)
        values = [max(map(cell_len, column), default=0) for column in columns]
        headers = [min(cell_len(header), WIDEST_HEADER) for header in self._reply.columns]
        return [max(pair) + GAP for pair in zip(values, headers, strict=False)]

    def _grid(self, block: range, label_width: int) -> Grid:
        grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
        grid.add_column(Text(self._reply.label_header or ""), width=label_width, overflow="fold")
        for index in block:
            grid.add_column(Text(self._reply.columns[index]), justify="right", overflow="fold")
        self._fill(grid, block)
        return grid

    def _fill(self, grid: Grid, block: range) -> None:
        group = None
        for row, label in zip(self._reply.rows, self._labels, strict=True):
            if row.group and row.group != group:
                grid.add_row(Text(row.group, "bold"))
            group = row.group
            grid.add_row(Text(label), *(_value(row, index) for index in block))


def _label(row: Row) -> str:
    return f"  {row.label}" if row.group else row.label


def _value(row: Row, index: int) -> Text:
    value = row.values[index] if index < len(row.values) else ""
    return Text(value, "red" if index in row.uncertain else "")
