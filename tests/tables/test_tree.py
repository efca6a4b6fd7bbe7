"""Outlines of headers and labels."""

import pytest

from qa_service.tables.tree import read_tree


def test_indentation_says_what_belongs_to_what() -> None:
    nodes = read_tree("2016 ж.\n  барлығы\n  оның ішінде\n    ауыл\nӨзгеріс\n")
    assert [node.path for node in nodes if node.leaf] == [
        ("2016 ж.", "барлығы"),
        ("2016 ж.", "оның ішінде", "ауыл"),
        ("Өзгеріс",),
    ]


def test_a_line_that_skips_a_level_is_refused() -> None:
    with pytest.raises(ValueError, match="ауыл"):
        read_tree("2016 ж.\n    ауыл\n")
