"""Real footnotes in a Word document, which python-docx does not write (ECMA-376, 17.11)."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

TEXT_STYLE, REFERENCE_STYLE = "footnote text", "footnote reference"
SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
"""Word demands these two notes: the line above footnotes, and above those that go on from another page."""
AFTER_FOOTNOTES = ("endnotePr", "compat", "docVars", "rsids")
"""Elements of the settings before which `footnotePr` may stand."""


class Footnotes:
    """The footnotes of one document, numbered by Word in the order of the text."""

    def __init__(self, document: Any) -> None:
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        self._count = 0
        for identifier, kind in SEPARATORS:
            self._root.append(_separator(identifier, kind))
        _add_styles(document)
        _attach(document, self._root)
        _announce(document)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """A footnote at the end of a paragraph."""
        self._count += 1
        paragraph.add_run(style=REFERENCE_STYLE)._r.append(_element("footnoteReference", id=str(self._count)))
        note = _element("footnote", id=str(self._count))
        self._root.append(note)
        # The note belongs to another part, so it is filled as a paragraph without a document around it.
        note.append(OxmlElement("w:p"))
        filled = Paragraph(note[0], paragraph._parent)
        filled.style = TEXT_STYLE
        filled.add_run(style=REFERENCE_STYLE)._r.append(OxmlElement("w:footnoteRef"))
        filled.add_run(f" {text}")


def _attach(document: Any, root: Any) -> None:
    package = document.part.package
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _announce(document: Any) -> None:
    properties = OxmlElement("w:footnotePr")
    for identifier, _ in SEPARATORS:
        properties.append(_element("footnote", id=identifier))
    settings = document.settings.element
    later = (settings.find(qn(f"w:{name}")) for name in AFTER_FOOTNOTES)
    place = next((each for each in later if each is not None), None)
    if place is None:
        settings.append(properties)
    else:
        place.addprevious(properties)


def _separator(identifier: str, kind: str) -> Any:
    note = _element("footnote", type=kind, id=identifier)
    paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
    run.append(OxmlElement(f"w:{kind}"))
    paragraph.append(run)
    note.append(paragraph)
    return note


def _add_styles(document: Any) -> None:
    text = document.styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(2)
    reference = document.styles.add_style(REFERENCE_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.font.superscript = True


def _element(name: str, **attributes: str) -> Any:
    return OxmlElement(f"w:{name}", {qn(f"w:{key}"): value for key, value in attributes.items()})
