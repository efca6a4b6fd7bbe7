"""Where tables begin and end."""

import pytest

from qa_service.errors import CorpusUnreadable
from qa_service.tables.blocks import find_blocks
from qa_service.tables.grammar import read_grammar

KAZAKH = read_grammar("kk")


def test_the_report_has_its_41_tables_in_order(lines: tuple[str, ...]) -> None:
    assert [block.number for block in find_blocks(lines, KAZAKH)] == list(range(1, 42))


def test_a_chapter_wrapped_over_lines_is_one_title() -> None:
    lines = ["VII. ДЕНСАУЛЫҚ САҚТАУ ", "ЖӘНЕ ҚОРҒАУ", " 8 -кесте. Бала", "Дереккөз: ҚР ДСМ"]
    (block,) = find_blocks(lines, KAZAKH)
    assert (block.number, block.chapter) == (8, "VII. ДЕНСАУЛЫҚ САҚТАУ ЖӘНЕ ҚОРҒАУ")


def test_capitals_within_a_table_are_no_chapter() -> None:
    lines = ["I. БІРІНШІ", "1-кесте. Бала", "ШҚО", "Дереккөз: ҚР", "2-кесте. Бала", "Ақпарат көзі: ҚР"]
    assert [block.chapter for block in find_blocks(lines, KAZAKH)] == ["I. БІРІНШІ"] * 2


@pytest.mark.parametrize("after", [[], ["2-кесте. Бала", "Дереккөз: ҚР"]])
def test_a_table_without_a_source_line_is_refused(after: list[str]) -> None:
    with pytest.raises(CorpusUnreadable, match=r"01\.toml"):
        find_blocks(["1-кесте. Бала", "ШҚО 1 2", *after], KAZAKH)
