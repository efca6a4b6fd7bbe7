"""Paragraphs of a Word file as a reader sees them: with the numbers that Word itself puts before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from qa_service.docx_reading import read_draft
from qa_service.errors import DraftUnreadable
from qa_service.sheets.numbering import Numbering

_DAMAGE = (PythonDocxError, OpcError, LxmlError, KeyError, ValueError, TypeError, AttributeError, IndexError)
"""What python-docx raises for a package whose parts contradict each other."""
_HEADINGS = ("heading", "title", "subtitle")
_WORDS = ".//w:t[not(ancestor::w:moveFrom)] | .//w:tab[not(ancestor::w:tabs)] | .//w:br | .//w:cr"
_SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """`text` begins with the paragraph's automatic number; `heading` is true for Word's heading styles."""

    text: str
    heading: bool


def read_word_file(data: bytes) -> tuple[WordParagraph, ...]:
    """The paragraphs of a DOCX, those in tables too. Raises DraftUnreadable as `read_draft` does."""
    read_draft(data)  # Refuses what may not be unpacked or parsed.
    try:
        return tuple(_paragraphs(Document(BytesIO(data))))
    except _DAMAGE as error:
        raise DraftUnreadable(reason="damaged") from error


def _paragraphs(document: Any) -> Iterator[WordParagraph]:
    styles = {style.style_id: style for style in document.styles}
    numbering = Numbering(_numbering_element(document))
    for paragraph in document.element.body.iter(qn("w:p")):
        style = styles.get(paragraph.style)
        number = numbering.next_number(_numbering_properties(paragraph, style))
        text = "".join(_SPACES.get(each.tag, each.text or "") for each in paragraph.xpath(_WORDS))
        name = (style.name or "").lower() if style is not None else ""
        yield WordParagraph(
            f"{number} {text}" if number and text.strip() else text, name.startswith(_HEADINGS)
        )


def _numbering_element(document: Any) -> Any | None:
    related = (each for each in document.part.rels.values() if not each.is_external)
    parts = (each.target_part for each in related if each.reltype == RELATIONSHIP_TYPE.NUMBERING)
    return next((part.element for part in parts), None)


def _numbering_properties(paragraph: Any, style: Any) -> Any | None:
    """The w:numPr that counts for a paragraph: its own, or that of its style or of one it is based on."""
    elements = [paragraph]
    while style is not None and style.element not in elements:
        elements.append(style.element)
        style = getattr(style, "base_style", None)
    found = (properties for each in elements for properties in each.xpath("./w:pPr/w:numPr"))
    return next(found, None)
