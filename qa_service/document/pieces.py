"""Paragraphs into pieces of a readable size: lists kept with their opening sentence, long paragraphs cut
between sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from qa_service.document.paragraphs import Paragraph
from qa_service.document.records import Kind, Lines
from qa_service.language.sentences import sentence_spans

LIST_LIMIT = 1200
"""Characters; a longer list is cut into its items, each with the opening sentence as context."""

PARAGRAPH_LIMIT = 1500
"""Characters; a longer paragraph is cut between sentences."""

ITEM = re.compile(r"^(?:\d+(?:\.\d+)*[).]|[-–—•*]|[a-zа-яәғқңөұүһі]\)|№\s*\d+)\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that becomes one passage. `context` is the sentence that opens the list it belongs to."""

    kind: Kind
    text: str
    lines: Lines
    context: str = ""


def pieces_of(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """The pieces of neighbouring paragraphs, in their order and without loss."""
    position = 0
    while position < len(paragraphs):
        items = _items(paragraphs, position)
        if items:
            yield from _list_pieces(paragraphs[position], items)
        else:
            yield from _cut(paragraphs[position], Kind.PARAGRAPH)
        position += 1 + len(items)


def _items(paragraphs: Sequence[Paragraph], position: int) -> Sequence[Paragraph]:
    """The items of the list that a paragraph ending in a colon opens."""
    if not paragraphs[position].text.endswith(":"):
        return ()
    end = position + 1
    while end < len(paragraphs) and ITEM.match(paragraphs[end].text):
        end += 1
    return paragraphs[position + 1 : end]


def _list_pieces(opening: Paragraph, items: Sequence[Paragraph]) -> Iterator[Piece]:
    text = " ".join(paragraph.text for paragraph in (opening, *items))
    if len(text) <= LIST_LIMIT:
        yield Piece(Kind.LIST, text, (opening.span[0], items[-1].span[1]))
        return
    yield from _cut(opening, Kind.PARAGRAPH)
    for item in items:
        yield from _cut(item, Kind.LIST, context=last_sentence(opening.text))


def last_sentence(text: str) -> str:
    """The sentence that a text ends with."""
    return text[[0, *_breaks(text)][-1] :]


def _cut(paragraph: Paragraph, kind: Kind, context: str = "") -> Iterator[Piece]:
    bounds = [0, *_cuts(paragraph.text), len(paragraph.text)]
    for start, end in pairwise(bounds):
        lines = _line_at(paragraph, start), _line_at(paragraph, end - 1)
        yield Piece(kind, paragraph.text[start:end].strip(), lines, context)


def _cuts(text: str) -> list[int]:
    """The sentence starts that divide a long text most evenly into parts of about the limit."""
    parts = ceil(len(text) / PARAGRAPH_LIMIT)
    breaks = _breaks(text)
    if parts == 1 or not breaks:
        return []
    marks = [len(text) * part / parts for part in range(1, parts)]
    return sorted({min(breaks, key=lambda end: abs(end - mark)) for mark in marks})


def _breaks(text: str) -> list[int]:
    """Where the second and later sentences begin; a semicolon ends an item, not a sentence."""
    spans = sentence_spans(text)
    return [start for (_, end), (start, _) in pairwise(spans) if text[end - 1] != ";"]


def _line_at(paragraph: Paragraph, offset: int) -> int:
    return paragraph.lines[bisect_right(paragraph.joined.starts, offset) - 1].number
