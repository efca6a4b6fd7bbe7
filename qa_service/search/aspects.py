"""What a query speaks of, concept by concept, and which units speak of it too."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.index.snapshot import Snapshot
from qa_service.search.fusion import Scores
from qa_service.search.query import Concept
from qa_service.search.units import Units


@dataclass(frozen=True, slots=True)
class Aspects:
    """`rarity` (c,) is float32; `held` (c, units) is true where a unit may speak of the concept."""

    rarity: Scores
    held: NDArray[np.bool_]


def aspects_of(snapshot: Snapshot, units: Units, concepts: Sequence[Concept]) -> Aspects:
    """Each concept's rarity, and the units that speak of it in any edition.

    Rarity is log(1 + N / (1 + n)) for N units of which n speak of the concept (inverse document
    frequency, Spärck Jones 1972).
    """
    held = np.zeros((len(concepts), len(units)), np.bool_)
    for row, concept in zip(held, concepts, strict=True):
        holding = snapshot.lexical.holding(concept.tokens)
        for positions in units.members.values():
            row |= (positions >= 0) & holding[positions]
    rarity = np.log1p(len(units) / (1 + held.sum(axis=1))).astype(np.float32)
    return Aspects(rarity, held)


def coverage(aspects: Aspects) -> Scores:
    """For every unit the share of the concepts that it speaks of, in [0, 1], rare ones weighing more."""
    total = max(float(aspects.rarity.sum()), 1e-9)
    # Not a product of matrices: that would wait for a second thread (see index.dense).
    weighed = np.einsum("c,cu->u", aspects.rarity, aspects.held.astype(np.float32))
    return np.asarray(weighed / total, dtype=np.float32)
