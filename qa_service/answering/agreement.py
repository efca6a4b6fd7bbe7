"""Whether the body of a document says another figure than its table."""

import re
from collections.abc import Sequence

from qa_service.answering.figures.facets import read_facets
from qa_service.answering.records import Figure
from qa_service.answering.sentences import Sentence
from qa_service.answering.support import years_of
from qa_service.document.records import Kind
from qa_service.search.query import Query
from qa_service.search.search import Hit

SAME_SUBJECT = 0.75
"""The share of the question's words that a sentence must speak of to be about the same thing."""

COMPARABLE = 2.0
"""How many times the figure, or the figure it, another figure for the same thing may be: one further off
is of something else, or in another unit."""

_NUMBER = re.compile(r"\d{1,3}(?:[  ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


def disagreeing(
    query: Query, figure: Figure, hits: Sequence[Hit], sentences: Sequence[Sequence[Sentence]]
) -> str | None:
    """The first sentence of the body about the same thing and years that has a figure like this one.

    None where the body says the same figure, or nothing of it. Years are no figures.
    """
    number = figure.number
    if number is None:
        return None
    years = years_of(read_facets(query.searched, query.searched_language))
    about = [
        hit.passage.text[slice(*sentence.span)]
        for hit, some in zip(hits, sentences, strict=False)
        if hit.passage.kind in (Kind.PARAGRAPH, Kind.LIST)
        for sentence in some
        if _share(query, sentence) >= SAME_SUBJECT
    ]
    dated = [text for text in about if years and years <= _years(text, hits)]
    if any(number in numbers_in(text) for text in dated):
        return None
    return next((text for text in dated if _comparable(number, numbers_in(text) - _years(text, hits))), None)


def _years(text: str, hits: Sequence[Hit]) -> frozenset[int]:
    return years_of(read_facets(text, hits[0].passage.language))


def _comparable(number: float, others: frozenset[float]) -> bool:
    return any(number <= COMPARABLE * other and other <= COMPARABLE * number for other in others)


def numbers_in(text: str) -> frozenset[float]:
    """The numbers printed in a text; spaces part thousands, a comma the decimals."""
    found = (match.group() for match in _NUMBER.finditer(text))
    return frozenset(float(re.sub(r"[  ]", "", each).replace(",", ".")) for each in found)


def _share(query: Query, sentence: Sentence) -> float:
    held = sum(any(name <= sentence.stems for name in concept.names) for concept in query.concepts)
    return held / max(len(query.concepts), 1)
