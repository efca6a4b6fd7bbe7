"""The annex: where its tables begin, and what stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from qa_service.document.grammar import Grammar
from qa_service.document.outline import Entry, Role
from qa_service.document.paragraphs import SENTENCE_END, Paragraph, paragraph_of, split_paragraphs
from qa_service.document.source import Layout, Line

TITLE_LEVEL = 1
CHAPTER_LEVEL = 2

STAMP = Layout(indented=False, wrapped=True)


@dataclass(frozen=True, slots=True)
class Parts:
    """A document: its body, the stamp and title of its annex, the annex from its first table on."""

    body: tuple[Line, ...]
    stamp: tuple[Paragraph, ...] = ()
    annex: tuple[Line, ...] = ()


def split_annex(lines: Sequence[Line], grammar: Grammar) -> Parts:
    """Finds the annex: tables under a title that says so. A document without one is all body."""
    first = next((i for i, line in enumerate(lines) if _number(line, grammar)), 0)
    stamp = _stamp_before(lines[:first], grammar)
    if not any(grammar.is_annex(paragraph.text) for paragraph in stamp):
        return Parts(tuple(lines))
    start = first - sum(len(paragraph.lines) for paragraph in stamp)
    return Parts(tuple(lines[:start]), stamp, tuple(lines[first:]))


def read_annex(parts: Parts, grammar: Grammar) -> tuple[Entry, ...]:
    """The stamp with the annex title, then chapters, tables and figures: every line in one entry."""
    stamp = (_stamp_entry(paragraph, grammar) for paragraph in parts.stamp)
    return (*stamp, *_read_tables(parts.annex, grammar))


def _stamp_before(lines: Sequence[Line], grammar: Grammar) -> tuple[Paragraph, ...]:
    """The paragraphs that these lines end with and that are neither indented nor sentences. In a stamp a page
    break parts two stamps."""
    indented = [position for position, line in enumerate(lines, start=1) if line.indented]
    flush = [replace(line, gap=min(line.gap, 1)) for line in lines[max(indented, default=0) :]]
    paragraphs = split_paragraphs(flush, grammar, STAMP)
    return tuple(takewhile(lambda paragraph: not SENTENCE_END.search(paragraph.text), reversed(paragraphs)))[
        ::-1
    ]


def _stamp_entry(paragraph: Paragraph, grammar: Grammar) -> Entry:
    if grammar.is_annex(paragraph.text):
        return Entry(paragraph, Role.HEADING, TITLE_LEVEL)
    if _capitals(paragraph.text):
        return Entry(paragraph, Role.HEADING, CHAPTER_LEVEL)
    return Entry(paragraph, Role.MATTER)


def _read_tables(lines: Sequence[Line], grammar: Grammar) -> list[Entry]:
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or _opens(line, runs[-1], grammar):
            runs.append([])
        runs[-1].append(line)
    return [_annex_entry(paragraph_of(run, STAMP), grammar) for run in runs]


def _annex_entry(paragraph: Paragraph, grammar: Grammar) -> Entry:
    if number := grammar.table_number(paragraph.text):
        return Entry(paragraph, Role.TABLE, table=number)
    if grammar.is_chapter(paragraph.text):
        return Entry(paragraph, Role.HEADING, CHAPTER_LEVEL)
    return Entry(paragraph, Role.TEXT)


def _opens(line: Line, run: Sequence[Line], grammar: Grammar) -> bool:
    """Whether a line begins a table, a figure or a chapter, or ends a chapter's heading."""
    text = line.text.strip()
    if _number(line, grammar) or grammar.is_figure(text) or (line.indented and grammar.is_chapter(text)):
        return True
    return grammar.is_chapter(run[0].text.strip()) and not _capitals(text)


def _number(line: Line, grammar: Grammar) -> int | None:
    return grammar.table_number(line.text.strip())


def _capitals(text: str) -> bool:
    return text.isupper() and not any(character.isdigit() for character in text)
