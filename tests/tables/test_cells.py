"""Values: tokens cut into as many cells as the table has columns."""

import pytest

from qa_service.tables.amounts import added, whole_amounts
from qa_service.tables.cells import BLANK, Cell, cuts, read_cell, settle, spaced_out
from qa_service.tables.layout import Layout
from qa_service.tables.tokens import SourceLine, read_tokens


def layout(columns: str, **noted: object) -> Layout:
    return Layout.model_validate({"number": 1, "columns": columns, "rows": "ҚР", **noted})


def years(count: int) -> str:
    return "\n".join(f"{2016 + year} ж." for year in range(count))


def settled(noted: Layout, *printed: str) -> list[str] | None:
    tokens = read_tokens([SourceLine(number, text) for number, text in enumerate(printed, 1)])
    count = sum(node.leaf for node in noted.columns)
    cells = settle(list(cuts(tokens, count)), noted)
    return None if cells is None else [cell.value for cell in cells]


@pytest.mark.parametrize(
    ("printed", "cell"),
    [
        ("9951)", Cell("995", (1,))),
        ("114 9951)", Cell("114 995", (1,))),
        ("3 66411)", Cell("3 664", (1, 1))),
        ("4,32)", Cell("4,3", (2,))),
        ("1547 723", Cell("1547 723")),
        ("1468/ 1306", Cell("1468/1306")),
        ("66,5%", Cell("66,5%")),
        ("-23", Cell("-23")),
        ("-", Cell("-")),
        (".", Cell(".")),
    ],
)
def test_a_value_is_read_as_printed_and_its_mark_apart(printed: str, cell: Cell) -> None:
    assert read_cell(read_tokens([SourceLine(1, printed)])) == cell


@pytest.mark.parametrize("printed", ["79 66", "барлығы", "1 23 456", "100,0% 17", "1)"])
def test_what_is_no_value_is_none(printed: str) -> None:
    assert read_cell(read_tokens([SourceLine(1, printed)])) is None


def test_digits_cut_by_a_line_break_are_one_number() -> None:
    nested = layout("2016 ж.\n  Адам\n  %\n2019 ж.\n  Адам\n  %")
    printed = ("117481", "79 66,5%", "", "12 505 ", "251 68,0%")
    assert settled(nested, *printed) == ["11748179", "66,5%", "12 505 251", "68,0%"]


def test_the_number_of_columns_tells_where_numbers_end() -> None:
    assert settled(layout(years(3)), "2 046 2 053 2047") == ["2 046", "2 053", "2047"]


def test_values_of_one_kind_are_of_like_size() -> None:
    assert settled(layout(years(3)), "378 735 386 891 394 645") == ["378 735", "386 891", "394 645"]


def test_a_sum_within_the_row_decides_before_size_does() -> None:
    summed = layout(years(3), column_sums=[{"total": 1, "parts": "2, 3"}])
    assert settled(summed, "101 202 1 101 201") == ["101 202", "1", "101 201"]


def test_noted_widths_decide_first() -> None:
    widths = [{"columns": "2", "digits": [6, 6], "reason": "r"}]
    assert settled(layout("a\nb\nc", widths=widths), "874 199 588 228") == ["874", "199 588", "228"]


def test_a_row_that_fits_several_ways_is_not_settled() -> None:
    assert settled(layout("x\n  a\n  b\n  c"), "874 199 588 228") is None


def test_noted_blanks_are_put_where_they_belong() -> None:
    one, two = Cell("1"), Cell("2")
    assert spaced_out((one, two), (1, 3)) == (BLANK, one, BLANK, two)


def test_whole_numbers_are_counted_and_shares_are_not() -> None:
    assert whole_amounts("17 918 214") == (17918214,)
    assert whole_amounts("701/888") == (701, 888)
    assert whole_amounts("-") == ()
    assert whole_amounts("48,4") is None
    assert added([(701, 888), (), (1, 2)]) == (702, 890)
