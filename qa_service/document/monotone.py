"""Monotone alignment of two sequences by dynamic programming.

After Gale and Church 1993 (https://aclanthology.org/J93-1004) with gains in the place of costs: neither
sequence is reordered, and one element may meet one or two of the other side, or none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

Moves = NDArray[np.int8]

SHAPES = ((1, 1), (1, 2), (2, 1))
"""How many elements of the left and of the right side a bead takes."""

_GAP_LEFT, _GAP_RIGHT = -1, -2


@dataclass(frozen=True, slots=True)
class Bead:
    """Neighbouring elements of both sides that belong together: half-open ranges."""

    left: range
    right: range

    @property
    def one_to_one(self) -> bool:
        return len(self.left) == len(self.right) == 1

    def moved(self, left: int, right: int) -> "Bead":
        """The same bead, counted from that many elements earlier."""
        return Bead(
            range(self.left.start + left, self.left.stop + left),
            range(self.right.start + right, self.right.stop + right),
        )


def best_beads(gains: Sequence[Scores]) -> tuple[Bead, ...]:
    """The beads of the alignment with the highest sum of gains, in order; what they leave out is a gap and
    gains nothing.

    `gains` has a matrix for each of SHAPES: the one for (a, b) is (n - a + 1, m - b + 1) and holds at
    [i, j] what tying i ... i + a - 1 to j ... j + b - 1 gains; only what is above 0 is ever taken.
    """
    return tuple(reversed(list(_walk_back(_moves(gains)))))


def _moves(gains: Sequence[Scores]) -> Moves:
    """At [i, j] the last step of the best alignment of the first i and the first j elements."""
    rows, columns = gains[0].shape
    best = np.zeros((rows + 1, columns + 1), np.float64)
    moves = np.full(best.shape, _GAP_RIGHT, np.int8)
    for row in range(1, rows + 1):
        best[row], moves[row] = _next_row(best[:row], gains)
    return moves


def _next_row(best: NDArray[np.float64], gains: Sequence[Scores]) -> tuple[NDArray[np.float64], Moves]:
    row, reached = len(best), best[-1].copy()
    moves = np.full(len(reached), _GAP_LEFT, np.int8)
    for shape, (left, right) in enumerate(SHAPES):
        if row >= left and len(reached) > right:
            tied = best[row - left, :-right] + gains[shape][row - left]
            better = tied > reached[right:]
            reached[right:][better], moves[right:][better] = tied[better], shape
    highest = np.maximum.accumulate(reached)
    moves[highest > reached] = _GAP_RIGHT
    return highest, moves


def _walk_back(moves: Moves) -> Iterator[Bead]:
    row, column = moves.shape[0] - 1, moves.shape[1] - 1
    while row and column:
        move = int(moves[row, column])
        if move < 0:
            row, column = (row - 1, column) if move == _GAP_LEFT else (row, column - 1)
            continue
        left, right = SHAPES[move]
        yield Bead(range(row - left, row), range(column - right, column))
        row, column = row - left, column - right
