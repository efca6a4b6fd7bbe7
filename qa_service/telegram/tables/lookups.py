"""Tables that are looked up in the service for a chat: plain CPU work, done in a worker thread."""

import re
from collections.abc import Sequence

from qa_service.document.records import Status
from qa_service.language.phrases import phrase
from qa_service.language.stems import words
from qa_service.replies import library
from qa_service.replies.schemas import TableSummary
from qa_service.service import Service
from qa_service.tables.export import to_xlsx
from qa_service.tables.picture import to_png
from qa_service.telegram import lists
from qa_service.telegram.actions import SendFile, ShowPicture
from qa_service.telegram.lists import TABLES_ON_PAGE, Page
from qa_service.telegram.outgoing import Attachment, Message
from qa_service.telegram.tables import messages
from qa_service.telegram.text import Style, Text, styled

_NUMBER = re.compile(r"\d{1,3}")
WORDS_WITH_NUMBER = 2
"""A number with at most one word beside it names a table; in a longer text it is part of the title."""


def edition(service: Service, language: str) -> tuple[str, bool]:
    """The language of the edition whose tables readers of `language` get, and whether it is official."""
    editions = [one for document in service.library.documents for one in document.editions if one.tables]
    chosen = next((one for one in editions if one.language == language), None) or next(iter(editions), None)
    return (chosen.language, chosen.status is Status.OFFICIAL) if chosen else (language, True)


def as_text(service: Service, number: int, wanted: str, language: str) -> Sequence[Message]:
    """Raises TableUnknown."""
    kept, official = edition(service, wanted)
    return messages.as_text(library.table(service, number, kept), kept, official, language)


def as_picture(service: Service, asked: ShowPicture, language: str) -> Attachment:
    """Raises TableUnknown."""
    kept, official = edition(service, asked.language)
    doubt = phrase("table.uncertain", language)
    content = to_png(service.library.table(asked.number, kept), _place(service, asked), doubt)
    return messages.as_picture(library.table(service, asked.number, kept), content, official, language)


def _place(service: Service, asked: ShowPicture) -> tuple[int, int] | None:
    """Row and column of the cell to mark; none where the button names none of this table."""
    if not asked.cell:
        return None
    view = service.library.passage(asked.cell)
    row, column = view.passage.row, view.column
    if view.passage.table != asked.number or row is None or column is None:
        return None
    return row, column


def as_file(service: Service, asked: SendFile, language: str) -> Attachment:
    """Raises TableUnknown."""
    kept, official = edition(service, asked.language)
    content = to_xlsx(service.library.table(asked.number, kept), phrase("table.uncertain", language))
    return messages.as_file(library.table(service, asked.number, kept), content, official, language)


def asked_for(service: Service, asked: str, language: str) -> Sequence[Message]:
    """The table of this number, or whose title holds these words in any edition; several to choose from."""
    kept, _ = edition(service, language)
    if not asked:
        return [listed(service, 0, language)]
    number = _NUMBER.search(asked)
    if number and len(words(asked)) <= WORDS_WITH_NUMBER:
        return as_text(service, int(number[0]), kept, language)
    return _titled(service, asked, kept, language)


def _titled(service: Service, asked: str, kept: str, language: str) -> Sequence[Message]:
    for tongue in dict.fromkeys([kept, *_tongues(service)]):
        found = messages.named(asked, library.tables(service, tongue).tables, tongue)
        spoken = language if tongue == kept else tongue
        if len(found) == 1:
            return as_text(service, found[0].number, tongue, spoken)
        if found:
            return [_several(found, tongue, spoken)]
    return [Message(Text(phrase("telegram.table-none", language)))]


def _tongues(service: Service) -> list[str]:
    return [one.language for document in service.library.documents for one in document.editions if one.tables]


def _several(found: Sequence[TableSummary], tongue: str, language: str) -> Message:
    head = styled(phrase("telegram.table-several", language), Style.BOLD)
    return Message(head, lists.table_buttons(found[:TABLES_ON_PAGE], tongue))


def listed(service: Service, asked: int, language: str) -> Message:
    """A page of all tables."""
    kept, _ = edition(service, language)
    found = library.tables(service, kept).tables
    return lists.tables(found, kept, Page.of(len(found), TABLES_ON_PAGE, asked), language)
