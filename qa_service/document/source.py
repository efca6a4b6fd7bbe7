"""A source file as numbered lines: reading it safely, and the layout of its pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_service.errors import CorpusUnreadable

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


def read_text(root: Path, name: str) -> str:
    """The text of `name`, a path relative to `root`. Raises CorpusUnreadable unless it is a plain,
    non-empty UTF-8 file without NUL that lies inside `root`."""
    path = root / name
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        raise CorpusUnreadable(file=str(path), reason="leads outside its folder")
    if not path.is_file():
        raise CorpusUnreadable(file=str(path), reason="not a file" if path.exists() else "no such file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorpusUnreadable(file=str(path), reason=error.strerror or "unreadable") from error
    return _decode(data, path)


def _decode(data: bytes, path: Path) -> str:
    if not data.strip():
        raise CorpusUnreadable(file=str(path), reason="empty")
    if (position := data.find(0)) >= 0:
        raise CorpusUnreadable(file=str(path), reason=f"NUL at byte {position}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusUnreadable(file=str(path), reason=f"not UTF-8 at byte {error.start}") from error


def split_lines(text: str) -> list[str]:
    """Lines as an editor counts them; only line feeds end a line."""
    return text.replace("\r\n", "\n").split("\n")


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
