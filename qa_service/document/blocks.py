"""The files of a working translation: blocks of a marker line `@FIRST-LAST`, which names the lines of the
official edition, and one line of text; blank lines between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from qa_service.corpus_files import read_text, require_folder, split_lines
from qa_service.document.records import Lines
from qa_service.document.source import Line, numbered
from qa_service.errors import CorpusUnreadable

MARKER = re.compile(r"@(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Block:
    """One translated paragraph: the official `lines` it renders, and where it stands itself."""

    lines: Lines
    text: str
    file: str
    line: int


def read_blocks(root: Path, folder: str) -> tuple[Block, ...]:
    """The blocks of every text file in `folder`, a path relative to `root`, in the order of the file names.
    Raises CorpusUnreadable for a missing folder, a broken block, or lines that do not go upwards."""
    require_folder(root / folder)
    names = sorted(path.name for path in (root / folder).glob("*.txt"))
    blocks = tuple(block for name in names for block in _read_file(root, f"{folder}/{name}"))
    for before, after in pairwise(blocks):
        if after.lines[0] <= before.lines[1]:
            raise _broken(root, after.file, after.line - 1, "does not go on from the one before")
    return blocks


def _read_file(root: Path, name: str) -> Iterator[Block]:
    lines = numbered(split_lines(read_text(root, name)))
    for marker, text in zip(lines[::2], lines[1::2], strict=False):
        yield _block(root, name, marker, text)
    if len(lines) % 2:
        raise _broken(root, name, lines[-1].number, "has no second line")


def _block(root: Path, name: str, marker: Line, text: Line) -> Block:
    span = MARKER.fullmatch(marker.text.strip())
    if span is None or MARKER.fullmatch(text.text.strip()) or text.gap:
        raise _broken(root, name, marker.number, "is not a marker with one line of text")
    first, last = int(span[1]), int(span[2])
    if first > last:
        raise _broken(root, name, marker.number, "ends before it begins")
    return Block((first, last), " ".join(text.text.split()), name, text.number)


def _broken(root: Path, name: str, line: int, what: str) -> CorpusUnreadable:
    return CorpusUnreadable(file=str(root / name), reason=f"block at line {line} {what}")
