"""Whether citations that were printed earlier still stand, word for word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qa_service.citing.marks import Mark, digest_of, marks_in
from qa_service.document.records import Corpus, Document, Passage


class Standing(StrEnum):
    """What became of cited words."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One citation of a text: the offset of its mark, and what stands at its place now ("" for nothing)."""

    start: int
    mark: Mark
    standing: Standing
    words: str


def verify(text: str, corpus: Corpus) -> tuple[Verdict, ...]:
    """A verdict for every citation in `text`, in its order; empty where there is none.

    Works on any text that holds printed citations, CSL-JSON and BibTeX too.
    """
    known = {mark: words for document in corpus.documents for mark, words in _citable(document)}
    return tuple(_verdict(start, mark, known.get(mark.id)) for start, mark in marks_in(text))


def _verdict(start: int, mark: Mark, words: str | None) -> Verdict:
    if words is None:
        return Verdict(start, mark, Standing.MISSING, "")
    standing = Standing.SAME if digest_of(words) == mark.digest else Standing.CHANGED
    return Verdict(start, mark, standing, words)


def _citable(document: Document) -> Iterator[tuple[str, str]]:
    """The id and the words of everything that a mark can name."""
    for edition in document.editions:
        tables = {table.number: table for table in edition.tables}
        for passage in edition.passages:
            yield passage.id, passage.text
            if passage.row is not None and passage.table in tables:
                values = tables[passage.table].rows[passage.row - 1].values
                yield from _cells(passage, values)


def _cells(passage: Passage, values: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for column, value in enumerate(values, start=1):
        yield f"{passage.id}.c{column}", value
