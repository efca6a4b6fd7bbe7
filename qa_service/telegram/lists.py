"""What is found, as lists with a button for each item, a page at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from qa_service.language.phrases import phrase
from qa_service.replies.schemas import EditionOutline, Passage, Section, TableSummary
from qa_service.telegram.actions import Action, ShowChapter, ShowPassage, ShowTable, ShowTables, Spans
from qa_service.telegram.excerpts import excerpt
from qa_service.telegram.outgoing import Button, Message, Rows, label
from qa_service.telegram.text import Style, Text, joined, styled

PLACES_ON_PAGE = 4
TABLES_ON_PAGE = 8
LONGEST_TITLE = 100
MOST_BUTTONS = 100
"""Telegram takes no more below one message."""

BEFORE, AFTER = "◀", "▶"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page:
    """One of the pages of a list: which (from 0), of how many, with how many items each."""

    number: int
    count: int
    size: int

    @classmethod
    def of(cls, items: int, size: int, asked: int) -> "Page":
        """The page that is asked for, or the last one there is."""
        count = max(1, -(-items // size))
        return cls(min(asked, count - 1), count, size)

    @property
    def first(self) -> int:
        """The number of its first item, from 0."""
        return self.number * self.size

    def on(self, items: Sequence[Item]) -> Sequence[Item]:
        """Its items."""
        return items[self.first : self.first + self.size]

    def turning(self, asks: Callable[[int], Action]) -> tuple[Button, ...]:
        """Buttons to the pages beside it; `asks` makes what asks for a page."""
        before = [Button(BEFORE, asks(self.number - 1))] if self.number else []
        after = [Button(AFTER, asks(self.number + 1))] if self.number + 1 < self.count else []
        return (*before, *after)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a list, with what it was found by."""

    passage: Passage
    highlights: Spans = ()

    @property
    def title(self) -> str:
        """The nearest title above it."""
        return self.passage.path[-1] if self.passage.path else ""


def passages(
    head: str, found: Sequence[Found], page: Page, turning: tuple[Button, ...], language: str
) -> Message:
    """The passages of one page, each with its title where that is a new one, and its words."""
    numbered = list(enumerate(found, start=page.first + 1))
    titles = ["", *(each.title for each in found)]
    items = [
        _item(number, each, is_new=each.title != before)
        for before, (number, each) in zip(titles, numbered, strict=False)
    ]
    opening = tuple(
        Button(str(number), ShowPassage(each.passage.id, highlights=each.highlights))
        for number, each in numbered
    )
    place = phrase("telegram.page", language, page=page.number + 1, pages=page.count) if turning else ""
    text = joined([styled(head, Style.BOLD), *items, styled(place, Style.ITALIC)])
    return Message(text, tuple(filter(None, (opening, turning))))


def _item(number: int, found: Found, is_new: bool) -> Text:
    words = excerpt(found.passage.text, found.highlights)
    if not (is_new and found.title):
        return Text(f"{number}. ") + words
    title = excerpt(found.title, longest=LONGEST_TITLE).shown
    return joined([styled(title, Style.ITALIC), Text(f"{number}. ") + words], "\n")


def tables(found: Sequence[TableSummary], edition: str, page: Page, language: str) -> Message:
    """A page of the list of all tables."""
    head = phrase("telegram.table-list", language, page=page.number + 1, pages=page.count)
    rows = (*table_buttons(page.on(found), edition), page.turning(ShowTables))
    return Message(styled(head, Style.BOLD), tuple(filter(None, rows)))


def table_buttons(found: Sequence[TableSummary], edition: str) -> Rows:
    """A button for each table."""
    return tuple(
        (Button(label(f"{one.number}. {one.title}"), ShowTable(one.number, edition)),) for one in found
    )


def chapters(outlines: Sequence[EditionOutline], language: str) -> Message:
    """The chapters of each document, as buttons."""
    rows = tuple(
        (Button(label(section.title), ShowChapter(document, chapter)),)
        for document, outline in enumerate(outlines)
        for chapter, section in enumerate(outline.sections)
    )
    return Message(styled(phrase("telegram.chapters", language), Style.BOLD), rows)


def sections(outline: EditionOutline, chapter: int, language: str) -> Message:
    """The sections of a chapter, as buttons that open their first passage."""
    whole = outline.sections[chapter]
    rows = tuple(
        (Button(label(section.title), ShowPassage(section.passages[0])),)
        for section in _all_of(whole)
        if section.passages
    )[:MOST_BUTTONS]
    head = [styled(whole.title, Style.BOLD), Text(phrase("telegram.sections", language))]
    return Message(joined(head), rows)


def _all_of(section: Section) -> Iterator[Section]:
    """A section and those in it, in the order of the text."""
    yield section
    for inner in section.sections:
        yield from _all_of(inner)
