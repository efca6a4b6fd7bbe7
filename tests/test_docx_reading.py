import random
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from qa_service import docx_reading
from qa_service.docx_reading import DraftParagraph, read_draft
from qa_service.errors import DraftUnreadable
from tests.docx_files import FOOTNOTES, MACRO_MAIN, MAIN, TYPES, WORD, archive, body, types, word_file

ONE_LINE = "<w:p><w:r><w:t>Бір жол</w:t></w:r></w:p>"


def texts(data: bytes) -> list[str]:
    """The paragraphs that are not blank."""
    return [paragraph.text for paragraph in read_draft(data) if paragraph.text]


def _reason(data: bytes) -> object:
    with pytest.raises(DraftUnreadable) as refused:
        read_draft(data)
    return refused.value.values["reason"]


def test_paragraphs_of_a_real_word_file_come_in_their_order() -> None:
    assert texts(word_file("Бірінші абзац", "", "Второй абзац")) == ["Бірінші абзац", "Второй абзац"]


def test_a_footnote_stands_where_it_is_referred_to() -> None:
    parts = body(
        '<w:p><w:r><w:t>Родилось 400</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t xml:space="preserve"> детей</w:t></w:r></w:p>'
    )
    parts[TYPES] = types(document=MAIN, footnotes=FOOTNOTES)
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Отчёт, строка 5</w:t></w:r></w:p></w:footnote>'
    parts["word/footnotes.xml"] = f"<w:footnotes {WORD}>{note}</w:footnotes>"
    assert read_draft(archive(parts)) == (DraftParagraph("Родилось 400 детей", ((12, "Отчёт, строка 5"),)),)


def test_inserted_words_count_and_deleted_words_do_not() -> None:
    changed = (
        "<w:p><w:del><w:r><w:delText>500</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>400</w:t><w:tab/><w:t>детей</w:t></w:r></w:ins></w:p>"
    )
    assert texts(archive(body(changed))) == ["400\tдетей"]


def test_cells_and_text_boxes_are_read_once() -> None:
    box = f"<w:p><w:r><w:t>до</w:t><w:txbxContent>{ONE_LINE}</w:txbxContent><w:t>после</w:t></w:r></w:p>"
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>9,58</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert texts(archive(body(box + cell))) == ["Бір жол", "допосле", "9,58"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"%PDF-1.7", "not-docx", id="a PDF"),
        pytest.param(archive({"readme.txt": "x"}), "not-docx", id="another archive"),
        pytest.param(archive({TYPES: types(workbook="sheet.main+xml")}), "not-docx", id="a workbook"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "encrypted", id="encrypted"),
        pytest.param(b"PK\x03\x04" + bytes(50 * 2**20), "too-large", id="50 MB"),
        pytest.param(archive(body(ONE_LINE, MACRO_MAIN)), "macros", id="macros"),
        pytest.param(archive(body(ONE_LINE) | {"word/vbaProject.bin": b"x"}), "macros", id="hidden macros"),
        pytest.param(archive(body("<w:p>")), "damaged", id="broken XML"),
        pytest.param(word_file("x" * 4000)[:-300], "damaged", id="cut off"),
        pytest.param(archive({TYPES: types(document=MAIN)}), "damaged", id="no body"),
    ],
)
def test_a_file_that_may_not_be_read_is_refused_by_reason(data: bytes, reason: str) -> None:
    assert _reason(data) == reason


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    bomb = archive(body(ONE_LINE) | {"word/media/image1.png": bytes(docx_reading.LARGEST_UNPACKED)})
    assert len(bomb) < 2**20
    assert _reason(bomb) == "unpacks-too-large"


def test_a_body_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reading, "LARGEST_TEXT", 300)
    assert _reason(archive(body(ONE_LINE * 10))) == "unpacks-too-large"


def test_entities_are_refused_whatever_they_stand_for() -> None:
    parts = body(ONE_LINE)
    declared = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'
    parts["word/document.xml"] = declared + str(parts["word/document.xml"])
    assert _reason(archive(parts)) == "damaged"


def test_a_packing_method_without_bounds_is_refused() -> None:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_BZIP2) as opened:
        for name, content in body(ONE_LINE).items():
            opened.writestr(name, content)
    assert _reason(written.getvalue()) == "damaged"


def test_flipped_bytes_are_read_or_refused_but_never_crash() -> None:
    whole, chance = word_file("Бір", "два", "three"), random.Random(5)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_draft(bytes(data))
        except DraftUnreadable as refused:
            assert refused.values["reason"]
