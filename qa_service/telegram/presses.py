"""What a pressed button brings: plain CPU work with the service, done in a worker thread."""

from collections.abc import Sequence
from dataclasses import replace

from qa_service.language.phrases import phrase
from qa_service.service import Service
from qa_service.telegram import lookups
from qa_service.telegram.actions import (
    Action,
    SendFile,
    ShowChapter,
    ShowHits,
    ShowPassage,
    ShowPicture,
    ShowPlaces,
    ShowTable,
    ShowTables,
)
from qa_service.telegram.outgoing import Hint, Message, Outgoing
from qa_service.telegram.tables import lookups as table_lookups


def pressed(service: Service, action: Action, language: str, address: str) -> Sequence[Outgoing]:
    """What an action asks for. Raises PassageUnknown, TableUnknown or QueryInvalid where it asks for
    what is not there (any longer)."""
    match action:
        case ShowPassage():
            return [lookups.passage(service, action, language, address)]
        case ShowPlaces(reference, page):
            return _in_place(lookups.places(service, reference, page, language))
        case ShowHits(query, page):
            return _in_place(lookups.hits(service, query, page, language))
        case ShowTables(page):
            return _in_place(table_lookups.listed(service, page, language))
        case ShowTable(number, edition):
            return table_lookups.as_text(service, number, edition, language)
        case ShowPicture():
            return [table_lookups.as_picture(service, action, language)]
        case SendFile():
            return [table_lookups.as_file(service, action, language)]
        case ShowChapter():
            return [lookups.sections(service, action, language) or stale(language)]


def _in_place(message: Message) -> Sequence[Message]:
    return [replace(message, in_place=True)]


def stale(language: str) -> Hint:
    """Said where a button asks for what is no longer there."""
    return Hint(phrase("telegram.stale", language))
