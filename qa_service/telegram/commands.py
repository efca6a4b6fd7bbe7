"""The commands: what they say, and how the menu and the help list them.

Those that look something up are plain CPU work with the service, done in a worker thread.
"""

from collections.abc import Callable, Mapping, Sequence

from qa_service.language.phrases import phrase
from qa_service.service import Service
from qa_service.telegram import lookups
from qa_service.telegram.outgoing import Message
from qa_service.telegram.tables import lookups as table_lookups
from qa_service.telegram.text import Style, Text, joined, styled

Command = Callable[[Service, str, str], Sequence[Message]]
"""From the text behind the command and the language of the chat to what is said."""


def start(service: Service, _: str, language: str) -> Sequence[Message]:
    """The greeting, with the titles of the documents and the help."""
    titles = lookups.titles(service, language)
    documents = [phrase("telegram.documents", language), *(f"• {title}" for title in titles)]
    parts = [Text(phrase("telegram.start", language)), Text("\n".join(documents)), _help(language)]
    return [Message(joined(parts))]


def manual(_: Service, __: str, language: str) -> Sequence[Message]:
    """The help."""
    return [Message(_help(language))]


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
LISTED = ("search", "cite", "table", "tables", "chapters", "language", "forget", "help")
"""In the order in which Telegram's menu and the help list them."""


def commands_in(language: str) -> list[tuple[str, str]]:
    """Each listed command with what it does."""
    return [(name, phrase(f"telegram.command-{name}", language)) for name in LISTED]


def _help(language: str) -> Text:
    """How to ask, the commands and two examples."""
    commands = "\n".join(f"/{name} – {told}" for name, told in commands_in(language))
    asked = [phrase(f"telegram.example-{which}", language) for which in ("first", "second")]
    examples = [Text(phrase("telegram.examples", language)), *(styled(one, Style.CODE) for one in asked)]
    how = [Text(phrase("telegram.help", language)), Text(commands)]
    return joined([joined(how, "\n"), joined(examples, "\n")])
