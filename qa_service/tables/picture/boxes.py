"""What a picture of a table consists of: rectangles with lines of text, in pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qa_service.tables.picture.typesetting import LINE, Fonts

MARGIN, PADDING = 28, 8
MOST_LINES = 8
"""Lines of one box; what a longer text says beyond them is left out."""


class Look(StrEnum):
    """What a box is, which decides how it is drawn."""

    TITLE = "title"
    NOTE = "note"
    HEADER = "header"
    GROUP = "group"
    LABEL = "label"
    VALUE = "value"
    DOUBTFUL = "doubtful"
    MARKED = "marked"


BOLD = frozenset({Look.TITLE, Look.HEADER, Look.GROUP, Look.MARKED})


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of text in a rectangle; `inset` moves them to the right."""

    look: Look
    left: int
    top: int
    width: int
    height: int
    lines: tuple[str, ...]
    inset: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """All boxes of a picture and its size."""

    width: int
    height: int
    boxes: tuple[Box, ...]


def box(look: Look, left: int, top: int, width: int, text: str, fonts: Fonts, inset: int = 0) -> Box:
    """A box as high as its text needs at this width."""
    lines = fonts.lines(text, width - 2 * PADDING - inset, MOST_LINES, look in BOLD)
    return Box(look, left, top, width, len(lines) * LINE + 2 * PADDING, lines, inset)


def bottom(boxes: Iterable[Box], otherwise: int) -> int:
    """Where the lowest box ends; `otherwise` where there is none."""
    return max((each.top + each.height for each in boxes), default=otherwise)
