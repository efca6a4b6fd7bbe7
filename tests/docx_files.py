"""Word files made for tests: valid ones by python-docx, bad ones part by part."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
TYPES = "[Content_Types].xml"


def word_file(*paragraphs: str) -> bytes:
    """A DOCX as Word would write it, with these paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these parts."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return written.getvalue()


def types(**parts: str) -> str:
    """The list of content types: parts of the folder word, by name, with their type."""
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{listed}</Types>'


def body(content: str, kind: str = MAIN) -> dict[str, str | bytes]:
    """The parts of a DOCX whose body is this XML."""
    document = f"<w:document {WORD}><w:body>{content}</w:body></w:document>"
    return {TYPES: types(document=kind), "word/document.xml": document}
