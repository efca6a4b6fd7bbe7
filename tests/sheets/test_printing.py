"""A sheet on paper: every citation a footnote, every table a table, nothing that acts."""

from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from qa_service.answering.records import Doubt
from qa_service.docx_reading import read_draft
from qa_service.sheets.office import Office, issues_of_text
from qa_service.sheets.printing import PRINTERS
from qa_service.sheets.printing.markdown import to_markdown
from qa_service.sheets.printing.word import to_docx
from qa_service.sheets.printing.workbook import to_xlsx
from qa_service.sheets.records import Edit, Kind, Sheet
from tests.sheets.fakes import LIST, ROW, RUSSIAN, FakeService


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    office = Office(tmp_path, FakeService, 10)
    made = office.make_now(issues_of_text(LIST), lambda done, total: None)
    return office.edit(made.id, [Edit("2a", reply="=1+1 [x](y) <b>"), Edit("2b", drop=(1,))])


def test_word_finds_real_footnotes_where_the_evidence_stands(sheet: Sheet) -> None:
    noted = [each for each in read_draft(to_docx(sheet, 10)) if each.notes]
    assert [(each.text, [note for _, note in each.notes]) for each in noted] == [
        (RUSSIAN.text, ["Доклад [D1.ru.7]"]),
        ("8,1 % — таблица 6: Қарағанды, 2019", [f"Доклад [{ROW.id}]"]),
        ("Таблица 6. Кесте", [f"Доклад [{ROW.id}]"]),
        (RUSSIAN.text, ["Доклад [D1.ru.7]"]),
    ]


@pytest.mark.parametrize("form", PRINTERS)
def test_a_figure_says_what_puts_it_in_doubt(sheet: Sheet, form: str) -> None:
    first, *others = sheet.entries
    (figure,) = [each for each in first.evidence if each.kind is Kind.FIGURE]
    figure = replace(figure, place="Қарағанды, 2019 г.", doubts=(Doubt.UNSETTLED,))
    unsettled = replace(first, evidence=(figure,))
    doubtful = replace(sheet, entries=(unsettled, *others))
    counts = [said_in(form, each).count("2019 г. Повреждённый источник") for each in (sheet, doubtful)]
    assert counts == [0, 1]


def said_in(form: str, sheet: Sheet) -> str:
    """The text of a printed sheet, with all that stands in its parts."""
    written = PRINTERS[form](sheet, 10)
    if form == "md":
        return written.decode()
    with ZipFile(BytesIO(written)) as opened:
        parts = [opened.read(name).decode() for name in opened.namelist() if name.endswith(".xml")]
    return unescape("".join(parts))


def test_the_word_file_has_its_headings_numbers_and_tables(sheet: Sheet) -> None:
    document = Document(BytesIO(to_docx(sheet, 10)))
    shown = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    assert ("Heading 1", "I. Общие меры") in shown
    assert ("Issue", "2.\tПросьба представить информацию о:") in shown
    assert ("Sub-question", "(b)\tполётах на Луну.") in shown
    assert ("Reply", "=1+1 [x](y) <b>") in shown
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Өңір", "2018", "2019"],
        ["Қарағанды", "9,58", "8,1"],
    ]


def test_the_parts_of_footnotes_fit_together(sheet: Sheet) -> None:
    with ZipFile(BytesIO(to_docx(sheet, 10))) as opened:
        assert opened.read("[Content_Types].xml").count(b"footnotes+xml") == 1
        assert opened.read("word/_rels/document.xml.rels").count(b"/footnotes") >= 1
        assert b"<w:footnotePr>" in opened.read("word/settings.xml")
        references = opened.read("word/document.xml").count(b"<w:footnoteReference ")
        notes = opened.read("word/footnotes.xml").count(b"<w:footnoteRef/>")
    assert references == notes == 4


def test_what_was_dropped_is_left_out_of_print_but_not_of_the_workbook(sheet: Sheet) -> None:
    assert "Балалар үйлерінің" not in to_markdown(sheet, 10).decode()
    evidence = load_workbook(BytesIO(to_xlsx(sheet, 10))).worksheets[1]
    assert [row[2] for row in evidence.iter_rows(min_row=2, values_only=True)][-1] == "снято"


def test_the_matrix_has_a_row_for_each_issue_and_the_words_below(sheet: Sheet) -> None:
    matrix = load_workbook(BytesIO(to_xlsx(sheet, 10_700))).worksheets[0]
    rows = list(matrix.iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[3], row[4:7]) for row in rows[:3]] == [
        ("1", "Освещено", (1, 1, 1)),
        ("2 (a)", "Освещено", (1, 0, 0)),
        ("2 (b)", "Ничего не найдено", (0, 0, 0)),
    ]
    assert [row[-1] for row in rows[3:]] == [3, 10_700]


def test_a_reply_is_never_a_formula(sheet: Sheet) -> None:
    matrix = load_workbook(BytesIO(to_xlsx(sheet, 10))).worksheets[0]
    cell = next(cell for row in matrix.iter_rows() for cell in row if cell.value == "=1+1 [x](y) <b>")
    assert cell.data_type == "s"


def test_markdown_has_footnotes_and_no_markup_of_others(sheet: Sheet) -> None:
    text = to_markdown(sheet, 10).decode()
    assert f"> {RUSSIAN.text}[^1]" in text
    assert "[^1]: Доклад [D1.ru.7]" in text
    assert r"=1+1 \[x\](y) \<b\>" in text
    assert "| Өңір | 2018 | 2019 |\n| --- | --- | --- |\n| Қарағанды | 9,58 | 8,1 |" in text


def test_too_many_words_are_told_in_every_form(sheet: Sheet) -> None:
    assert "сверх допустимого" in to_markdown(sheet, 2).decode()
    assert "сверх допустимого" not in to_markdown(sheet, 3).decode()
    assert any(
        "сверх допустимого" in paragraph.text for paragraph in Document(BytesIO(to_docx(sheet, 2))).paragraphs
    )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("form", PRINTERS)
def test_every_form_speaks_every_language(sheet: Sheet, form: str, language: str) -> None:
    spoken = Sheet(sheet.id, language, sheet.created, sheet.stage, sheet.entries)
    assert PRINTERS[form](spoken, 10)
