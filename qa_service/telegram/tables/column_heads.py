"""What stands above the columns of a narrow table: short headers in full, long ones as numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile, zip_longest

LEVELS = " / "
"""Between the levels of a nested header, outermost first."""

LONGEST = 8
"""Letters of a header level that is short."""

_YEAR = re.compile(r"(\d{4})\s\S{1,2}")


@dataclass(frozen=True, slots=True)
class Heads:
    """`lines[c]` stand above column c, one below another; `legend` tells what they leave out."""

    lines: tuple[tuple[str, ...], ...]
    legend: tuple[str, ...]


def column_heads(columns: Sequence[str]) -> Heads:
    """The heads of all columns.

    >>> column_heads(["Mortality per 1,000 / 2016 y.", "Mortality per 1,000 / 2017 y."])
    Heads(lines=(('2016',), ('2017',)), legend=('Mortality per 1,000',))
    """
    levels = [column.split(LEVELS) for column in columns]
    shared = _shared(levels)
    own = [tuple(_short(level) for level in each[len(shared) :]) for each in levels]
    long = {number for number, each in enumerate(own, start=1) if any(len(level) > LONGEST for level in each)}
    told = [
        f"({number}) {LEVELS.join(each[len(shared) :])}"
        for number, each in enumerate(levels, start=1)
        if number in long
    ]
    lines = [(f"({number})",) if number in long else each for number, each in enumerate(own, start=1)]
    return Heads(tuple(lines), tuple(filter(None, [LEVELS.join(shared), *told])))


def header_lines(heads: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """The heads of neighbouring columns as lines of as many cells; an outer level that goes on is not
    repeated, and short heads stand at the bottom."""
    depth = max(map(len, heads), default=0)
    padded = [("",) * (depth - len(each)) + each for each in heads]
    return [_once(level, last=number == depth) for number, level in enumerate(zip(*padded, strict=True), 1)]


def _once(level: Sequence[str], last: bool) -> list[str]:
    again = ["" if after == before else after for before, after in pairwise(level)]
    return list(level) if last else [*level[:1], *again]


def _shared(levels: Sequence[Sequence[str]]) -> list[str]:
    """The outer levels that all columns have, where there are several columns."""
    if len(levels) < 2:
        return []
    outer = zip_longest(*(each[:-1] for each in levels))
    return [each[0] for each in takewhile(lambda level: len(set(level)) == 1 and level[0], outer)]


def _short(level: str) -> str:
    year = _YEAR.fullmatch(level)
    return year[1] if year else level
