"""The documents of a snapshot as a reader walks through them: passages with neighbours, outlines, tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_service.citing.citation import citation
from qa_service.document.records import Corpus, Document, Passage, Table
from qa_service.errors import DocumentUnknown, PassageUnknown, TableUnknown
from qa_service.language.phrases import LANGUAGES


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage, the same one in the other edition, and those that stand before and after it."""

    passage: Passage
    counterpart: Passage | None
    previous: Passage | None
    next: Passage | None


class Library:
    """Looks things up by their ids and numbers; immutable."""

    def __init__(self, corpus: Corpus) -> None:
        self._documents = {document.id: document for document in corpus.documents}
        self._places: dict[str, tuple[Sequence[Passage], int]] = {}
        self._partners: dict[str, str] = {}
        for document in corpus.documents:
            self._enter(document)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document, in the order of the ids."""
        return tuple(self._documents.values())

    def document(self, identifier: str) -> Document:
        """Raises DocumentUnknown."""
        if identifier not in self._documents:
            raise DocumentUnknown(id=identifier)
        return self._documents[identifier]

    def passage(self, identifier: str) -> PassageView:
        """Raises PassageUnknown."""
        if identifier not in self._places:
            raise PassageUnknown(id=identifier)
        passages, place = self._places[identifier]
        return PassageView(
            passage=passages[place],
            counterpart=self._counterpart(identifier),
            previous=passages[place - 1] if place else None,
            next=passages[place + 1] if place + 1 < len(passages) else None,
        )

    def tables(self, language: str | None = None) -> tuple[Table, ...]:
        """The tables of every document in a language, else those of the official edition."""
        return tuple(table for document in self.documents for table in _tables_in(document, language))

    def table(self, number: int, language: str | None = None) -> Table:
        """The first document's table of this number. Raises TableUnknown."""
        tables = self.tables(language)
        for table in tables:
            if table.number == number:
                return table
        known = [table.number for table in tables]
        raise TableUnknown(number=number, known=f"{min(known)}–{max(known)}" if known else "–")

    def citation(self, passage: Passage) -> Mapping[str, str]:
        """The footnote of a passage in each language."""
        document = self.document(passage.document)
        return {language: citation(document, passage, language) for language in LANGUAGES}

    def _enter(self, document: Document) -> None:
        for edition in document.editions:
            for place, passage in enumerate(edition.passages):
                self._places[passage.id] = (edition.passages, place)
        for pair in document.pairs:
            self._partners |= dict.fromkeys(pair.official, pair.other[0])
            self._partners |= dict.fromkeys(pair.other, pair.official[0])

    def _counterpart(self, identifier: str) -> Passage | None:
        if identifier not in self._partners:
            return None
        passages, place = self._places[self._partners[identifier]]
        return passages[place]


def _tables_in(document: Document, language: str | None) -> tuple[Table, ...]:
    own = (edition.tables for edition in document.editions if edition.language == language)
    return next(own, ()) or document.official.tables
