"""Headers: noted as an outline, found again in the print."""

from collections import Counter

from qa_service.tables.headers import columns, kinds, printed_cells, tile
from qa_service.tables.layout import Layout
from qa_service.tables.tokens import SourceLine, read_tokens

NESTED = Layout.model_validate(
    {
        "number": 1,
        "label_header": "Өңір",
        "columns": "№\n2016 ж.\n  барлығы\n  %\n2020 ж.\n  [барлығы]\n  %",
        "rows": "ҚР",
    }
)


def test_nested_headers_are_joined() -> None:
    assert columns(NESTED) == ("№", "2016 ж. / барлығы", "2016 ж. / %", "2020 ж. / барлығы", "2020 ж. / %")


def test_what_is_in_brackets_is_not_looked_for_in_the_print() -> None:
    assert printed_cells(NESTED) == Counter(
        {"№": 1, "Өңір": 1, "2016 ж.": 1, "2020 ж.": 1, "барлығы": 1, "%": 2}
    )


def test_cells_are_found_in_whatever_order_they_are_printed() -> None:
    printed = ("2016 ж. 2020 ж.", "", "№", "Өңір", "барлы", "ғы % %", "ҚР 1 2")
    tokens = read_tokens([SourceLine(number, text) for number, text in enumerate(printed, 1)])
    assert tile(tokens, 0, printed_cells(NESTED)) == ("2016 ж.", "2020 ж.", "№", "Өңір", "барлығы", "%", "%")


def test_a_header_with_a_word_too_many_is_not_the_noted_one() -> None:
    tokens = read_tokens([SourceLine(1, "2016 ж. 2019 ж. 2020 ж. № Өңір барлығы % %")])
    assert tile(tokens, 0, printed_cells(NESTED)) is None


def test_columns_under_the_same_innermost_header_measure_the_same() -> None:
    assert kinds(NESTED) == ("№", "барлығы", "%", "барлығы", "%")
