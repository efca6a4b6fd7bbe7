"""Hits and queries made by hand."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from qa_service.document.records import Kind, Passage
from qa_service.embedding.protocol import Encoded
from qa_service.search.query import Query, concepts, weighted_tokens
from qa_service.search.search import Hit, SearchResult
from tests.index.samples import WIDTH
from tests.search.samples import passage

SIGNALS = {"dense": 0.5, "lexical": 2.0, "question": 0.9}


def query(text: str, language: str = "ru") -> Query:
    return Query(
        text=text,
        language=language,
        variant="proper",
        restored=text,
        searched=text,
        searched_language=language,
        tokens=weighted_tokens(text, language, ()),
        concepts=concepts(text, language, ()),
    )


def hit(
    text: str,
    rank: int = 1,
    language: str = "ru",
    counterpart: Passage | None = None,
    signals: Mapping[str, float] = SIGNALS,
) -> Hit:
    shown = passage(rank + 1, text, language)
    other = None if counterpart is None else 0
    return Hit(rank, 1.0 / rank, shown, counterpart, 0, other, signals)


def row(text: str, rank: int = 1) -> Hit:
    found = hit(text, rank)
    return replace(found, passage=replace(found.passage, kind=Kind.ROW, table=6, row=1))


def result(asked: Query, *hits: Hit) -> SearchResult:
    """A search whose concepts are all equally rare and known."""
    count = len(asked.concepts)
    vectors = np.ones((1, WIDTH), np.float32) / np.sqrt(WIDTH, dtype=np.float32)
    return SearchResult(
        asked,
        Encoded(vectors, (vectors,)),
        hits,
        rarity=np.ones(count, np.float32),
        held=np.zeros((count, len(hits)), np.bool_),
    )
