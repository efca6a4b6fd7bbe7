"""Ties passages of two editions that say the same: by structure first, then by meaning."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from qa_service.document.monotone import Bead, Scores, best_beads
from qa_service.document.records import Document, Edition, Kind, Pair, Passage
from qa_service.document.similarity import Features, Floats, features_of, similarity

Encode = Callable[[Sequence[str]], Floats]
"""Texts to vectors (n, d); those of texts that say the same, in whatever language, lie close together."""

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
    """The document with pairs for every edition that has none yet; nothing is encoded if there is no such."""
    loose = [edition for edition in document.editions[1:] if not _tied(document, edition).pairs]
    if not loose:
        return document
    texts = _texts(document.official)
    vectors = encode([passage.text for passage in texts])
    found = (_pairs(document.official, edition, vectors, encode) for edition in loose)
    return replace(document, pairs=(*document.pairs, *chain.from_iterable(found)))


def tied(document: Document) -> tuple[Tied, ...]:
    """What every edition but the official one has in common with it."""
    return tuple(_tied(document, edition) for edition in document.editions[1:])


def align(
    official: Sequence[Passage], other: Sequence[Passage], vectors_official: Floats, vectors_other: Floats
) -> tuple[Pair, ...]:
    """Pairs of passages that say the same, in order: one to one, one to two or two to one.

    Both sequences are in the order of their text, with a row of vectors (n, d) for each passage. Sections
    that are surely the same bound what is compared passage by passage.
    """
    if not official or not other:
        return ()
    left, right = features_of(official, other, vectors_official, vectors_other)
    cuts = [(0, 0), *_same_sections(left, right, official, other), (len(official), len(other))]
    beads = chain.from_iterable(_aligned(left, right, start, end) for start, end in pairwise(cuts))
    return tuple(Pair(_ids(official, bead.left), _ids(other, bead.right)) for bead in beads)


def _same_sections(
    left: Features, right: Features, official: Sequence[Passage], other: Sequence[Passage]
) -> Iterator[tuple[int, int]]:
    """Where both editions begin a section that is surely the same."""
    starts, others = _section_starts(official), _section_starts(other)
    left, right = left.grouped(starts), right.grouped(others)
    alike = similarity(left, right)
    for bead in best_beads(_gains(left, right)):
        section, counterpart = bead.left.start, bead.right.start
        if bead.one_to_one and alike[section, counterpart] >= CERTAIN:
            yield starts[section], others[counterpart]


def _section_starts(passages: Sequence[Passage]) -> list[int]:
    """The very first passage, and every heading that does not stand under another one."""
    headings = [passage.kind is Kind.HEADING for passage in passages]
    return [0, *(i for i, (before, here) in enumerate(pairwise(headings), start=1) if here and not before)]


def _aligned(left: Features, right: Features, start: tuple[int, int], end: tuple[int, int]) -> Iterator[Bead]:
    """The beads between two cuts, counted from the beginning of both editions."""
    if start[0] < end[0] and start[1] < end[1]:
        inside = left.within(start[0], end[0]), right.within(start[1], end[1])
        yield from (bead.moved(*start) for bead in best_beads(_gains(*inside)))


def _gains(left: Features, right: Features) -> tuple[Scores, ...]:
    """What every possible bead gains, in the order of SHAPES: the same for as much similarity, so that three
    passages are tied only where two of them would be less alike."""
    sides = ((left, right), (left, right.neighbours()), (left.neighbours(), right))
    return tuple(similarity(*side) - LEAST for side in sides)


def _ids(passages: Sequence[Passage], positions: range) -> tuple[str, ...]:
    return tuple(passages[position].id for position in positions)


def _pairs(official: Edition, edition: Edition, vectors: Floats, encode: Encode) -> Iterator[Pair]:
    texts = _texts(edition)
    yield from align(_texts(official), texts, vectors, encode([passage.text for passage in texts]))
    yield from _table_pairs(official, edition)


def _texts(edition: Edition) -> list[Passage]:
    return [passage for passage in edition.passages if passage.table is None]


def _table_pairs(official: Edition, edition: Edition) -> Iterator[Pair]:
    """Tables have numbers and need no vectors."""
    numbered = {passage.table: passage.id for passage in edition.passages if passage.kind is Kind.TABLE}
    for passage in official.passages:
        if passage.kind is Kind.TABLE and passage.table in numbered:
            yield Pair((passage.id,), (numbered[passage.table],))


def _tied(document: Document, edition: Edition) -> Tied:
    others = {passage.id for passage in edition.passages}
    pairs = [pair for pair in document.pairs if not others.isdisjoint(pair.other)]
    paired = {name for pair in pairs for name in (*pair.official, *pair.other)}
    official, other = (
        tuple(passage.id for passage in part.passages if passage.id not in paired)
        for part in (document.official, edition)
    )
    return Tied(edition.language, len(pairs), official, other)
