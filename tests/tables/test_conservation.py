"""No digit of the source is lost and none is added."""

from dataclasses import replace

import pytest

from qa_service.document.records import Table
from qa_service.errors import CorpusUnreadable
from qa_service.tables.blocks import find_blocks
from qa_service.tables.conservation import printed_digits, read_digits
from qa_service.tables.grammar import read_grammar
from qa_service.tables.layout import Layout
from qa_service.tables.reader import check, find_header, read_tables, rearranged


@pytest.mark.parametrize("number", range(1, 42))
def test_the_digits_printed_are_the_digits_read(
    number: int, lines: tuple[str, ...], layouts: tuple[Layout, ...], tables: dict[int, Table]
) -> None:
    block, layout = find_blocks(lines, read_grammar("kk"))[number - 1], layouts[number - 1]
    printed = rearranged(block.lines, layout)
    _, header = find_header(printed, layout)
    assert read_digits(tables[number], header, layout) == printed_digits(printed)


def test_moves_change_the_order_of_digits_and_nothing_else(
    lines: tuple[str, ...], layouts: tuple[Layout, ...]
) -> None:
    for block, layout in zip(find_blocks(lines, read_grammar("kk")), layouts, strict=True):
        moved = printed_digits(rearranged(block.lines, layout))
        assert sorted(moved) == sorted(printed_digits(block.lines))


@pytest.mark.parametrize(
    "changed",
    [{"source": "ҚР БҒМ 1"}, {"title": ""}, {"notes": ("1) ескерту",)}],
    ids=["source", "title", "note"],
)
def test_a_table_that_lost_or_gained_a_digit_is_refused(
    changed: dict[str, object], lines: tuple[str, ...], layouts: tuple[Layout, ...], tables: dict[int, Table]
) -> None:
    block, layout = find_blocks(lines, read_grammar("kk"))[20], layouts[20]
    _, header = find_header(block.lines, layout)
    check(tables[21], header, block.lines, layout)
    with pytest.raises(CorpusUnreadable, match="digits"):
        check(replace(tables[21], **changed), header, block.lines, layout)  # type: ignore[arg-type]


def test_a_digit_added_to_the_source_stops_the_build(
    lines: tuple[str, ...], layouts: tuple[Layout, ...]
) -> None:
    damaged = [*lines[:3340], lines[3340] + " 7", *lines[3341:]]
    with pytest.raises(CorpusUnreadable, match=r"06\.toml"):
        read_tables(damaged, layouts, "kk")
