"""Where the tables stand in a document: from the line of a title to the line of its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.errors import CorpusUnreadable
from qa_service.tables.grammar import Grammar
from qa_service.tables.layout import file_name
from qa_service.tables.tokens import SourceLine


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a table, title and source included, under the chapter it stands in."""

    number: int
    chapter: str | None
    lines: tuple[SourceLine, ...]


def find_blocks(lines: Sequence[str], grammar: Grammar) -> tuple[Block, ...]:
    """The tables in the order of the text. CorpusUnreadable when one has no source line."""
    blocks: list[Block] = []
    chapter: tuple[SourceLine, ...] = ()
    numbered = [SourceLine(number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1)]
    end = 0
    for start, line in enumerate(numbered):
        title = grammar.title.match(line.text)
        if start >= end and title:
            end = find_end(numbered, start, int(title[1]), grammar)
            blocks.append(Block(int(title[1]), joined(chapter) or None, tuple(numbered[start:end])))
        elif start >= end:
            chapter = extended(chapter, line)
    return tuple(blocks)


def find_end(lines: Sequence[SourceLine], start: int, number: int, grammar: Grammar) -> int:
    """The index after the source line of table `number`, whose title is at `start`."""
    for index in range(start + 1, len(lines)):
        if grammar.title.match(lines[index].text):
            break
        if grammar.source.match(lines[index].text):
            return index + 1
    raise CorpusUnreadable(file=file_name(number), reason="no source line below the table")


def extended(chapter: tuple[SourceLine, ...], line: SourceLine) -> tuple[SourceLine, ...]:
    """The chapter in force after `line`: lines in capitals are its title, the next line continues it."""
    if not line.text.isupper():
        return chapter
    continues = bool(chapter) and chapter[-1].number + 1 == line.number
    return (*chapter, line) if continues else (line,)


def joined(lines: Sequence[SourceLine]) -> str:
    """The words of the lines with single spaces."""
    return " ".join(word for line in lines for word in line.text.split())
