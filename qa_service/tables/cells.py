"""Values from tokens: every way to cut a row's tokens into cells, and the one that fits the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_service.tables.amounts import added, whole_amounts, whole_digits
from qa_service.tables.headers import kinds
from qa_service.tables.layout import Layout, Sum
from qa_service.tables.tokens import Token

# The value takes all digits it can, the footnote mark the rest: "114 9951)" is 114 995 and 1).
CELL = re.compile(
    r"(?P<value>-|\.|\d+/\d+|-?\d{1,4}(?: \d{3})+(?:,\d+)?%?|-?\d+(?:,\d+)?%?)(?:(?P<marks>\d{1,2})\))?"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as printed, "" where blank, with the footnote numbers printed at it."""

    value: str = ""
    marks: tuple[int, ...] = ()


Cells = tuple[Cell, ...]
BLANK = Cell()


def glued(tokens: Sequence[Token]) -> str:
    """The tokens as one value: no space where a number was cut by a line break or after a stroke."""
    text = ""
    for token in tokens:
        text += token.text if token.wrapped or text.endswith("/") or not text else f" {token.text}"
    return text


def read_cell(tokens: Sequence[Token]) -> Cell | None:
    """The tokens as one cell; None when they are no value."""
    found = CELL.fullmatch(glued(tokens))
    return Cell(found["value"], tuple(map(int, found["marks"] or ""))) if found else None


def cuts(tokens: Sequence[Token], count: int) -> Iterator[Cells]:
    """Every way to read all the tokens as `count` cells, in order."""
    if not count and not tokens:
        yield ()
    for size in range(1, len(tokens) - count + 2 if count else 1):
        cell = read_cell(tokens[:size])
        if cell:
            yield from ((cell, *rest) for rest in cuts(tokens[size:], count - 1))


def spaced_out(cells: Cells, blank: Sequence[int]) -> Cells:
    """The cells with blank ones put in at the columns `blank`, counted from 1."""
    filled = list(cells)
    for column in sorted(blank):
        filled.insert(column - 1, BLANK)
    return tuple(filled)


def wide_enough(cells: Cells, layout: Layout) -> bool:
    """Whether every value has as many digits as noted for its column."""
    return all(
        width.digits[0] <= whole_digits(cells[column - 1].value) <= width.digits[1]
        for width in layout.widths
        for column in width.columns
        if whole_amounts(cells[column - 1].value)
    )


def adds_up(cells: Cells, check: Sum) -> bool:
    """Whether the row's total is the sum of its parts; shares and rates are not added."""
    amounts = [whole_amounts(cells[column - 1].value) for column in (check.total, *check.parts)]
    total, *parts = [() if amount is None else amount for amount in amounts]
    return total == added(parts)


def unevenness(cells: Cells, kinds: Sequence[str]) -> int:
    """By how many digits the longest value of a kind exceeds the shortest, all kinds together."""
    lengths: dict[str, list[int]] = {}
    for cell, kind in zip(cells, kinds, strict=True):
        if digits := whole_digits(cell.value):
            lengths.setdefault(kind, []).append(digits)
    return sum(max(kind) - min(kind) for kind in lengths.values())


def settle(candidates: Sequence[Cells], layout: Layout) -> Cells | None:
    """The one reading of a row that fits; None when none or several do.

    Widths noted for the columns come first, then the sums within a row, then evenness: values of one
    kind are of like size.
    """
    wide = [cells for cells in candidates if wide_enough(cells, layout)]
    adding = [cells for cells in wide if all(adds_up(cells, check) for check in layout.column_sums)]
    left = {cells: unevenness(cells, kinds(layout)) for cells in adding or wide}
    even = [cells for cells, spread in left.items() if spread == min(left.values())]
    return even[0] if len(even) == 1 else None
