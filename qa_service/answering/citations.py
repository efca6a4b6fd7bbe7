"""Hits and table rows as citations, with the sentences that answer highlighted."""

from qa_service.answering.figures.outcome import Spot
from qa_service.answering.records import Citation, Wording
from qa_service.answering.sentences import (
    Sentence,
    best_sentences,
    counterpart_highlights,
    highlights,
)
from qa_service.document.records import Status
from qa_service.index.snapshot import Snapshot
from qa_service.search.search import Hit
from qa_service.tables.passages import row_id


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
    """The highlighted words as an answer, with the official ones beside those of a translation."""
    passage, other = citation.passage, citation.counterpart
    original = None
    if other is not None and other.status is Status.OFFICIAL:
        text = " ".join(other.text[start:end] for start, end in citation.counterpart_highlights)
        original = Wording(text, other.language, quote=True)
    text = " ".join(passage.text[start:end] for start, end in citation.highlights)
    return Wording(text, passage.language, quote=True, original=original)


def cited_row(snapshot: Snapshot, spot: Spot, language: str) -> Citation:
    """The row of a table that a figure stands in, its value highlighted, in the reader's language."""
    document = next(each for each in snapshot.corpus.documents if each.id == spot.document)
    names = [
        row_id(spot.document, each, spot.figure.table, spot.row)
        for each in (language, document.official.language)
    ]
    found = [
        snapshot.passages[snapshot.places[name]] for name in dict.fromkeys(names) if name in snapshot.places
    ]
    shown, official = found[0], found[-1]
    value = spot.figure.value
    return Citation(
        shown,
        _where(shown.text, value),
        None if shown is official else official,
        () if shown is official else _where(official.text, value),
    )


def _where(text: str, value: str) -> tuple[tuple[int, int], ...]:
    start = text.rfind(value) if value else -1
    return ((start, start + len(value)),) if start >= 0 else ((0, len(text)),)
