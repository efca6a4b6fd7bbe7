"""How alike passages of two editions are: in meaning, in the figures they share, in length and in kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from qa_service.document.records import Kind, Passage

Floats = NDArray[np.float32]

MEANING, FIGURES, LENGTH, KIND = 0.6, 0.25, 0.15, 0.3
"""Weights. Those of meaning, shared figures and length add up to 1; another kind is taken off."""

UNKNOWN = 0.5
"""What shared figures count where neither passage has any."""

SECTION_WEIGHT = 0.3
"""Of an article or observation that a passage only has from its section, beside a figure of its text."""

SPREAD = 0.35
"""Standard deviation of the logarithm of the ratio of lengths, measured on Kazakh and Russian paragraphs."""

SHRINKAGE = 8
"""Passages. The mean of fewer vectors than about this says more about them than about their language."""

WIDTH = 1024
"""Columns into which figures are hashed (Weinberger et al. 2009, https://arxiv.org/abs/0902.2206)."""

FIGURE = re.compile(r"\d+|[A-Za-z]{2,}")

TINY = float(np.finfo(np.float32).tiny)


@dataclass(frozen=True, slots=True)
class Features:
    """n passages, one a row. Each field of a text in two parts is the sum of theirs.

    `vectors` (n, d) are weighted by length; `figures` (n, WIDTH) are counts weighted by rarity; `lengths`
    (n,) are characters, `headings` (n,) those of them that stand in headings.
    """

    vectors: Floats
    figures: Floats
    lengths: Floats
    headings: Floats

    def __len__(self) -> int:
        return len(self.lengths)

    def neighbours(self) -> "Features":
        """Every two neighbours as one: n - 1 rows."""
        return Features(*(part[:-1] + part[1:] for part in self._parts()))

    def grouped(self, starts: Sequence[int]) -> "Features":
        """Runs of passages as one; `starts` go upwards."""
        return Features(*(np.add.reduceat(part, starts, axis=0) for part in self._parts()))

    def within(self, start: int, end: int) -> "Features":
        return Features(*(part[start:end] for part in self._parts()))

    def _parts(self) -> tuple[Floats, ...]:
        return self.vectors, self.figures, self.lengths, self.headings


def features_of(
    left: Sequence[Passage], right: Sequence[Passage], vectors_left: Floats, vectors_right: Floats
) -> tuple[Features, Features]:
    """The features of two editions; what is rare is counted over both, and vectors lose what all texts of
    their language have in common."""
    bags = _bags((*left, *right))
    cut = len(left)
    return _features(left, vectors_left, bags[:cut]), _features(right, vectors_right, bags[cut:])


def similarity(left: Features, right: Features) -> Floats:
    """(n, m), at most 1: for every passage of the left how alike every one of the right is."""
    shares = (side.headings / np.maximum(side.lengths, TINY) for side in (left, right))
    other_kind = np.abs(np.subtract.outer(*shares))
    ratio = np.subtract.outer(np.log(left.lengths + 1), np.log(right.lengths + 1))
    length = np.exp(-(ratio**2) / (2 * SPREAD**2))
    meaning = _unit(left.vectors) @ _unit(right.vectors).T
    scores = MEANING * meaning + FIGURES * _shared(left.figures, right.figures) + LENGTH * length
    return np.asarray(scores - KIND * other_kind, np.float32)


def _features(passages: Sequence[Passage], vectors: Floats, bags: Floats) -> Features:
    lengths = np.array([len(passage.text) for passage in passages], np.float32)
    is_heading = np.array([passage.kind is Kind.HEADING for passage in passages], np.float32)
    return Features(_unit(_centred(vectors)) * lengths[:, None], bags, lengths, lengths * is_heading)


def _centred(vectors: Floats) -> Floats:
    """Without the mean, which all texts of a language share; of few vectors only a part of it."""
    count = len(vectors)
    return np.asarray(vectors - vectors.sum(axis=0) / (count + SHRINKAGE), np.float32)


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), TINY), np.float32)


def _shared(left: Floats, right: Floats) -> Floats:
    """Cosine of the figures; UNKNOWN where neither side has any, 0 where one has none."""
    bare = np.logical_and.outer(~left.any(axis=1), ~right.any(axis=1))
    return np.where(bare, np.float32(UNKNOWN), _unit(left) @ _unit(right).T)


def _bags(passages: Sequence[Passage]) -> Floats:
    bags = np.zeros((len(passages), WIDTH), np.float32)
    for row, passage in enumerate(passages):
        for figure, weight in _figures(passage):
            bags[row, crc32(figure.encode()) % WIDTH] += weight
    rarity = np.log((1 + len(passages)) / (1 + (bags > 0).sum(axis=0)))
    return np.asarray(bags * rarity, np.float32)


def _figures(passage: Passage) -> Iterator[tuple[str, float]]:
    """Numbers, and words in Latin letters, of the text; articles and observations of its section."""
    yield from ((figure.lower(), 1.0) for figure in FIGURE.findall(passage.text))
    yield from ((f"article {article}", SECTION_WEIGHT) for article in passage.articles)
    yield from ((f"observation {observation}", SECTION_WEIGHT) for observation in passage.observations)
