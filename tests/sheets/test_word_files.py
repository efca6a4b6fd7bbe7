"""Word files: numbers that Word gives by itself count, and bad files are refused."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from qa_service.errors import DraftUnreadable
from qa_service.sheets.issues import read_issues
from qa_service.sheets.lines import lines_of_word_file
from qa_service.sheets.numbering import printed
from tests.docx_files import archive, body, word_file

NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>"""


def automatic(*paragraphs: tuple[int, str]) -> bytes:
    """A file whose paragraphs stand at these depths of one automatic list."""
    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for depth, text in paragraphs:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
        )
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_numbers_and_letters_that_word_gives_are_read() -> None:
    data = automatic(
        (0, "Просьба сообщить о:"),
        (1, "законе;"),
        (1, "бюджете."),
        (0, "Опишите:"),
        (1, "суды;"),
        (1, "школы."),
    )
    issues = read_issues(lines_of_word_file(data))
    assert [(issue.key, issue.text) for issue in issues] == [
        ("4a", "законе"),
        ("4b", "бюджете."),
        ("5a", "суды"),
        ("5b", "школы."),
    ]


def test_a_bullet_goes_on_with_the_issue() -> None:
    (issue,) = read_issues(lines_of_word_file(automatic((0, "Опишите меры:"), (2, "законы,"), (2, "суды."))))
    assert issue.text == "Опишите меры: законы, суды."


def test_typed_numbers_and_heading_styles_are_read() -> None:
    document = Document()
    document.add_heading("Общие меры", 2)
    document.add_paragraph("1. Опишите закон.")
    document.add_table(1, 1).cell(0, 0).text = "2. Опишите бюджет."
    written = BytesIO()
    document.save(written)
    issues = read_issues(lines_of_word_file(written.getvalue()))
    assert [(issue.key, issue.heading) for issue in issues] == [("1", "Общие меры"), ("2", "Общие меры")]


def test_what_was_inserted_counts_and_what_was_deleted_does_not() -> None:
    changed = (
        "<w:p><w:r><w:t>1. Опишите </w:t></w:r><w:ins><w:r><w:t>новый</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>старый</w:delText></w:r></w:del><w:r><w:t> закон.</w:t></w:r></w:p>"
    )
    whole = word_file("")
    (issue,) = read_issues(lines_of_word_file(with_body(whole, changed)))
    assert issue.text == "Опишите новый закон."


def with_body(data: bytes, content: str) -> bytes:
    document = Document(BytesIO(data))
    for element in parse_xml(f"<w:body {nsdecls('w')}>{content}</w:body>"):
        document.element.body.insert(0, element)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(word_file(), "empty", id="no words"),
        pytest.param(b"1. Describe the law.", "not-docx", id="text"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "encrypted", id="encrypted"),
        pytest.param(archive(body("<w:p/>")), "damaged", id="parts that are missing"),
        pytest.param(word_file("x" * 4000)[:-300], "damaged", id="cut off"),
    ],
)
def test_a_bad_file_is_refused_by_reason(data: bytes, reason: str) -> None:
    with pytest.raises(DraftUnreadable) as refused:
        lines_of_word_file(data)
    assert refused.value.values["reason"] == reason


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (3, "russianLower", "в"),
        (14, "upperRoman", "XIV"),
        (29, "lowerLetter", "29"),
    ],
)
def test_counts_are_printed_as_word_prints_them(count: int, form: str, text: str) -> None:
    assert printed(count, form) == text
