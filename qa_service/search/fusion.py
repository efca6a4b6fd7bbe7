"""Ranking mathematics: pure functions on plain arrays, each naming its source."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

RANK_CONSTANT = 60
SMALLEST_SPREAD = 1e-9


def standardise(scores: Scores) -> Scores:
    """z-scores of each signal over all candidates, the last axis; all zero where a signal does not vary.

    Score normalisation before combination as in Montague & Aslam, "Relevance score normalization for
    metasearch" (CIKM 2001), which found zero mean and unit variance the steadiest.
    """
    beyond = scores - scores.mean(axis=-1, keepdims=True)
    spread = scores.std(axis=-1, keepdims=True)
    varies = spread >= SMALLEST_SPREAD
    return np.asarray(np.divide(beyond, spread, out=np.zeros_like(scores), where=varies), dtype=np.float32)


def weighted_sum(signals: Mapping[str, Scores], weights: Mapping[str, float]) -> Scores:
    """Linear combination of standardised signals (CombSUM with weights: Fox & Shaw, TREC-2, 1994).

    A signal without a weight counts nothing; a weight without a signal is an error of the caller
    (KeyError), for it would silently change what is ranked.
    """
    total = sum(weight * signals[name] for name, weight in weights.items())
    return np.asarray(total, dtype=np.float32)


def best_first(scores: Scores, count: int) -> NDArray[np.intp]:
    """Positions of the `count` highest scores, best first; equal scores keep their order."""
    return np.argsort(-scores, kind="stable")[:count]


def reciprocal_ranks(orders: Sequence[NDArray[np.intp]]) -> Scores:
    """For every position the sum of 1 / (RANK_CONSTANT + rank) over several orders of the same positions.

    Reciprocal rank fusion with the constant of Cormack, Clarke & Büttcher (SIGIR 2009).
    """
    scores = np.zeros(max(map(len, orders), default=0), np.float32)
    for order in orders:
        scores[order] += (1 / (RANK_CONSTANT + np.arange(1, len(order) + 1))).astype(np.float32)
    return scores
