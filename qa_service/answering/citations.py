"""Hits and table rows as citations, with the sentences that answer highlighted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qa_service.answering.figures.outcome import Spot
from qa_service.answering.records import Citation, Highlights, Wording
from qa_service.answering.sentences import (
    Sentence,
    best_sentences,
    counterpart_highlights,
    highlights,
)
from qa_service.document.records import Document, Status, Table
from qa_service.index.snapshot import Snapshot
from qa_service.search.search import Hit
from qa_service.tables.passages import row_id, value_span


def cited(hit: Hit, sentences: tuple[Sentence, ...]) -> Citation:
    """A hit with its best sentences highlighted, and the same ones in its counterpart."""
    chosen = best_sentences(sentences)
    return Citation(
        hit.passage,
        highlights(sentences, chosen),
        hit.counterpart,
        counterpart_highlights(hit, len(sentences), chosen),
    )


def quoted(citation: Citation) -> Wording:
    """The highlighted words as an answer, with the official ones beside those of a translation.

    What stands between two highlights is quoted with them: the second may speak of it ("of these, ...").
    """
    passage, other = citation.passage, citation.counterpart
    original = None
    if other is not None and other.status is Status.OFFICIAL:
        text = _stretch(other.text, citation.counterpart_highlights)
        original = Wording(text, other.language, quote=True)
    text = _stretch(passage.text, citation.highlights)
    return Wording(text, passage.language, quote=True, original=original)


def cited_rows(snapshot: Snapshot, spots: Iterable[Spot], language: str) -> tuple[Citation, ...]:
    """The rows that the figures stand in, each once with all its figures highlighted."""
    rows: dict[str, Citation] = {}
    for spot in spots:
        row = cited_row(snapshot, spot, language)
        known = rows.get(row.passage.id)
        rows[row.passage.id] = _together(known, row) if known else row
    return tuple(rows.values())


def cited_row(snapshot: Snapshot, spot: Spot, language: str) -> Citation:
    """The row of a table that a figure stands in, its value highlighted, in the reader's language."""
    document = next(each for each in snapshot.corpus.documents if each.id == spot.document)
    official = document.official.language
    found = [table for each in (language, official) for table in _tables(document, each, spot)]
    shown = found[0]
    column = _column(shown[1], spot)
    passages = [
        (snapshot.passages[snapshot.places[name]], value_span(table.rows[spot.row - 1], column))
        for name, table in (shown, found[-1])
    ]
    (passage, span), (other, other_span) = passages
    if passage is other:
        return Citation(passage, (span,))
    return Citation(passage, (span,), other, (other_span,))


def _stretch(text: str, highlights: Highlights) -> str:
    starts, ends = zip(*highlights, strict=True)
    return text[min(starts) : max(ends)]


def _together(one: Citation, other: Citation) -> Citation:
    return replace(
        one,
        highlights=tuple(sorted({*one.highlights, *other.highlights})),
        counterpart_highlights=tuple(sorted({*one.counterpart_highlights, *other.counterpart_highlights})),
    )


def _tables(document: Document, language: str, spot: Spot) -> Iterator[tuple[str, Table]]:
    """The table in an edition, if it is there, with the id of the row's passage."""
    for edition in document.editions:
        if edition.language == language:
            name = row_id(document.id, language, spot.figure.table, spot.row)
            yield from ((name, table) for table in edition.tables if table.number == spot.figure.table)


def _column(table: Table, spot: Spot) -> int:
    """The column of a figure; of columns with the same name, one that prints its value."""
    values = table.rows[spot.row - 1].values
    named = [index for index, column in enumerate(table.columns) if column == spot.figure.column]
    return next((index for index in named if spot.figure.value in values[index]), named[0])
