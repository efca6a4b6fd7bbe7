"""Which texts hold which words, and how much of what is spoken of each covers."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing that a sentence speaks of: tokens by name, any of which may be used, and its weight."""

    names: tuple[frozenset[str], ...]
    weight: float


class Postings:
    """Which of many texts hold a token; a text's weight is the sum of its tokens' weights."""

    def __init__(self, texts: Sequence[frozenset[str]], weights: Mapping[str, float]) -> None:
        listed: dict[str, list[int]] = {}
        for number, tokens in enumerate(texts):
            for token in tokens:
                listed.setdefault(token, []).append(number)
        self._listed = {token: np.array(numbers) for token, numbers in listed.items()}
        self._weights = weights
        self.size = len(texts)
        totals = [sum(weights[token] for token in tokens) for tokens in texts]
        self._totals = np.array(totals, dtype=np.float32)

    def covering(self, topics: Iterable[Topic]) -> Scores:
        """For each text the weighted share of the topics of which it holds a name."""
        covered, total = np.zeros(self.size, dtype=np.float32), 0.0
        for each in topics:
            total += each.weight
            held = [found for name in each.names if len(found := self._holding(name))]
            if held:
                covered[np.unique(np.concatenate(held))] += each.weight
        return covered / np.float32(max(total, 1e-6))

    def _holding(self, name: frozenset[str]) -> NDArray[np.int64]:
        """The texts that hold every token of a name."""
        found = sorted((self._listed.get(token, _NONE) for token in name), key=len)
        return reduce(np.intersect1d, found)

    def covered(self, topics: Iterable[Topic]) -> Scores:
        """For each text the weighted share of its tokens that the topics name; 0 for a blank text."""
        shares: Scores = np.zeros(self.size, dtype=np.float32)
        for token in {token for each in topics for name in each.names for token in name}:
            if token in self._listed:
                shares[self._listed[token]] += self._weights[token]
        shares /= np.maximum(self._totals, np.float32(1e-6))
        return shares


def rarities(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency: ln(1 + texts / texts that hold the token)."""
    counts: dict[str, int] = {}
    for tokens in texts:
        for token in tokens:
            counts[token] = counts.get(token, 0) + 1
    return {token: math.log(1 + len(texts) / count) for token, count in counts.items()}
