"""An official Russian file as adilet.zan.kz gives it out as text, made from the working translation."""

import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_service.document.blocks import Block, read_blocks
from qa_service.document.records import Lines

WIDTH = 85
INDENT = " " * 6
STAMP = """Утвержден
постановлением Правительства
Республики Казахстан
от 28 декабря 2021 года № 942
""".splitlines()
ANNEX_TITLE = "Приложение"
ANNEX = f"""

{ANNEX_TITLE}
к пятому и шестому сводному
периодическому докладу

СВЕДЕНИЯ ОБЩЕГО ХАРАКТЕРА

""".splitlines()


@dataclass(frozen=True)
class AdiletFile:
    """The text, and for its line n at `rendered[n - 1]` the official lines that it renders."""

    text: str
    rendered: tuple[Lines | None, ...]


def adilet_file(folder: Path, wrapped: bool = True) -> AdiletFile:
    """The working translation and the names of the tables in a document's folder, without line keys: broken
    to a page's width, or with a paragraph on each line."""
    lines: list[tuple[str, Lines | None]] = []
    for block in read_blocks(folder, "ru"):
        if block.text == "утвержден":
            lines += _stamp()
        elif not block.text.startswith(ANNEX_TITLE):
            lines += _paragraph(block, wrapped)
    tables = list(_tables(folder))
    lines += [(line, None) for line in (*ANNEX, *tables) if tables]
    return AdiletFile("\n".join(text for text, _ in lines) + "\n", tuple(rendered for _, rendered in lines))


def _stamp() -> list[tuple[str, Lines | None]]:
    return [("", None), *((line, None) for line in STAMP), ("", None)]


def _paragraph(block: Block, wrapped: bool) -> Iterator[tuple[str, Lines | None]]:
    flush = block.lines[0] < 6 or 20 < block.lines[0] < 26
    indent = "" if flush else INDENT
    text = textwrap.wrap(block.text, WIDTH, initial_indent=indent) if wrapped else [indent + block.text]
    yield from ((line, block.lines) for line in text)
    if flush:
        yield "", None


def _tables(folder: Path) -> Iterator[str]:
    for file in sorted((folder / "tables" / "ru").glob("*.toml")):
        names = tomllib.loads(file.read_text(encoding="utf-8"))
        yield f"{INDENT}Таблица {names['number']}. {names['title']}"
        yield from names["columns"].strip().splitlines()
        yield from (f"{row} {number}" for number, row in enumerate(names["rows"].strip().splitlines()))
        yield ""
