"""The tables of a document, joined to its editions."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from qa_service.corpus_files import read_text, split_lines
from qa_service.document.records import Corpus, Document, Edition, Table
from qa_service.tables.everyday import with_everyday_names
from qa_service.tables.layout import read_layouts
from qa_service.tables.names import read_names, translated_tables
from qa_service.tables.reader import read_tables

FOLDER = "tables"
"""Where a document's folder keeps the layouts, and the names in other languages below them."""


def with_tables(document: Document, corpus: Path) -> Document:
    """The document with the tables that its folder notes, in every language that has names for them.

    Raises CorpusUnreadable where a table does not fit its notes or its names.
    """
    layouts = read_layouts(corpus / document.id / FOLDER)
    if not layouts:
        return document
    official = document.official
    lines = split_lines(read_text(corpus / document.id, official.file))
    tables = {official.language: read_tables(lines, layouts, official.language)}
    for edition in document.editions[1:]:
        folder = corpus / document.id / FOLDER / edition.language
        if names := read_names(folder):
            tables[edition.language] = translated_tables(tables[official.language], names, folder)
    named = with_everyday_names(tables, official.language, corpus / document.id / FOLDER)
    return replace(document, editions=tuple(_joined(edition, named) for edition in document.editions))


def tables_of(corpus: Corpus) -> Iterator[tuple[str, Mapping[str, Table]]]:
    """Every table by language, the official one first, with the id of its document."""
    for document in corpus.documents:
        for number, _ in enumerate(document.official.tables):
            yield (
                document.id,
                {each.language: each.tables[number] for each in document.editions if each.tables},
            )


def _joined(edition: Edition, tables: Mapping[str, tuple[Table, ...]]) -> Edition:
    return replace(edition, tables=tables.get(edition.language, ()))
