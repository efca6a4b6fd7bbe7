"""Joining broken lines so that the text reads like print. Only spacing changes, never a word or a sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SPACED_OUT = re.compile(r"(?<!\S)\w(?: \w)+(?=  )")
"""A word stretched over its table cell: single characters with single spaces, closed by a double space."""

GLUED_END = re.compile(r"""(?:[(\[«„/]|(?:^|[\s(])"|\w-)$""")
"""A line end that belongs to the next word: an opening sign, a slash, a hyphen right after a word."""

GLUED_START = re.compile(r"""^(?:[,.;:!?)\]»%](?!\w)|[/]|-\w|"(?=[\s,.;:)]|$))""")
"""A line start that belongs to the word before: a closing sign, a slash, an ending after its hyphen."""

PERCENT = re.compile(r"^%")


@dataclass(frozen=True, slots=True)
class Joined:
    """Lines as one text; `starts[i]` is the offset at which the i-th line begins."""

    text: str
    starts: tuple[int, ...]


def join(lines: Sequence[str]) -> Joined:
    """The lines as running text: one space between words, none where a word or sign was torn apart."""
    parts: list[str] = []
    starts: list[int] = []
    length, before = 0, ""
    for line in map(tidy, lines):
        gap = "" if not length or glued(before, line) else " "
        parts += (gap, line)
        starts.append(length + len(gap))
        length, before = starts[-1] + len(line), line or before
    return Joined("".join(parts), tuple(starts))


def tidy(line: str) -> str:
    """One line with stretched words closed up and runs of spaces made single."""
    closed = SPACED_OUT.sub(lambda match: match[0].replace(" ", ""), line)
    return " ".join(closed.split())


def glued(before: str, after: str) -> bool:
    """Whether two neighbouring lines meet without a space."""
    if PERCENT.match(after):
        return False
    return bool(GLUED_END.search(before) or GLUED_START.match(after))
