"""An edition from its file: lines, mends, parts, outline and passages."""

from pathlib import Path

from qa_service.corpus_files import read_text, split_lines
from qa_service.document.annex import read_annex, split_annex
from qa_service.document.grammar import grammar_of
from qa_service.document.headings import Levels, read_entries, read_levels
from qa_service.document.manifest import EditionEntry
from qa_service.document.mends import apply_mends, read_mends
from qa_service.document.outline import Entry, place, sections
from qa_service.document.paragraphs import split_paragraphs
from qa_service.document.passages import Origin, passages_of
from qa_service.document.records import Edition, Status
from qa_service.document.source import layout_of, numbered
from qa_service.errors import CorpusUnreadable


def read_official(
    folder: Path, document: str, entry: EditionEntry, carried: Levels | None = None
) -> tuple[Edition, tuple[int, ...]]:
    """An edition read from one source file, its recorded mends applied, and the numbers of its non-blank
    lines. `carried` are decisions on headings that give way to its own. Raises CorpusUnreadable."""
    mends = read_mends(folder, entry.mends) if entry.mends else ()
    levels = {**(carried or {}), **read_levels(folder, entry.headings)}
    lines = apply_mends(split_lines(read_text(folder, entry.file)), mends, str(folder / entry.file))
    entries = read_outline(lines, entry.language, levels)
    _check_levels(levels, entries, folder / (entry.headings or ""))
    edition = edition_of(entries, entry.file, Origin(document, entry.language, entry.status, mends))
    return edition, tuple(line.number for line in numbered(lines))


def read_outline(lines: list[str], language: str, levels: Levels) -> tuple[Entry, ...]:
    """Every non-blank line of a file in one entry, body before annex."""
    grammar, printed = grammar_of(language), numbered(lines)
    parts = split_annex(printed, grammar)
    paragraphs = split_paragraphs(parts.body, grammar, layout_of(printed))
    return (*read_entries(paragraphs, grammar, levels), *read_annex(parts, grammar))


def edition_of(entries: tuple[Entry, ...], file: str, origin: Origin) -> Edition:
    """Passages and outline of a reading."""
    levelled = passages_of(place(entries), origin)
    return Edition(
        language=origin.language,
        status=Status(origin.status),
        file=file,
        passages=tuple(passage for _, passage in levelled),
        outline=sections(levelled),
    )


def _check_levels(levels: Levels, entries: tuple[Entry, ...], file: Path) -> None:
    """A decision about a line where no paragraph starts is stale."""
    starts = {entry.paragraph.span[0] for entry in entries}
    for line in levels.keys() - starts:
        raise CorpusUnreadable(file=str(file), reason=f"stale decision: no paragraph starts at line {line}")
