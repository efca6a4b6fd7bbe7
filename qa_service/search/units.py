"""Units of search: a passage together with its counterparts in other editions.

Two editions of the same passage must never fill two places in the results, so ranking is over
units, and a unit is shown in the reader's language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.document.records import Kind, Pair, Passage

Positions = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Units:
    """`members[language][unit]` is the position of the unit's passage in that language, or -1.

    `official[unit]` is the position of its official passage (of its only one, where there is none).
    """

    members: Mapping[str, Positions]
    official: Positions

    def __len__(self) -> int:
        return len(self.official)

    def shown(self, unit: int, language: str) -> int:
        """The position of the passage that a reader of `language` gets."""
        own = int(self.members[language][unit]) if language in self.members else -1
        return own if own >= 0 else int(self.official[unit])

    def counterpart(self, unit: int, shown: int) -> int | None:
        """The official passage where another is shown; else the first other edition's, if any."""
        if shown != int(self.official[unit]):
            return int(self.official[unit])
        others = (int(positions[unit]) for positions in self.members.values())
        return next((position for position in others if position not in (-1, shown)), None)


def units_of(passages: Sequence[Passage], pairs: Iterable[Pair]) -> Units:
    """Every passage but the headings, tied to its partners.

    In a pair of several passages the first of each side stands for the unit; the others are units of
    their own.
    """
    position = {passage.id: index for index, passage in enumerate(passages)}
    partner = {
        position[pair.other[0]]: position[pair.official[0]]
        for pair in pairs
        if pair.other[0] in position and pair.official[0] in position
    }
    searched = [index for index, passage in enumerate(passages) if passage.kind is not Kind.HEADING]
    leaders = [index for index in searched if index not in partner]
    unit = {leader: number for number, leader in enumerate(leaders)}
    members = {
        language: np.full(len(leaders), -1, dtype=np.intp)
        for language in sorted({passage.language for passage in passages})
    }
    for index in searched:
        leader = partner.get(index, index)
        if leader in unit:
            members[passages[index].language][unit[leader]] = index
    return Units(members, np.array(leaders, dtype=np.intp))
