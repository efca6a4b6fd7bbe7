"""Lines into paragraphs: which line begins something new, and which one goes on after a break."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.document.grammar import Grammar
from qa_service.document.records import Lines
from qa_service.document.source import Layout, Line
from qa_service.document.spacing import Joined, join

HEADING_LIMIT = 300
"""Characters; a longer paragraph is not a heading."""

HEADING_LINES = 3

SENTENCE_END = re.compile(r"""[.!?:;]["»)]*$""")
INNER_SENTENCE = re.compile(r"""\w{3}[.!?]["»)]?\s+["«(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]""")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, joined. `apart` says that the eye sees it begin: by an indent or a gap."""

    lines: tuple[Line, ...]
    joined: Joined
    apart: bool

    @property
    def text(self) -> str:
        return self.joined.text

    @property
    def span(self) -> Lines:
        return self.lines[0].number, self.lines[-1].number


def paragraph_of(lines: Sequence[Line], layout: Layout) -> Paragraph:
    """One paragraph of these lines."""
    first = lines[0]
    gap = first.number == 1 or (first.gap > 0 and not first.page_break)
    apart = first.indented or gap or not layout.wrapped
    return Paragraph(tuple(lines), join([line.text for line in lines]), apart)


def split_paragraphs(lines: Sequence[Line], grammar: Grammar, layout: Layout) -> tuple[Paragraph, ...]:
    """Every line in exactly one paragraph, in their order."""
    paragraphs: list[list[Line]] = []
    for position, line in enumerate(lines):
        upcoming = lines[position : position + HEADING_LINES]
        if not paragraphs or _begins(paragraphs[-1], upcoming, grammar, layout):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return tuple(paragraph_of(group, layout) for group in paragraphs)


def heading_like(text: str) -> bool:
    """Short, begins like a title and does not end like a sentence."""
    starts = text.lstrip('"«(')[:1]
    return (
        len(text) <= HEADING_LIMIT
        and (starts.isupper() or starts.isdigit())
        and not SENTENCE_END.search(text)
        and not INNER_SENTENCE.search(text)
    )


def opens_chapter(text: str, grammar: Grammar) -> bool:
    """Whether a text is a chapter's heading, not a numbered sentence."""
    return len(text) <= HEADING_LIMIT and grammar.is_chapter(text) and not SENTENCE_END.search(text)


def refers(text: str, grammar: Grammar) -> bool:
    """Whether a text is a heading that names articles."""
    return (heading_like(text) or opens_chapter(text, grammar)) and bool(grammar.articles_in(text))


def _begins(before: Sequence[Line], upcoming: Sequence[Line], grammar: Grammar, layout: Layout) -> bool:
    """Whether the first line of `upcoming` starts a paragraph after the lines `before`."""
    line, ended = upcoming[0], bool(SENTENCE_END.search(before[-1].text.rstrip()))
    if line.indented or not layout.wrapped or grammar.opens_block(line.text.strip()):
        return True
    if len(before) <= HEADING_LINES and _is_whole(_text(before), line, grammar):
        return True
    if line.gap and not line.page_break:
        return ended or not line.text.strip()[:1].islower()
    if line.page_break and not layout.indented:
        return ended
    return ended and _flush_heading(upcoming, grammar)


def _is_whole(before: str, line: Line, grammar: Grammar) -> bool:
    """Whether a line of observations or a heading that names articles ends before this line."""
    return bool(grammar.observations_in(before)) or (_starts_upper(line) and refers(before, grammar))


def _flush_heading(upcoming: Sequence[Line], grammar: Grammar) -> bool:
    """Whether a heading that names articles stands here without indent, on one line or more."""
    return any(
        refers(_text(upcoming[:count]), grammar)
        for count in range(1, len(upcoming) + 1)
        if not any(line.indented or line.gap for line in upcoming[1:count])
    )


def _starts_upper(line: Line) -> bool:
    return line.text.lstrip(' "«')[:1].isupper()


def _text(lines: Sequence[Line]) -> str:
    return join([line.text for line in lines]).text
