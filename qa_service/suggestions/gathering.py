"""Everything that can be suggested in a language."""

from collections.abc import Iterable, Iterator, Sequence

from qa_service.citing.index import Entry
from qa_service.citing.labels import label
from qa_service.citing.references import Target
from qa_service.document.records import Corpus, Edition, Section
from qa_service.document.records import Kind as PassageKind
from qa_service.language.phrases import phrase
from qa_service.suggestions.records import Kind, Suggestion

KINDS = {
    Target.ARTICLE: Kind.ARTICLE,
    Target.OBSERVATION: Kind.OBSERVATION,
    Target.ACT: Kind.ACT,
    Target.CODE: Kind.ACT,
    Target.LAW: Kind.ACT,
}


def suggestions_in(corpus: Corpus, entries: Iterable[Entry], language: str) -> tuple[Suggestion, ...]:
    """Headings, tables, references and questions, each once however often it stands in the documents."""
    editions = [edition for document in corpus.documents for edition in document.editions]
    own = [edition for edition in editions if edition.language == language]
    found = [*_references(entries, language)]
    for edition in own:
        found += [*_headings(edition.outline), *_tables(edition), *_questions(edition)]
    return tuple({(each.kind, each.text): each for each in reversed(found)}.values())[::-1]


def _references(entries: Iterable[Entry], language: str) -> Iterator[Suggestion]:
    for entry in entries:
        if entry.target in KINDS:
            text = label(entry, language)
            if entry.target is Target.LAW:
                text = phrase("suggestions.law", language, title=text)
            yield Suggestion(KINDS[entry.target], text, text)


def _headings(sections: Sequence[Section]) -> Iterator[Suggestion]:
    for section in sections:
        place = section.passages[0] if section.passages else None
        yield Suggestion(Kind.HEADING, section.title, section.title, place)
        yield from _headings(section.sections)


def _tables(edition: Edition) -> Iterator[Suggestion]:
    places = {each.table: each.id for each in edition.passages if each.kind is PassageKind.TABLE}
    for table in edition.tables:
        values = {"number": table.number, "title": table.title}
        text = phrase("suggestions.table", edition.language, **values)
        query = phrase("suggestions.table-query", edition.language, **values)
        yield Suggestion(Kind.TABLE, text, query, places.get(table.number), table.number)


def _questions(edition: Edition) -> Iterator[Suggestion]:
    """Those that are worded as questions; others are notes that help the search."""
    for passage in edition.passages:
        for question in passage.questions:
            if question.endswith("?"):
                yield Suggestion(Kind.QUESTION, question, question)
