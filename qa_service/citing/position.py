"""Where a passage stands in the official text, with names in the language of the citation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.document.grammar import grammar_of
from qa_service.document.records import Document, Edition, Kind, Lines, Passage, Status, Table
from qa_service.language.alphabet import fold

_CHAPTER_NUMBER = re.compile(r"\b(?:\d+|[ivxl]+)\b")


@dataclass(frozen=True, slots=True)
class Position:
    """The parts of a citation that name a place; what does not apply is None or empty.

    `paragraph` counts the paragraphs and lists of the innermost section from 1. `lines` are those of the
    official text. `articles` stay empty where `section` already names them.
    """

    lines: Lines
    annex: bool = False
    chapter: str | None = None
    section: str | None = None
    articles: tuple[str, ...] = ()
    paragraph: int | None = None
    table: int | None = None
    row: str | None = None
    column: str | None = None


def position_of(document: Document, passage: Passage, language: str, column: int | None = None) -> Position:
    """The place of a passage of any edition. `column` counts from 1 and picks a cell of a row."""
    official = official_of(document, passage)
    named = _counterpart_in(document, official, language) or official
    titles = _titles(named)
    section = _section(titles, named.language)
    table = table_of(document, official, language)
    row = table.rows[official.row - 1] if table and official.row else None
    return Position(
        lines=row.lines if row else _lines(passage, official),
        annex=any(grammar_of(official.language).is_annex(title) for title in _titles(official)),
        chapter=_chapter(titles, named.language),
        section=None if official.table else section,
        articles=() if section and _names_articles(section, named.language) else official.articles,
        paragraph=document.official.numbers.get(official.id),
        table=official.table,
        row=", ".join(filter(None, (row.group, row.label))) if row else None,
        column=table.columns[column - 1] if table and column else None,
    )


def official_of(document: Document, passage: Passage) -> Passage:
    """The passage of the official edition that this one renders; itself where there is none."""
    return _partner(document, document.official, passage) or passage


def _counterpart_in(document: Document, official: Passage, language: str) -> Passage | None:
    """The passage that renders an official one in a language; itself in its own."""
    if official.language == language:
        return official
    edition = next((each for each in document.editions if each.language == language), None)
    return _partner(document, edition, official) if edition else None


def table_of(document: Document, passage: Passage, language: str) -> Table | None:
    """The table that a passage shows or belongs to, under its names in a language where it has them."""
    if passage.table is None:
        return None
    editions = sorted(document.editions, key=lambda edition: edition.language != language)
    return next(
        (table for edition in editions for table in edition.tables if table.number == passage.table), None
    )


def _partner(document: Document, edition: Edition, passage: Passage) -> Passage | None:
    ids = document.partners.get(passage.id, ())
    return next((edition.by_id[each] for each in ids if each in edition.by_id), None)


def _lines(passage: Passage, official: Passage) -> Lines:
    if passage.status is Status.WORKING and passage.source_lines:
        return passage.source_lines
    return official.lines


def _titles(passage: Passage) -> tuple[str, ...]:
    """The titles above a passage; a heading counts itself, a line of observations does not."""
    if passage.kind is not Kind.HEADING or grammar_of(passage.language).observations_in(passage.text):
        return passage.path
    return (*passage.path, passage.text.rstrip(","))


def _chapter(titles: Sequence[str], language: str) -> str | None:
    title = next((title for title in titles if grammar_of(language).is_chapter(title)), None)
    number = _CHAPTER_NUMBER.search(fold(title)) if title else None
    return number[0].upper() if number else None


def _section(titles: Sequence[str], language: str) -> str | None:
    grammar = grammar_of(language)
    sections = [title for title in titles if not grammar.is_chapter(title) and not grammar.is_annex(title)]
    return sections[-1] if sections else None


def _names_articles(title: str, language: str) -> bool:
    return bool(grammar_of(language).articles_in(title))
