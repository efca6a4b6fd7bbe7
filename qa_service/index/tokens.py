"""Late interaction over token vectors kept in 8 bits.

MaxSim: Khattab and Zaharia 2020, https://arxiv.org/abs/2004.12832.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.protocol import Floats
from qa_service.embedding.runtime import IntegerProduct

MIDDLE = 128
CODE_LIMIT = 127
QUERY_LIMIT = 63
_FILES = ("codes", "scales", "offsets")


@dataclass(frozen=True)
class TokenCodes:
    """Token vectors of one passage: value = (code - 128) * scale; `codes` (t, width), `scales` (t,)."""

    codes: NDArray[np.uint8]
    scales: Floats

    def floats(self) -> Floats:
        """The vectors, (t, width), to within half a step of 1/127 of each vector's largest value."""
        return (self.codes.astype(np.float32) - MIDDLE) * self.scales[:, None]


def encode_tokens(vectors: Floats) -> TokenCodes:
    """Keeps each vector (row) in 8 bits by its own largest value."""
    scales = _steps(vectors, CODE_LIMIT)
    return TokenCodes((np.rint(vectors / scales[:, None]) + MIDDLE).astype(np.uint8), scales)


@dataclass(frozen=True)
class TokenIndex:
    """The token vectors of all passages, one after the other; passage i's are `offsets[i]:offsets[i + 1]`."""

    codes: NDArray[np.uint8]
    scales: Floats
    offsets: NDArray[np.int64]
    product: IntegerProduct

    @classmethod
    def build(cls, passages: Sequence[TokenCodes]) -> "TokenIndex":
        """An index of `passages`, one at least, in their order."""
        codes = np.concatenate([passage.codes for passage in passages])
        scales = np.concatenate([passage.scales for passage in passages])
        offsets = np.cumsum([0, *(len(passage.scales) for passage in passages)], dtype=np.int64)
        return cls(codes, scales, offsets, IntegerProduct(codes.shape[1]))

    @classmethod
    def load(cls, folder: Path) -> "TokenIndex":
        """Maps what `save` wrote; pages of the codes are read when a passage is first a candidate."""
        # As a plain array: cutting pieces out of a `memmap` takes longer than copying them.
        codes = np.asarray(np.load(folder / "codes.npy", mmap_mode="r"))
        scales, offsets = (np.load(folder / f"{name}.npy") for name in _FILES[1:])
        return cls(codes, scales, offsets, IntegerProduct(codes.shape[1]))

    def save(self, folder: Path) -> None:
        """Writes the arrays into `folder`, which it makes."""
        folder.mkdir()
        for name in _FILES:
            np.save(folder / f"{name}.npy", getattr(self, name))

    def of(self, passage: int) -> TokenCodes:
        """The token vectors of one passage."""
        place = slice(*self.offsets[passage : passage + 2])
        return TokenCodes(self.codes[place], self.scales[place])

    def maxsim(self, query: Floats, candidates: NDArray[np.int64]) -> Floats:
        """For each candidate the mean, over the query's tokens (m, width), of the best cosine among its own.

        float32 of the length of `candidates`; 0 for a passage without tokens and for an empty query.
        """
        scores = np.zeros(len(candidates), np.float32)
        counts = self.offsets[candidates + 1] - self.offsets[candidates]
        kept = np.flatnonzero(counts)
        if len(kept) and len(query):
            starts = np.concatenate([[0], np.cumsum(counts[kept])[:-1]])
            cosines = self._cosines(query, candidates[kept])
            best: Floats = np.maximum.reduceat(cosines, starts, axis=0)
            scores[kept] = best.mean(axis=1)
        return scores

    def _cosines(self, query: Floats, candidates: NDArray[np.int64]) -> Floats:
        firsts, lasts = self.offsets[candidates].tolist(), self.offsets[candidates + 1].tolist()
        places = list(map(slice, firsts, lasts))
        codes = np.concatenate([self.codes[place] for place in places])
        scales = np.concatenate([self.scales[place] for place in places])
        query_scales = _steps(query, QUERY_LIMIT)
        numbers = np.rint(query / query_scales[:, None]).astype(np.int8)
        products = self.product(codes, numbers) - MIDDLE * numbers.sum(axis=1, dtype=np.int32)
        # Below 2 ** 24 for widths up to 1,024, so float32 holds them exactly.
        return np.asarray(products.astype(np.float32) * scales[:, None] * query_scales, dtype=np.float32)


def _steps(vectors: Floats, limit: int) -> Floats:
    """The value of one step of each row, so that its largest value is `limit` steps."""
    steps = np.abs(vectors).max(axis=1, initial=0) / limit
    return np.asarray(np.maximum(steps, np.finfo(np.float32).tiny), dtype=np.float32)
