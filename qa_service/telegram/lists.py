"""What is found, as lists with a button for each item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_service.language.phrases import phrase
from qa_service.replies.schemas import EditionOutline, Passage, Section, TableSummary
from qa_service.telegram.actions import ShowChapter, ShowPassage, ShowTable, ShowTables, Spans
from qa_service.telegram.excerpts import excerpt
from qa_service.telegram.outgoing import Button, Message, Rows, label
from qa_service.telegram.pages import Page
from qa_service.telegram.text import Style, Text, joined, styled

PLACES_ON_PAGE = 4
TABLES_ON_PAGE = 8
LONGEST_TITLE = 100
MOST_BUTTONS = 100
"""Telegram takes no more below one message."""


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
