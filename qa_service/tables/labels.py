"""Row labels: their notation in a layout, and where the tokens spell them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.tables.headers import JOINT
from qa_service.tables.tokens import Token, spelled
from qa_service.tables.tree import Node

HEADING = "# "
MARK = re.compile(r"\^(\d)\)\s*")
BULLETS = ("", "-")


@dataclass(frozen=True, slots=True)
class Found:
    """A label's place in the tokens: how many it takes, and the row's number printed in front of it."""

    size: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline of labels. `printed` is what the tokens must spell, marks included."""

    printed: str
    label: str
    group: str | None
    heading: bool
    marks: tuple[int, ...]


def label_of(text: str) -> str:
    """The label as people read it: without the notation, footnote marks and a closing colon."""
    return MARK.sub("", text.removeprefix(HEADING)).strip().removesuffix(":")


def read_entry(node: Node) -> Entry:
    """The entry that a line of the outline notes."""
    return Entry(
        printed=node.text.removeprefix(HEADING).replace("^", ""),
        label=label_of(node.text),
        group=JOINT.join(map(label_of, node.above)) or None,
        heading=node.text.startswith(HEADING),
        marks=tuple(map(int, MARK.findall(node.text))),
    )


def find_label(tokens: Sequence[Token], start: int, entry: Entry) -> Found | None:
    """The label at `start`, a list dash or the row's number before it; None when it is not there."""
    for bullet in BULLETS:
        if size := spelled(tokens, start, bullet + entry.printed):
            return Found(size)
    if start < len(tokens) and tokens[start].text.isdigit():
        size = spelled(tokens, start + 1, entry.printed)
        return Found(size + 1, tokens[start].text) if size else None
    return None


def next_label(tokens: Sequence[Token], start: int, entry: Entry) -> int | None:
    """The index from `start` on where a line opens with the label; None when there is none."""
    starts = (index for index in range(start, len(tokens)) if tokens[index].opens)
    return next((index for index in starts if find_label(tokens, index, entry)), None)
