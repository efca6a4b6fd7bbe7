"""The commands that look something up: plain CPU work with the service, done in a worker thread."""

from collections.abc import Callable, Mapping, Sequence

from qa_service.language.phrases import phrase
from qa_service.service import Service
from qa_service.telegram import greeting, lookups, table_lookups
from qa_service.telegram.outgoing import Message
from qa_service.telegram.text import Text

Command = Callable[[Service, str, str], Sequence[Message]]
"""From the text behind the command and the language of the chat to what is said."""


def start(service: Service, _: str, language: str) -> Sequence[Message]:
    """The greeting."""
    return [greeting.greeting(lookups.titles(service, language), language)]


def manual(_: Service, __: str, language: str) -> Sequence[Message]:
    """The help."""
    return [Message(greeting.manual(language))]


def cite(service: Service, reference: str, language: str) -> Sequence[Message]:
    """The first page of the places that a reference names. Raises QueryInvalid."""
    if not reference:
        return [Message(Text(phrase("telegram.cite-how", language)))]
    return [lookups.places(service, reference, 0, language)]


def search(service: Service, query: str, language: str) -> Sequence[Message]:
    """The first page of what is found for a query. Raises QueryInvalid."""
    if not query:
        return [Message(Text(phrase("telegram.search-how", language)))]
    return [lookups.hits(service, query, 0, language)]


def table(service: Service, asked: str, language: str) -> Sequence[Message]:
    """The table of a number or of words of its title. Raises TableUnknown."""
    return table_lookups.asked_for(service, asked, language)


def tables(service: Service, _: str, language: str) -> Sequence[Message]:
    """The first page of all tables."""
    return [table_lookups.listed(service, 0, language)]


def chapters(service: Service, _: str, language: str) -> Sequence[Message]:
    """The chapters of every document."""
    return [lookups.chapters(service, language)]


COMMANDS: Mapping[str, Command] = {
    "start": start,
    "help": manual,
    "cite": cite,
    "search": search,
    "table": table,
    "tables": tables,
    "chapters": chapters,
}
