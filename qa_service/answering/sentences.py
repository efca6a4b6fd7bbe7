"""The sentences of a hit, scored by how well each answers the question."""

from dataclasses import dataclass

import numpy as np

from qa_service.answering.records import Highlights
from qa_service.document.records import Passage
from qa_service.index.snapshot import Snapshot
from qa_service.language.sentences import sentence_spans
from qa_service.language.stems import analyze, whole_stems
from qa_service.search.search import Hit, SearchResult

CLOSENESS = 10.0
SHARED_WORDS = 2.0
HOLDS_FIGURE = 0.3
"""What cosine, share of the question's words and a digit count: the best answer spans on tests/questions."""

NEXT_BEST = 0.6
"""A second sentence is highlighted too when its score is this near to the best one's."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its span, its score, and the stems in it and in its counterpart."""

    span: tuple[int, int]
    score: float
    stems: frozenset[str]


def scored_sentences(snapshot: Snapshot, result: SearchResult, hit: Hit) -> tuple[Sentence, ...]:
    """The sentences of the passage that the reader gets, in their order; one at least."""
    spans = spans_of(hit.passage)
    closeness = snapshot.sentences.of(hit.place) @ result.encoded.vectors[0]
    # Sentences beyond the model's limit have no vector: they are as close as the least close one.
    filled = np.full(len(spans), closeness.min())
    filled[: len(closeness)] = closeness[: len(spans)]
    others = _counterpart_stems(hit, len(spans))
    return tuple(
        _sentence(hit.passage, span, float(cosine), other, result)
        for span, cosine, other in zip(spans, filled, others, strict=True)
    )


def spans_of(passage: Passage) -> list[tuple[int, int]]:
    """Character spans of the passage's sentences; a passage without any is one sentence."""
    return sentence_spans(passage.text) or [(0, len(passage.text))]


def best_sentences(sentences: tuple[Sentence, ...]) -> tuple[int, ...]:
    """Indexes, in the order of the text, of the best sentence and of one that is nearly as good."""
    order = sorted(range(len(sentences)), key=lambda index: -sentences[index].score)
    near = [index for index in order[:2] if sentences[order[0]].score - sentences[index].score <= NEXT_BEST]
    return tuple(sorted(near))


def highlights(sentences: tuple[Sentence, ...], chosen: tuple[int, ...]) -> Highlights:
    """The spans of the chosen sentences."""
    return tuple(sentences[index].span for index in chosen)


def counterpart_highlights(hit: Hit, count: int, chosen: tuple[int, ...]) -> Highlights:
    """The same sentences in the other edition; all of it where it is divided otherwise."""
    if hit.counterpart is None:
        return ()
    spans = spans_of(hit.counterpart)
    return (
        tuple(spans[index] for index in chosen) if len(spans) == count else ((0, len(hit.counterpart.text)),)
    )


def stems_in(text: str, language: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(whole_stems(analyze(text, language)))


def _sentence(
    passage: Passage, span: tuple[int, int], closeness: float, other: frozenset[str], result: SearchResult
) -> Sentence:
    text = passage.text[slice(*span)]
    asked = result.query.tokens
    tokens = set(analyze(text, passage.language))
    shared = sum(weight for token, weight in asked.items() if token in tokens)
    score = CLOSENESS * closeness + SHARED_WORDS * shared / max(sum(asked.values()), 1e-9)
    score += HOLDS_FIGURE * any(character.isdigit() for character in text)
    return Sentence(span, score, frozenset(whole_stems(tokens)) | other)


def _counterpart_stems(hit: Hit, count: int) -> list[frozenset[str]]:
    if hit.counterpart is None:
        return [frozenset()] * count
    other = hit.counterpart
    spans = spans_of(other)
    if len(spans) != count:
        return [frozenset()] * count
    return [stems_in(other.text[slice(*span)], other.language) for span in spans]
