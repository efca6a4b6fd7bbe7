"""What the tables, chapters, sections and laws of a document are called, in all its languages."""

from collections.abc import Iterator, Mapping, Sequence

from qa_service.citing.grammar import printed_grammar
from qa_service.citing.index import EditionIndex, Entry
from qa_service.citing.references import Target
from qa_service.citing.subjects import Name
from qa_service.document.records import Document

SAME_PLACES = 0.5
"""Share of common places from which a title and a translated one are taken for one law's."""

Partners = Mapping[str, Sequence[str]]
"""From a passage of a translation to the official ones that it renders."""


def names_of(document: Document, editions: Sequence[EditionIndex]) -> dict[Target, tuple[Name, ...]]:
    """Names under the numbers of the official edition, which comes first in `editions`."""
    partners = {name: pair.official for pair in document.pairs for name in pair.other}
    return {
        Target.TABLE: tuple(_tables(document)),
        Target.CHAPTER: tuple(_headings(Target.CHAPTER, editions, partners)),
        Target.SECTION: tuple(_headings(Target.SECTION, editions, partners)),
        Target.LAW: tuple(_laws(editions, partners)),
    }


def _tables(document: Document) -> Iterator[Name]:
    for edition in document.editions:
        for table in edition.tables:
            yield Name(str(table.number), table.title, edition.language)


def _headings(target: Target, editions: Sequence[EditionIndex], partners: Partners) -> Iterator[Name]:
    for index in editions:
        for entry in _entries(index, target):
            for key in partners.get(entry.number, (entry.number,)):
                yield from (Name(key, place.passage.text, index.edition.language) for place in entry.places)


def _laws(editions: Sequence[EditionIndex], partners: Partners) -> Iterator[Name]:
    """Titles without the country; a translated one also stands for the official one at its places."""
    official = _entries(editions[0], Target.LAW)
    for index in editions:
        for entry in _entries(index, Target.LAW):
            text = printed_grammar().country.sub(" ", entry.number)
            for key in {entry.number, *_official_title(entry, official, partners)}:
                yield Name(key, text, index.edition.language)


def _official_title(entry: Entry, official: Sequence[Entry], partners: Partners) -> Iterator[str]:
    """The official title that shares most places with a translated one; among equals the one most like it in
    length."""
    ids = {name for place in entry.places for name in partners.get(place.passage.id, ())}

    def likeness(other: Entry) -> tuple[float, int]:
        places = {place.passage.id for place in other.places}
        return len(ids & places) / len(ids | places), -abs(len(other.number) - len(entry.number))

    if ids and official and likeness(best := max(official, key=likeness))[0] >= SAME_PLACES:
        yield best.number


def _entries(index: EditionIndex, target: Target) -> list[Entry]:
    return [entry for entry in index.entries if entry.target is target]
