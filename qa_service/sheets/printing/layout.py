"""The page and the styles of a printed sheet."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from qa_service.sheets.records import Status

FONT = "Times New Roman"
LOCALES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
STATUS_STYLES = {
    Status.COVERED: "Covered",
    Status.PARTLY: "Partly covered",
    Status.NOTHING: "Nothing found",
    None: "Not looked at",
}
_COLOURS = {
    "Covered": RGBColor(0x1B, 0x6E, 0x3C),
    "Partly covered": RGBColor(0x9A, 0x62, 0x00),
    "Nothing found": RGBColor(0xA6, 0x1B, 0x1B),
    "Not looked at": RGBColor(0x55, 0x55, 0x55),
}
_INK = RGBColor(0, 0, 0)
_STYLES = {
    # name: (left indent in cm, first line in cm, points before, points after, size in points)
    "Issue": (1.0, -1.0, 10, 3, 12),
    "Sub-question": (2.0, -1.0, 8, 3, 12),
    "Status": (1.0, 0, 0, 4, 10),
    "Reply": (1.0, 0, 0, 6, 12),
    "Remark": (1.0, 0, 4, 2, 10),
    "Quotation": (1.5, 0, 0, 5, 11),
    "Figure": (1.5, 0, 0, 4, 11),
    "Table caption": (1.5, 0, 4, 3, 10),
    "Table text": (0, 0, 0, 0, 9),
}
_BOLD, _ITALIC = ("Issue",), ("Remark", "Table caption")
_KEPT_WITH_NEXT = ("Issue", "Status", "Remark", "Table caption")


def furnish(document: Any, title: str, language: str) -> None:
    """Gives an empty document its page, styles, language and properties."""
    _set_page(document.sections[0])
    _set_fonts(document.styles)
    for name, measures in _STYLES.items():
        _add_style(document.styles, name, *measures)
    for name, colour in _COLOURS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.bold, style.font.color.rgb = True, colour
    _set_language(document.styles["Normal"].element.get_or_add_rPr(), language)
    properties = document.core_properties
    properties.title, properties.language, properties.comments = title, LOCALES.get(language, language), ""
    properties.author = properties.last_modified_by = "qa-service"


def mark_language(paragraph: Any, language: str) -> None:
    """Says in which language the words of a paragraph are, for spelling checks and screen readers."""
    for run in paragraph.runs:
        _set_language(run._r.get_or_add_rPr(), language)


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)


def _set_fonts(styles: Any) -> None:
    for name in ("Normal", "Title", "Heading 1"):
        style = styles[name]
        style.font.name, style.font.color.rgb = FONT, _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
    styles["Normal"].font.size = Pt(12)
    styles["Title"].font.size, styles["Heading 1"].font.size = Pt(18), Pt(14)


def _add_style(
    styles: Any, name: str, indent: float, first: float, before: float, after: float, size: float
) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = styles["Normal"], True
    style.font.size, style.font.bold, style.font.italic = Pt(size), name in _BOLD, name in _ITALIC
    shape = style.paragraph_format
    shape.left_indent, shape.first_line_indent = Cm(indent), Cm(first)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.keep_with_next = name in _KEPT_WITH_NEXT
    if first:
        shape.tab_stops.add_tab_stop(Cm(indent))


def _set_language(properties: Any, language: str) -> None:
    mark = OxmlElement("w:lang", {qn("w:val"): LOCALES.get(language, language)})
    properties.append(mark)
