"""Files for spreadsheets: Kazakh letters stay, numbers are numbers, and no text runs as a formula."""

import csv
import io
import zipfile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from qa_service.document.records import Row, Table
from qa_service.tables.export import to_csv, to_xlsx

TABLE = Table(
    number=6,
    title="1000 тірі туылғандарға шаққанда",
    unit="‰",
    chapter=None,
    label_header="Өңірлер",
    columns=("2018 ж.", "2019 ж."),
    rows=(
        Row("Қарағанды", "Қала халқы", ("9,58", "17 918 214"), (31, 31), uncertain=(0,), marks=((1, 2),)),
        Row('=HYPERLINK("http://a")', "Қала халқы", ("-", "-5,3"), (32, 32)),
        Row("- ұлдар", "Ауыл халқы", ("@SUM(A1)", ""), (33, 33)),
    ),
    source="+дереккөз",
    notes=("1) бірінші", "2) екінші"),
    lines=(30, 40),
)


def sheet_of(table: Table, doubt: str = "") -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(table, doubt))).worksheets[0]


def test_csv_begins_with_a_byte_order_mark_and_reads_back_as_printed() -> None:
    written = to_csv(TABLE)
    assert written.startswith(b"\xef\xbb\xbf")
    header, first, *_ = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert header == ["", "Өңірлер", "2018 ж.", "2019 ж."]
    assert first == ["Қала халқы", "Қарағанды", "9,58", "17 918 214"]


def test_a_table_without_groups_has_no_column_for_them() -> None:
    plain = Table(1, "Т", None, None, None, ("a",), (Row("b", None, ("1",), (1, 1)),), None, (), (1, 1))
    assert to_csv(plain).decode("utf-8-sig") == ",a\r\nb,1\r\n"


def test_text_of_a_table_that_could_run_is_led_by_an_apostrophe_and_a_dash_or_number_is_not() -> None:
    _, _, second, third = csv.reader(io.StringIO(to_csv(TABLE).decode("utf-8-sig"), newline=""))
    assert second[1:] == ['\'=HYPERLINK("http://a")', "-", "-5,3"]
    assert third[1:] == ["'- ұлдар", "'@SUM(A1)", ""]


def test_numbers_are_real_in_a_workbook_and_shown_as_printed() -> None:
    sheet = sheet_of(TABLE)
    decimal, whole = sheet["C4"], sheet["D4"]
    assert (decimal.value, decimal.number_format) == (9.58, "0.00")
    assert (whole.value, whole.number_format) == (17_918_214, "#,##0")
    assert (sheet["C5"].value, sheet["D5"].value) == ("-", -5.3)


def test_a_percentage_is_a_number_shown_with_its_sign() -> None:
    table = Table(1, "Т", None, None, None, ("a",), (Row("b", None, ("48,4%",), (1, 1)),), None, (), (1, 1))
    cell = sheet_of(table)["B3"]
    assert (cell.value, cell.number_format) == (0.484, "0.0%")


def test_a_workbook_holds_no_formula() -> None:
    cells = [cell for row in sheet_of(TABLE).iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert sheet_of(TABLE)["B5"].value == '=HYPERLINK("http://a")'
    with zipfile.ZipFile(io.BytesIO(to_xlsx(TABLE))) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_title_unit_source_and_notes_stand_on_the_sheet() -> None:
    column = [cell.value for cell in sheet_of(TABLE)["A"]]
    assert column[:2] == ["1000 тірі туылғандарға шаққанда", "‰"]
    assert column[-3:] == ["+дереккөз", "1) бірінші", "2) екінші"]


def test_a_footnote_mark_becomes_a_comment_with_the_note() -> None:
    comment = sheet_of(TABLE)["D4"].comment
    assert comment is not None
    assert comment.text == "2) екінші"


def test_a_cell_that_is_not_settled_is_coloured_and_the_colour_is_explained() -> None:
    sheet = sheet_of(TABLE, doubt="Күмәнді")
    assert sheet["C4"].fill.fgColor.rgb == sheet.cell(sheet.max_row, 1).fill.fgColor.rgb
    assert sheet["C4"].fill.fgColor.rgb != sheet["D4"].fill.fgColor.rgb
    assert sheet.cell(sheet.max_row, 1).value == "Күмәнді"


def test_control_characters_do_not_break_a_workbook() -> None:
    odd = Table(
        1, "Т\x0b", None, None, None, ("a",), (Row("b\x00", None, ("\x01",), (1, 1)),), None, (), (1, 1)
    )
    assert sheet_of(odd)["A1"].value == "Т"
