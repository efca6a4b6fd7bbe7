"""The columns of a table in blocks, for where a line has no room for all of them."""

from collections.abc import Sequence
from itertools import pairwise


def column_blocks(widths: Sequence[int], room: int) -> list[range]:
    """Runs of columns whose widths together fit `room`; a column wider than that stands alone.

    >>> column_blocks([4, 4, 4], 9)
    [range(0, 2), range(2, 3)]
    """
    starts, used = [0], 0
    for index, width in enumerate(widths):
        if used and used + width > room:
            starts.append(index)
            used = 0
        used += width
    return [range(start, end) for start, end in pairwise([*starts, len(widths)])]
