"""Which paragraphs are headings, and how deep: by their form, or by a person's decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qa_service.corpus_files import read_rows
from qa_service.document.grammar import Grammar
from qa_service.document.outline import Entry, Role
from qa_service.document.paragraphs import Paragraph, heading_like, opens_chapter, refers

Levels = Mapping[int, int]
"""A person's decisions: from the line at which a paragraph starts to its heading level, 0 for no heading."""

CHAPTER = 1
SECTION = 2


def read_levels(folder: Path, name: str | None) -> Levels:
    """The decisions of a file with the columns line, level, reason, none where there is no file. Raises
    CorpusUnreadable."""
    levels: dict[int, int] = {}
    for row in read_rows(folder, name, ("line", "level", "reason")) if name else ():
        if row.number("line") in levels:
            raise row.refused(f"line {row['line']} has its level above")
        levels[row.number("line")] = row.number("level")
    return levels


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a paragraph: the headings open above it, whether text stands between, and whether
    a line of observations follows."""

    above: Sequence[Entry]
    after_text: bool
    observed: bool


def read_entries(paragraphs: Sequence[Paragraph], grammar: Grammar, decided: Levels) -> tuple[Entry, ...]:
    """Gives every paragraph its role. What stands before the first chapter lies outside sections."""
    first = next((i for i, paragraph in enumerate(paragraphs) if opens_chapter(paragraph.text, grammar)), 0)
    entries = [Entry(paragraph, Role.MATTER) for paragraph in paragraphs[:first]]
    above: list[Entry] = []
    for position in range(first, len(paragraphs)):
        after_text = bool(entries) and entries[-1].role is Role.TEXT
        context = Context(above, after_text, _observed(paragraphs, position, grammar))
        entry = _entry(paragraphs[position], context, grammar, decided)
        entries.append(entry)
        if entry.role is Role.HEADING:
            above = [heading for heading in above if heading.level < entry.level] + [entry]
    return _with_observations(entries)


def _observed(paragraphs: Sequence[Paragraph], position: int, grammar: Grammar) -> bool:
    return position + 1 < len(paragraphs) and bool(grammar.observations_in(paragraphs[position + 1].text))


def _entry(paragraph: Paragraph, context: Context, grammar: Grammar, decided: Levels) -> Entry:
    if observations := grammar.observations_in(paragraph.text):
        return Entry(paragraph, Role.OBSERVATIONS, observations=observations)
    level = decided.get(paragraph.span[0])
    if level is None:
        level = _level(paragraph, context, grammar)
    if not level:
        return Entry(paragraph, Role.TEXT)
    return Entry(paragraph, Role.HEADING, level, articles=grammar.articles_in(paragraph.text))


def _level(paragraph: Paragraph, context: Context, grammar: Grammar) -> int:
    """The level that a paragraph's form gives it. A heading right under another one belongs to it."""
    if opens_chapter(paragraph.text, grammar):
        return CHAPTER
    full = refers(paragraph.text, grammar) or grammar.is_clause(paragraph.text)
    if not full and not (paragraph.apart and heading_like(paragraph.text)):
        return 0
    if not context.above:
        return CHAPTER
    if not context.after_text:
        return context.above[-1].level + 1
    return SECTION if full else _plain_level(context, grammar)


def _plain_level(context: Context, grammar: Grammar) -> int:
    """The level of a heading after text that names no article: beside the last one of its kind, or beside the
    first one if it has observations of its own."""
    plain = [heading.level for heading in context.above if _is_plain(heading, grammar)]
    if not plain:
        return context.above[-1].level + 1
    return plain[0] if context.observed else plain[-1]


def _is_plain(heading: Entry, grammar: Grammar) -> bool:
    text = heading.paragraph.text
    return not (heading.articles or grammar.is_chapter(text) or grammar.is_clause(text))


def _with_observations(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Lets every heading carry the observations that a line under it names."""
    found = list(entries)
    owner: int | None = None
    for position, entry in enumerate(entries):
        if entry.role is Role.HEADING:
            owner = position
        elif entry.role is Role.OBSERVATIONS and owner is not None:
            found[owner] = replace(found[owner], observations=found[owner].observations + entry.observations)
    return tuple(found)
