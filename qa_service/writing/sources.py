"""The passages that a model writes from, and all that may be held against what it writes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qa_service.answering.records import Citation
from qa_service.checking.cells import table_facts
from qa_service.checking.facts import Fact, body_facts
from qa_service.document.records import Document, Edition, Kind, Passage, Table
from qa_service.language.alphabet import fold

MOST = 6
"""Passages that a model is given: more of them lead it away from the first, and take its time."""
MOST_ROWS = 40
"""Rows of a table that a model is given."""
_NUMERAL = re.compile(r"\d+|(?<![\w-])[ivxlc]+\b")


@dataclass(frozen=True, slots=True)
class Text:
    """Something that a passage says, in one language."""

    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Source:
    """A passage under the number by which it is cited.

    `shown` is what the model is given; `texts` are the passage, its headings and the names of its table, in
    every edition; `about` are the titles of its document; `facts` its figures, dates and references.
    """

    number: int
    shown: str
    texts: tuple[Text, ...]
    about: tuple[Text, ...]
    facts: tuple[Fact, ...]
    numerals: frozenset[str]


class SourceReader:
    """Makes sources of citations; immutable."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.id: document for document in documents}

    def read(self, citations: Sequence[Citation]) -> tuple[Source, ...]:
        """The first `MOST` of them, numbered from 1 in their order."""
        return tuple(self._source(number, one) for number, one in enumerate(citations[:MOST], start=1))

    def _source(self, number: int, citation: Citation) -> Source:
        document = self._documents[citation.passage.document]
        both = [each for each in (citation.passage, citation.counterpart) if each]
        tables = [_table(document, each) for each in both]
        texts = [text for each, table in zip(both, tables, strict=True) for text in _texts(each, table)]
        facts = [
            fact for each, table in zip(both, tables, strict=True) for fact in _facts(document, each, table)
        ]
        return Source(
            number=number,
            shown=_shown(citation.passage, tables[0]),
            texts=tuple(texts),
            about=tuple(Text(title, language) for language, title in document.titles.items()),
            facts=tuple(facts),
            numerals=frozenset(one for text in texts for one in numerals(text.words)),
        )


def numerals(text: str) -> list[str]:
    """Every run of digits and every roman numeral of a text."""
    return _NUMERAL.findall(fold(text))


def _table(document: Document, passage: Passage) -> Table | None:
    """The table of a passage, with nothing but the row where it is a row's."""
    if passage.table is None:
        return None
    tables = _edition(document, passage).tables or document.official.tables
    table = next((each for each in tables if each.number == passage.table), None)
    if table is None or passage.row is None:
        return table
    return replace(table, rows=table.rows[passage.row - 1 : passage.row])


def _edition(document: Document, passage: Passage) -> Edition:
    return next(each for each in document.editions if each.language == passage.language)


def _texts(passage: Passage, table: Table | None) -> Iterator[Text]:
    yield from (Text(words, passage.language) for words in (*passage.path, passage.context, passage.text))
    if table:
        labels = (name for row in table.rows for name in (row.group, row.label))
        names = (f"{table.number}", table.title, table.unit, table.label_header, *table.columns, *labels)
        values = (value for row in table.rows for value in row.values)
        yield Text(" ; ".join(filter(None, (*names, *values, *table.notes))), passage.language)


def _facts(document: Document, passage: Passage, table: Table | None) -> Iterator[Fact]:
    edition = _edition(document, passage)
    told = replace(passage, kind=Kind.PARAGRAPH, id=f"{passage.id}.heading")
    headings = (replace(told, text=words) for words in (*passage.path, passage.context) if words)
    body = () if table else (passage,)
    yield from body_facts(replace(edition, passages=(*body, *headings)))
    if table:
        yield from table_facts(replace(edition, tables=(table,)), document.official)


def _shown(passage: Passage, table: Table | None) -> str:
    """The passage as a model reads it: under its headings, a table cell by cell with its names."""
    where = " › ".join(passage.path)
    if table is None:
        return "\n".join(filter(None, (where, passage.context, passage.text)))
    named = " – ".join(filter(None, (table.title, table.unit)))
    return "\n".join((where, f"{table.number}. {named}", *_rows(table), *table.notes))


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows[:MOST_ROWS]:
        cells = zip(table.columns, row.values, strict=True)
        values = "; ".join(f"{column}: {value}" for column, value in cells if value)
        yield f"{' / '.join(filter(None, (row.group, row.label)))} – {values}"
