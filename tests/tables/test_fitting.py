"""Columns that find no room in a line stand below the others, none torn and none lost."""

import pytest

from qa_service.tables.fitting import column_blocks


@pytest.mark.parametrize(
    ("widths", "room", "blocks"),
    [
        ([], 10, [range(0)]),
        ([4, 4], 8, [range(2)]),
        ([4, 4, 4], 8, [range(2), range(2, 3)]),
        ([20, 4], 8, [range(1), range(1, 2)]),
    ],
)
def test_columns_are_put_together_while_they_fit(widths: list[int], room: int, blocks: list[range]) -> None:
    assert column_blocks(widths, room) == blocks
