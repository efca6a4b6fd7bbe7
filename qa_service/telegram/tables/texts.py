"""A table as text in as many messages as it needs; the header is said again in each of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from qa_service.replies.schemas import TableReply
from qa_service.telegram.tables.grids import Grid, grids
from qa_service.telegram.text import LONGEST_MESSAGE, Style, Text, joined, pieces, styled, units

BETWEEN = "\n\n"


def texts(head: Text, table: TableReply, foot: Text, continued: str) -> list[Text]:
    """`head`, the cells, then `foot`. Each further message begins with the line `continued` and the
    header of the columns that it shows."""
    further = styled(continued, Style.BOLD)
    *before, opening = pieces(head) or [Text("")]
    shown = [styled(one, Style.GRID) for one in _filled(grids(table), _room(opening), _room(further))]
    openings = [opening, *[further] * (len(shown) - 1)]
    parts = [joined(pair, BETWEEN) for pair in zip_longest(openings, shown, fillvalue=Text(""))]
    return _ended([*before, *parts], foot)


def _ended(found: list[Text], foot: Text) -> list[Text]:
    whole = joined([*found[-1:], foot], BETWEEN)
    return [*found[:-1], whole] if units(whole.shown) <= LONGEST_MESSAGE else [*found, *pieces(foot)]


def _room(opening: Text) -> int:
    return LONGEST_MESSAGE - units(opening.shown) - units(BETWEEN)


def _filled(made: Iterable[Grid], first: int, further: int) -> Iterator[str]:
    """Runs of lines of at most `first` UTF-16 units, then of at most `further`."""
    lines: list[str] = []
    shown: Grid | None = None
    room = first
    for grid in made:
        for row in grid.rows:
            above = _above(grid, shown)
            if lines and _size([*lines, *above, *row]) > room:
                yield "\n".join(lines)
                lines, above, room = [], grid.header, further
            lines += [*above, *row]
            shown = grid
    if lines:
        yield "\n".join(lines)


def _above(grid: Grid, shown: Grid | None) -> Sequence[str]:
    """What stands between the last row that is shown and one of this grid."""
    if shown is None:
        return grid.header
    return () if grid is shown else ("", *grid.header)


def _size(lines: Sequence[str]) -> int:
    return units("\n".join(lines))
