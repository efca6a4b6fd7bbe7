"""What a person notes about a table."""

from pathlib import Path

import pytest

from qa_service.errors import CorpusUnreadable
from qa_service.tables.layout import Layout, read_layouts, read_numbers

PLAIN = 'number = 7\ncolumns = "2016 ж."\nrows = "Барлығы"\n'


def test_numbers_are_noted_singly_and_as_spans() -> None:
    assert read_numbers("1, 4-6") == (1, 4, 5, 6)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("07.toml", PLAIN + 'unti = "адам"\n'),
        ("08.toml", PLAIN),
        ("07.toml", "number = "),
        ("07.toml", 'number = 7\ncolumns = "a\\n    b"\nrows = "c"\n'),
    ],
    ids=["unknown key", "other number", "no TOML", "skipped level"],
)
def test_a_layout_that_cannot_be_meant_is_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CorpusUnreadable, match=name):
        read_layouts(tmp_path)


def test_a_document_without_layouts_has_none(tmp_path: Path) -> None:
    assert read_layouts(tmp_path / "tables") == ()


def test_every_decision_gives_its_reason(layouts: tuple[Layout, ...]) -> None:
    for layout in layouts:
        reasons = [move.reason for move in layout.moves]
        reasons += [gap.reason for gap in layout.gaps] + [width.reason for width in layout.widths]
        assert all(reasons)
        assert layout.implied or not any(node.text.startswith("[") for node in layout.columns)


def test_a_gap_names_rows_that_there_are_once(layouts: tuple[Layout, ...]) -> None:
    for layout in layouts:
        labels = [node.text for node in layout.rows]
        assert all(labels.count(row) == 1 for gap in layout.gaps for row in gap.rows)
