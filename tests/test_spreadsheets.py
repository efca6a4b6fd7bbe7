"""What people wrote is never run by the program that opens it, and numbers stay numbers."""

import csv
import io

import openpyxl
import pytest
from openpyxl.cell import Cell

from qa_service.spreadsheets import printed_number, text_cell, to_csv

RUNS = [
    "=cmd()", "+1", "+7 701", "-1+1", "- ұлдар", "@SUM(A1)", "-5,3 %", "--1",
    "\tмәтін", "\rмәтін", "\nмәтін",
    " =1+1", "\u200b=1+1", "\ufeff=1+1", "\u202e=1+1",
    "＝1+1", "＋1", "－ұлдар", "＠SUM(A1)", "﹦1+1", "⁼1",
]  # fmt: skip
STAYS = [
    "",
    "-",
    "+",
    "5",
    "-5,3",
    "−5",
    "-17 918,5",
    "-4,5%",
    "бала",
    "'=1",
    "ата-ана",
    "– ұлдар",
    "a\t=1",
    "(+)",
]


def cell_of(text: str) -> Cell:
    """The cell as it is read back from a workbook."""
    book, written = openpyxl.Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append([text_cell(sheet, text)])
    book.save(written)
    cell = openpyxl.load_workbook(written).worksheets[0].cell(1, 1)
    assert isinstance(cell, Cell)
    return cell


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("17 918 214", 17_918_214),
        ("48,4", 48.4),
        ("-5,3", -5.3),
        ("−5", -5),
        ("1\u00a0000,5", 1000.5),
        ("", None),
        ("-", None),
        ("7210/11670", None),
        ("12 34", None),
        ("007", None),
        ("5%", 0.05),
        ("4,5%", 0.045),
        ("%", None),
        ("1e5", None),
        ("=5", None),
        ("٣", None),
    ],
)
def test_only_what_is_printed_as_a_number_is_one(text: str, number: float | None) -> None:
    assert printed_number(text) == number


@pytest.mark.parametrize("text", RUNS)
def test_what_could_run_is_led_by_an_apostrophe_in_csv(text: str) -> None:
    assert list(csv.reader(io.StringIO(to_csv([[text]]).decode("utf-8-sig"), newline=""))) == [[f"'{text}"]]


@pytest.mark.parametrize("text", STAYS)
def test_numbers_dashes_and_other_text_stay_as_they_are_in_csv(text: str) -> None:
    assert list(csv.reader(io.StringIO(to_csv([[text]]).decode("utf-8-sig"), newline=""))) == [[text]]


def test_csv_keeps_quotes_and_separators_in_their_cell_and_tells_its_encoding() -> None:
    cells = ['a"b', "c,d", "е;ж", "қ\nә"]
    written = to_csv([cells])
    assert written.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))) == [cells]


@pytest.mark.parametrize("text", [text for text in RUNS if text.isprintable()])
def test_what_could_run_is_text_in_a_workbook_also_when_it_is_edited(text: str) -> None:
    cell = cell_of(text)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_workbook_holds_no_control_characters_and_no_more_than_a_cell_can() -> None:
    assert cell_of("a\x00\x0bb").value == "ab"
    assert cell_of("b" * 40_000).value == "b" * 32_767
