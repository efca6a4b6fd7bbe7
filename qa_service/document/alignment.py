"""Ties passages of two editions that say the same: by structure first, then by meaning."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from qa_service.document.monotone import ONE_TO_ONE, Bead, Scores, best_beads
from qa_service.document.records import Document, Edition, Kind, Pair, Passage
from qa_service.document.similarity import Features, features_of, similarity

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]
"""Texts to vectors (n, d); of texts that say the same in any language they lie close together."""

LEAST = 0.4
"""Similarity; passages that are less alike are no pair."""

CERTAIN = 0.5
"""Similarity of two sections that is enough to cut both editions where they begin."""


@dataclass(frozen=True, slots=True)
class Tied:
    """How far an edition is tied to the official one: the number of pairs, and the ids without a partner."""

    language: str
    pairs: int
    official_alone: tuple[str, ...]
    other_alone: tuple[str, ...]


def tie(document: Document, encode: Encode) -> Document:
    """The document with pairs for every edition that has none yet."""
    texts = _texts(document.official)
    vectors: Floats | None = None
    pairs = list(document.pairs)
    for edition in document.editions[1:]:
        if _is_tied(edition, document.pairs):
            continue
        vectors = encode([passage.text for passage in texts]) if vectors is None else vectors
        pairs += _pairs(document.official, edition, texts, vectors, encode)
    return replace(document, pairs=tuple(pairs))


def tied(document: Document) -> tuple[Tied, ...]:
    """What every edition but the official one has in common with it."""
    return tuple(_tied(document, edition) for edition in document.editions[1:])


def align(
    official: Sequence[Passage], other: Sequence[Passage], vectors_official: Floats, vectors_other: Floats
) -> tuple[Pair, ...]:
    """Pairs of passages that say the same, in order: one to one, one to two or two to one.

    Both sequences are in the order of their text, with a row (n, d) of vectors for each passage. Sections
    that are surely the same bound what is compared passage by passage.
    """
    if not official or not other:
        return ()
    left, right = features_of(official, other, vectors_official, vectors_other)
    blocks = _blocks(_section_beads(left, right, official, other), len(official), len(other))
    beads = chain.from_iterable(_aligned(left, right, block) for block in blocks)
    return tuple(Pair(_ids(official, bead.left), _ids(other, bead.right)) for bead in beads)


def _section_beads(
    left: Features, right: Features, official: Sequence[Passage], other: Sequence[Passage]
) -> Iterator[Bead]:
    """Where both editions begin a section that is surely the same."""
    starts, others = _section_starts(official), _section_starts(other)
    grouped, regrouped = left.grouped(starts), right.grouped(others)
    alike = similarity(grouped, regrouped)
    for bead in best_beads(_gains(grouped, regrouped)):
        unit, counterpart = bead.left.start, bead.right.start
        if (len(bead.left), len(bead.right)) == ONE_TO_ONE and alike[unit, counterpart] >= CERTAIN:
            yield Bead(range(starts[unit], len(official)), range(others[counterpart], len(other)))


def _section_starts(passages: Sequence[Passage]) -> list[int]:
    """Where a text begins after headings: the first of the headings above it, and the very first passage."""
    headings = [passage.kind is Kind.HEADING for passage in passages]
    return [0, *(i for i, (before, here) in enumerate(pairwise(headings), start=1) if here and not before)]


def _blocks(sections: Iterator[Bead], official: int, other: int) -> Iterator[Bead]:
    """Both editions cut where the same sections begin."""
    starts = [(0, 0), *((bead.left.start, bead.right.start) for bead in sections), (official, other)]
    for (left, right), (left_end, right_end) in pairwise(starts):
        yield Bead(range(left, left_end), range(right, right_end))


def _aligned(left: Features, right: Features, block: Bead) -> Iterator[Bead]:
    if not block.left or not block.right:
        return
    for bead in best_beads(_gains(left.within(block.left), right.within(block.right))):
        yield Bead(
            block.left[bead.left.start : bead.left.stop], block.right[bead.right.start : bead.right.stop]
        )


def _gains(left: Features, right: Features) -> tuple[Scores, ...]:
    """What every possible bead gains, in the order of SHAPES: the same for as much similarity, so that three
    passages are tied only where two of them would be less alike."""
    sides = ((left, right), (left, right.neighbours()), (left.neighbours(), right))
    return tuple(similarity(*side) - np.float32(LEAST) for side in sides)


def _ids(passages: Sequence[Passage], span: range) -> tuple[str, ...]:
    return tuple(passages[position].id for position in span)


def _pairs(
    official: Edition, edition: Edition, texts: Sequence[Passage], vectors: Floats, encode: Encode
) -> tuple[Pair, ...]:
    others = _texts(edition)
    found = align(texts, others, vectors, encode([passage.text for passage in others]))
    return (*found, *_table_pairs(official, edition))


def _table_pairs(official: Edition, edition: Edition) -> Iterator[Pair]:
    """Tables have numbers, and need no vectors."""
    numbered = {passage.table: passage.id for passage in edition.passages if passage.table is not None}
    for passage in official.passages:
        if passage.table in numbered:
            yield Pair((passage.id,), (numbered[passage.table],))


def _texts(edition: Edition) -> list[Passage]:
    return [passage for passage in edition.passages if passage.table is None]


def _is_tied(edition: Edition, pairs: Sequence[Pair]) -> bool:
    ids = {passage.id for passage in edition.passages}
    return any(not ids.isdisjoint(pair.other) for pair in pairs)


def _tied(document: Document, edition: Edition) -> Tied:
    others = {passage.id for passage in edition.passages}
    pairs = [pair for pair in document.pairs if not others.isdisjoint(pair.other)]
    paired = {name for pair in pairs for name in (*pair.official, *pair.other)}
    return Tied(
        edition.language,
        len(pairs),
        tuple(passage.id for passage in document.official.passages if passage.id not in paired),
        tuple(passage.id for passage in edition.passages if passage.id not in paired),
    )
