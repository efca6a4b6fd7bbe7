"""A table fits the terminal, and is tab-separated anywhere else."""

import io

import pytest
from rich.console import Console

from qa_service.cli.tables import table
from qa_service.document.records import Row, Table
from qa_service.replies.presentation import table as presented

WIDE = Table(
    number=3,
    title="Кесте",
    unit="адам",
    chapter=None,
    label_header="Өңірлер",
    columns=tuple(f"{year} жыл / ұлдар" for year in range(2010, 2022)),
    rows=(
        Row("Қарағанды", "Қала халқы", tuple(f"1 234 {year}" for year in range(100, 112)), (5, 5), (0,)),
        Row("Барлығы", "Қала халқы", tuple(f"11715/{year}" for year in range(17100, 17112)), (6, 6)),
    ),
    source="ҰСБ",
    notes=("1) ескерту",),
    lines=(1, 9),
)


def printed(width: int, terminal: bool) -> list[str]:
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=terminal, color_system=None)
    for part in table(presented(WIDE)):
        console.print(part, soft_wrap=not terminal)
    return file.getvalue().splitlines()


@pytest.mark.parametrize("width", [40, 78, 79, 80, 81, 82, 83, 84, 200])
def test_no_line_is_wider_than_the_terminal_and_no_value_is_lost(width: int) -> None:
    lines = printed(width, terminal=True)
    assert max(map(len, lines)) <= width
    assert all(any(value in line for line in lines) for row in WIDE.rows for value in row.values)


def test_a_pipe_gets_one_line_for_each_row() -> None:
    lines = printed(20, terminal=False)
    assert "\t".join(("Қала халқы", "Қарағанды", *WIDE.rows[0].values)) in lines


def test_title_unit_source_and_notes_are_told() -> None:
    lines = printed(80, terminal=False)
    assert lines[:2] == ["3. Кесте", "адам"]
    assert lines[-2:] == ["ҰСБ", "1) ескерту"]
