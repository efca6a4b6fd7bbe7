"""Column headers: the cells that a layout notes, found again in the order in which they were printed."""

from collections import Counter
from collections.abc import Sequence

from qa_service.tables.layout import Layout
from qa_service.tables.tokens import Token, spelled
from qa_service.tables.tree import Node

JOINT = " / "
NUMBER_COLUMN = "№"


def implied(node: Node) -> bool:
    """Whether the cell belongs to the header without being printed."""
    return node.text.startswith("[")


def columns(layout: Layout) -> tuple[str, ...]:
    """The names of the columns, nested headers joined."""
    paths = [node.path for node in layout.columns if node.leaf]
    return tuple(JOINT.join(part.strip("[]") for part in path) for path in paths)


def kinds(layout: Layout) -> tuple[str, ...]:
    """What each column measures: under nested headers the innermost tells it, else all measure the same."""
    leaves = [node for node in layout.columns if node.leaf]
    nested = any(node.above for node in leaves)
    return tuple(node.text.strip("[]") if nested else "" for node in leaves)


def numbered(layout: Layout) -> bool:
    """Whether the first column counts the rows and is printed in front of their labels."""
    return columns(layout)[0] == NUMBER_COLUMN


def printed_cells(layout: Layout) -> Counter[str]:
    """The header's cells with how often each is printed."""
    cells = Counter(node.text for node in layout.columns if not implied(node))
    return cells + Counter([layout.label_header] if layout.label_header else [])


def tile(tokens: Sequence[Token], start: int, cells: Counter[str]) -> tuple[str, ...] | None:
    """The cells, each as often as noted, in the order in which the tokens from `start` spell them.

    None when the tokens spell something else.
    """
    if not cells:
        return ()
    for cell in sorted(cells, key=len, reverse=True):
        size = spelled(tokens, start, cell)
        rest = tile(tokens, start + size, cells - Counter([cell])) if size else None
        if rest is not None:
            return (cell, *rest)
    return None


def header_size(tokens: Sequence[Token], cells: Sequence[str]) -> int:
    """How many tokens the tiled cells take."""
    position = 0
    for cell in cells:
        position += spelled(tokens, position, cell)
    return position
