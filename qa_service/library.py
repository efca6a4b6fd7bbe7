"""The documents of a snapshot as a reader walks through them: passages with neighbours, outlines, tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from qa_service.citing.citation import Form, citation
from qa_service.document.directory import Directory
from qa_service.document.reading import Excerpt, Reading
from qa_service.document.records import Corpus, Document, Kind, Passage, Table
from qa_service.errors import DocumentUnknown, EditionUnknown, PassageUnknown, TableUnknown
from qa_service.language.phrases import LANGUAGES

_CELL = re.compile(r"(?P<row>.+)\.c(?P<column>[1-9]\d{0,3})")

CITATIONS_KEPT = 16_384
"""Citations that are not worded anew: wording those of ten hits takes as long as finding them."""

READINGS_KEPT = 64
"""Documents, each in one language, whose order is not worked out anew."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage, the same one in the other edition, and those that stand before and after it.

    `column` counts from 1 and names the cell of a table's row that was asked for.
    """

    passage: Passage
    counterpart: Passage | None
    previous: Passage | None
    next: Passage | None
    column: int | None = None


class Library:
    """Looks things up by their ids and numbers; immutable."""

    def __init__(self, corpus: Corpus) -> None:
        self._documents = {document.id: document for document in corpus.documents}
        self._directory = Directory(corpus.documents)
        self._cited = lru_cache(CITATIONS_KEPT)(self._cite)
        self._reading = lru_cache(READINGS_KEPT)(self._read)

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
        """The passage of this id, or the row of a cell's. Raises PassageUnknown."""
        name, column = self._cell(identifier)
        passage = self._directory.get(name)
        if passage is None:
            raise PassageUnknown(id=identifier)
        return PassageView(
            passage=passage,
            counterpart=self._directory.counterpart(passage),
            previous=self._directory.before(passage),
            next=self._directory.after(passage),
            column=column,
        )

    def excerpt(
        self, document: str, at: str | None = None, language: str | None = None, limit: int | None = None
    ) -> Excerpt:
        """The section that holds the passage `at` (its id, or that of a row or a cell), or `limit` passages
        from it on; from the beginning where `at` is None. In the language of `at`, else the official one.

        Raises DocumentUnknown, PassageUnknown and EditionUnknown.
        """
        official = self.document(document).official.language
        passage = self.passage(at).passage if at else None
        spoken = language or (passage.language if passage else official)
        reading = self._reading(document, spoken)
        return reading.section(passage) if limit is None else reading.run(passage, limit)

    def tables(self, language: str | None = None) -> tuple[Table, ...]:
        """The tables of every document in a language; an official one stands in where an edition has none of
        its own. Without a language, the official ones. Raises EditionUnknown."""
        known = {edition.language for document in self.documents for edition in document.editions}
        if language and language not in known:
            raise EditionUnknown(language=language, known=", ".join(sorted(known)))
        return tuple(table for document in self.documents for table in _tables_in(document, language))

    def table(self, number: int, language: str | None = None) -> Table:
        """The first document's table of this number. Raises EditionUnknown and TableUnknown."""
        tables = self.tables(language)
        for table in tables:
            if table.number == number:
                return table
        known = [table.number for table in tables]
        raise TableUnknown(number=number, known=f"{min(known)}–{max(known)}" if known else "–")

    def citation(
        self, passage: Passage, form: Form = "footnote", column: int | None = None
    ) -> Mapping[str, str]:
        """The citation of a passage, or of a cell of a row, in each language."""
        return self._cited(passage, form, column)

    def cell_citation(self, cell: str, form: Form = "footnote") -> Mapping[str, str]:
        """The citation of a table's cell by its id, in each language. Raises PassageUnknown."""
        view = self.passage(cell)
        return self.citation(view.passage, form, view.column)

    def table_passage(self, number: int, language: str | None = None) -> Passage | None:
        """The passage of the table that `table` gives; None where it has no passage of its own."""
        table = self.table(number, language)
        editions = (edition for document in self.documents for edition in document.editions)
        shown = next(edition for edition in editions if table in edition.tables)
        return next((each for each in shown.passages if _shows(each, number)), None)

    def _cell(self, identifier: str) -> tuple[str, int | None]:
        """The row and the column that the id of a cell names; any other id as it is."""
        match = _CELL.fullmatch(identifier)
        passage = self._directory.get(match["row"]) if match else None
        if not match or not passage or passage.row is None:
            return identifier, None
        column = int(match["column"])
        known = self.document(passage.document).official.tables
        width = next((len(table.columns) for table in known if table.number == passage.table), 0)
        return (passage.id, column) if column <= width else (identifier, None)

    def _cite(self, passage: Passage, form: Form, column: int | None) -> Mapping[str, str]:
        document = self.document(passage.document)
        return {language: citation(document, passage, language, form, column) for language in LANGUAGES}

    def _read(self, document: str, language: str) -> Reading:
        return Reading(self._documents[document], language)


def _shows(passage: Passage, table: int) -> bool:
    return passage.kind is Kind.TABLE and passage.table == table


def _tables_in(document: Document, language: str | None) -> tuple[Table, ...]:
    own = (edition.tables for edition in document.editions if edition.language == language)
    return next(own, ()) or document.official.tables
