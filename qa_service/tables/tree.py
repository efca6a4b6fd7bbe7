"""Outlines written with indentation, two spaces a level: how a person notes nested headers and labels."""

from dataclasses import dataclass

INDENT = 2


@dataclass(frozen=True, slots=True)
class Node:
    """A line of an outline with the lines above it that it belongs to, outermost first."""

    text: str
    above: tuple[str, ...]
    leaf: bool

    @property
    def path(self) -> tuple[str, ...]:
        """The texts from the outermost to this one."""
        return (*self.above, self.text)


def read_tree(outline: str) -> tuple[Node, ...]:
    """The outline's lines in order. ValueError where a line stands deeper than one level under the last."""
    lines = [line.rstrip() for line in outline.splitlines() if line.strip()]
    depths = [(len(line) - len(line.lstrip())) // INDENT for line in lines]
    nodes: list[Node] = []
    path: tuple[str, ...] = ()
    for line, depth, following in zip(lines, depths, [*depths[1:], 0], strict=True):
        if depth > len(path):
            raise ValueError(line)
        path = (*path[:depth], line.strip())
        nodes.append(Node(path[-1], path[:-1], following <= depth))
    return tuple(nodes)
