"""A source file as numbered lines, and the layout of its pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PAGE_BREAK = 3
"""Blank lines that the extraction leaves between two pages; they say nothing about paragraphs."""

INDENT = 2
"""Leading spaces that open a paragraph; a single one is left over from a link that was taken out."""

PRINTED_WIDTH = 200
"""Characters; a line longer than this was never broken to a page's width."""

UNWRAPPED_SHARE = 0.1
"""With more unbroken lines than this, a file has a paragraph on each line."""

INDENTED_SHARE = 0.02
"""With more indented lines than this, a file opens its paragraphs with an indent."""


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line with its number in the file, from 1, and the count of blank lines just above it."""

    number: int
    text: str
    gap: int

    @property
    def indented(self) -> bool:
        return len(self.text) - len(self.text.lstrip(" \t")) >= (1 if self.text.startswith("\t") else INDENT)

    @property
    def page_break(self) -> bool:
        """Whether the page turns above this line."""
        return self.gap == PAGE_BREAK


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file marks its paragraphs: by indents, and with or without lines broken to a width."""

    indented: bool
    wrapped: bool


def numbered(lines: Iterable[str]) -> tuple[Line, ...]:
    """The non-blank lines of a file."""
    found, gap = [], 0
    for number, text in enumerate(lines, start=1):
        if text.strip():
            found.append(Line(number, text, gap))
            gap = 0
        else:
            gap += 1
    return tuple(found)


def layout_of(lines: Sequence[Line]) -> Layout:
    """Reads the layout off the lines."""
    indented = sum(line.indented for line in lines)
    unbroken = sum(len(line.text) > PRINTED_WIDTH for line in lines)
    return Layout(
        indented=indented > INDENTED_SHARE * len(lines),
        wrapped=unbroken <= UNWRAPPED_SHARE * len(lines),
    )
