"""What is looked up in the service for a chat: plain CPU work, done in a worker thread."""

from collections.abc import Sequence

from qa_service.language.phrases import phrase
from qa_service.language.terms import LANGUAGES as DOCUMENT_LANGUAGES
from qa_service.replies import calls, library
from qa_service.replies.schemas import Citation, CiteReply, EditionOutline
from qa_service.replies.text import in_language
from qa_service.service import Service
from qa_service.telegram import lists, passages
from qa_service.telegram.actions import ShowChapter, ShowHits, ShowPassage, ShowPlaces
from qa_service.telegram.lists import PLACES_ON_PAGE, Found, Page
from qa_service.telegram.outgoing import Message
from qa_service.telegram.tables import lookups as table_lookups
from qa_service.telegram.text import Text

MOST_HITS = 20


def named(service: Service, reference: str, language: str) -> Sequence[Message]:
    """What a question that is nothing but a reference names: the table, or the first of its places;
    nothing where the documents do not have it. Raises QueryInvalid."""
    places = calls.cite(service, reference)
    tables = {each.passage.table for each in places.hits if places.kind == "table"}
    if len(tables) == 1 and (number := tables.pop()):
        return table_lookups.as_text(service, number, language, language)
    return [told_places(service, places, 0, language)] if places.hits else []


def passage(service: Service, shown: ShowPassage, language: str, address: str) -> Message:
    """Raises PassageUnknown."""
    reply = library.passage(service, shown.passage, shown.form)
    one = reply.passage
    table = library.table(service, one.table, one.language) if one.table else None
    return passages.passage(reply, shown, language, address, table)


def places(service: Service, reference: str, asked: int, language: str) -> Message:
    """A page of the places that a reference names, or what is nearest where there are none.
    Raises QueryInvalid."""
    return told_places(service, calls.cite(service, reference), asked, language)


def told_places(service: Service, reply: CiteReply, asked: int, language: str) -> Message:
    """A page of places that were looked up, in the language of the reference where it has one."""
    language = _of(reply.language, language)
    if not reply.hits:
        return Message(Text(reply.message or phrase("telegram.nothing-found", language)))
    page = Page.of(len(reply.hits), PLACES_ON_PAGE, asked)
    head = phrase("telegram.places", language, reference=reply.reference, count=reply.found)
    found = [_in_language(service, each, language) for each in page.on(reply.hits)]
    turning = page.turning(lambda number: ShowPlaces(reply.reference, number))
    return lists.passages(head, found, page, turning, language)


def _in_language(service: Service, place: Citation, language: str) -> Found:
    """A place as readers of a language know it, where there is an edition in it."""
    other = place.counterpart
    if place.passage.language != language and other and other.language == language:
        return Found(library.passage(service, other.id).passage, tuple(other.highlights))
    return Found(place.passage, tuple(place.highlights))


def hits(service: Service, query: str, asked: int, language: str) -> Message:
    """A page of what is found for a query. Raises QueryInvalid."""
    reply = calls.search(service, query, MOST_HITS)
    language = _of(reply.language, language)
    if not reply.hits:
        return Message(Text(phrase("telegram.nothing-found", language)))
    page = Page.of(len(reply.hits), PLACES_ON_PAGE, asked)
    head = phrase("telegram.found", language, query=query)
    found = [Found(each.passage) for each in page.on(reply.hits)]
    return lists.passages(head, found, page, page.turning(lambda number: ShowHits(query, number)), language)


def _of(text: str, chat: str) -> str:
    """The language to reply in: that of the text, where it is one of the documents', else the chat's."""
    return text if text in DOCUMENT_LANGUAGES else chat


def chapters(service: Service, language: str) -> Message:
    """The chapters of every document."""
    return lists.chapters(_outlines(service, language), language)


def sections(service: Service, asked: ShowChapter, language: str) -> Message | None:
    """The sections of a chapter; None where there is no such chapter."""
    outlines = _outlines(service, language)
    if asked.document >= len(outlines) or asked.chapter >= len(outlines[asked.document].sections):
        return None
    return lists.sections(outlines[asked.document], asked.chapter, language)


def _outlines(service: Service, language: str) -> list[EditionOutline]:
    """One outline of each document: in this language, else the official one."""
    outlines = [library.outline(service, document.id).editions for document in service.library.documents]
    return [next((one for one in each if one.language == language), each[0]) for each in outlines]


def titles(service: Service, language: str) -> list[str]:
    """The title of each document."""
    return [in_language(document.titles, language) for document in library.documents(service).documents]
