"""From a query to ranked hits: every unit is scored broadly, the best are looked at closely."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.document.records import Passage
from qa_service.embedding.protocol import Encoded, Encoder, Reranker
from qa_service.index.snapshot import Snapshot
from qa_service.search.aspects import Aspects, aspects_of
from qa_service.search.fusion import Scores, best_first, standardise, weighted_sum
from qa_service.search.query import Query, QueryReader
from qa_service.search.reranking import RERANKED, reranked
from qa_service.search.signals import broad_signals, close_signals
from qa_service.search.units import Positions, Units, units_of
from qa_service.search.weights import Weights, weights_for

SHORTLIST = 50
"""Units whose token vectors are compared with the query's."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit shown as the passage in the reader's language. `signals` are the raw values that its score
    is made of, in which a reranker has no part; `place` and `counterpart_place` are positions in the
    snapshot."""

    rank: int
    score: float
    passage: Passage
    counterpart: Passage | None
    place: int
    counterpart_place: int | None
    signals: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was understood, and the hits, best first. `held[c, h]` is true where hit h speaks of the
    query's concept c, whose rarity is `rarity[c]`."""

    query: Query
    encoded: Encoded
    hits: tuple[Hit, ...]
    rarity: Scores
    held: NDArray[np.bool_]


class Searcher:
    """Searches one snapshot; safe to call from several threads."""

    def __init__(
        self,
        snapshot: Snapshot,
        encoder: Encoder,
        reader: QueryReader,
        reranker: Reranker | None = None,
        weights: Callable[[str], Weights] = weights_for,
    ) -> None:
        self.snapshot = snapshot
        self.units: Units = units_of(
            snapshot.passages, [pair for document in snapshot.corpus.documents for pair in document.pairs]
        )
        self._encoder = encoder
        self._reader = reader
        self._reranker = reranker
        self._weights = weights

    def search(self, text: str, limit: int, reply_in: str | None = None) -> SearchResult:
        """The `limit` best units, shown in the text's own language unless another is given.

        Raises QueryInvalid for a text that cannot be asked.
        """
        query = self._reader.read(text, reply_in)
        encoded = self._encoder.encode_queries([query.restored])
        aspects = aspects_of(self.snapshot, self.units, query.concepts)
        found = self._ranked(query, encoded, aspects)
        chosen = self._order(query, found, limit)
        hits = (self._hit(query.language, rank, found, int(at)) for rank, at in enumerate(chosen, start=1))
        held = aspects.held[:, found.units[chosen]]
        return SearchResult(query, encoded, tuple(hits), aspects.rarity, held)

    def _order(self, query: Query, found: "_Found", limit: int) -> NDArray[np.intp]:
        if self._reranker is None:
            return best_first(found.scores, limit)
        order = best_first(found.scores, max(limit, RERANKED))
        first = order[:RERANKED]
        shown = (self.units.shown(unit, query.language) for unit in found.units[first].tolist())
        texts = [self.snapshot.passages[place].text for place in shown]
        order[:RERANKED] = first[reranked(self._reranker, query.restored, texts)]
        return order[:limit]

    def _ranked(self, query: Query, encoded: Encoded, aspects: Aspects) -> "_Found":
        weights = self._weights(query.language)
        broad = broad_signals(self.snapshot, self.units, query, encoded, aspects)
        rough = weighted_sum(_standardised(broad), weights.broad)
        shortlist = best_first(rough, SHORTLIST)
        close = close_signals(self.snapshot, self.units, query, encoded, shortlist)
        scores = rough[shortlist] + weighted_sum(_standardised(close), weights.close)
        return _Found(shortlist, scores, {name: raw[shortlist] for name, raw in broad.items()} | dict(close))

    def _hit(self, language: str, rank: int, found: "_Found", index: int) -> Hit:
        unit = int(found.units[index])
        place = self.units.shown(unit, language)
        other = self.units.counterpart(unit, place)
        return Hit(
            rank=rank,
            score=float(found.scores[index]),
            passage=self.snapshot.passages[place],
            counterpart=None if other is None else self.snapshot.passages[other],
            place=place,
            counterpart_place=other,
            signals={name: float(raw[index]) for name, raw in found.signals.items()},
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """The shortlist: units, their scores and raw signals, all in one order."""

    units: Positions
    scores: Scores
    signals: Mapping[str, Scores]


def _standardised(signals: Mapping[str, Scores]) -> dict[str, Scores]:
    return dict(zip(signals, standardise(np.stack(list(signals.values()))), strict=True))
