"""What speaks for a unit: one score of every unit for each signal, in the reader's edition and in others."""

from collections.abc import Mapping, Sequence

import numpy as np

from qa_service.embedding.protocol import Encoded
from qa_service.index.lexical import Field
from qa_service.index.snapshot import Snapshot
from qa_service.search.aspects import Aspects, coverage
from qa_service.search.fusion import Scores
from qa_service.search.query import Query
from qa_service.search.units import Positions, Units

OTHER = "-other"
"""Suffix of a signal's name where it is taken from the editions in other languages."""


def broad_signals(
    snapshot: Snapshot, units: Units, query: Query, encoded: Encoded, aspects: Aspects
) -> Mapping[str, Scores]:
    """Scores of every unit that are cheap enough for all the corpus: BM25, cosines, and `coverage`."""
    vector = encoded.vectors[0]
    raw = {
        "lexical": snapshot.lexical.scores(query.tokens),
        "dense": snapshot.dense.scores(vector),
        "sentence": snapshot.sentences.scores(vector),
        "question": snapshot.questions.scores(vector),
        "question-words": snapshot.lexical.scores(query.tokens, Field.QUESTION),
    }
    return {"coverage": coverage(aspects)} | by_edition(raw, units, query.language)


def close_signals(
    snapshot: Snapshot, units: Units, query: Query, encoded: Encoded, shortlist: Positions
) -> Mapping[str, Scores]:
    """MaxSim of the shortlisted units, in their order."""
    signals: dict[str, Scores] = {}
    for name, positions in editions(units, query.language):
        members = positions[shortlist]
        scores = np.zeros(len(shortlist), np.float32)
        there = members >= 0
        scores[there] = snapshot.tokens.maxsim(encoded.tokens[0], members[there].astype(np.int64))
        scores[~there] = scores[there].min(initial=1.0) if there.any() else 0.0
        signals["maxsim" + name] = scores
    return signals


def by_edition(raw: Mapping[str, Scores], units: Units, language: str) -> dict[str, Scores]:
    """Scores of passages as scores of units; one that an edition lacks gets the lowest there, at most 0."""
    scores = np.stack(list(raw.values()))
    lowest = scores.min(axis=1, keepdims=True, initial=0.0)
    signals: dict[str, Scores] = {}
    for suffix, positions in editions(units, language):
        told = np.where(positions >= 0, scores[:, positions], lowest)
        signals |= zip((name + suffix for name in raw), told, strict=True)
    return signals


def editions(units: Units, language: str) -> Sequence[tuple[str, Positions]]:
    """The reader's edition ("", of units that have none the official one) and the other ("-other")."""
    own = units.members.get(language, units.official)
    shown = np.where(own >= 0, own, units.official)
    others = [positions for positions in units.members.values() if positions is not own]
    other = np.full(len(units), -1, dtype=np.intp)
    for positions in others:
        other = np.where((other < 0) & (positions != shown), positions, other)
    return [("", shown), (OTHER, other)]
