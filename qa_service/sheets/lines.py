"""The lines of a list of issues, from plain text or from a Word file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_service.docx_reading import LARGEST
from qa_service.errors import DraftUnreadable
from qa_service.sheets.word_files import WordParagraph, read_word_file

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b-\u200f\u202a-\u202e\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """`apart` is true where a paragraph begins for certain, `heading` where the file says so."""

    text: str
    apart: bool
    heading: bool = False


def lines_of_text(text: str) -> tuple[Line, ...]:
    """The lines that are not blank; one after a blank line stands apart.

    Raises DraftUnreadable (empty, too-large).
    """
    if len(text) > LARGEST:
        raise DraftUnreadable(reason="too-large")
    return _required(_apart_after_blanks(without_controls(text).split("\n")))


def lines_of_word_file(data: bytes) -> tuple[Line, ...]:
    """The paragraphs of a DOCX with the numbers that Word gives them. Raises DraftUnreadable."""
    return _required(line for paragraph in read_word_file(data) for line in _lines(paragraph))


def without_controls(text: str) -> str:
    """The text without characters that no document can hold; every kind of line end becomes "\\n"."""
    return _CONTROL.sub("", re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text))


def _apart_after_blanks(lines: Iterable[str]) -> Iterator[Line]:
    apart = True
    for line in lines:
        if line.strip():
            yield Line(line.strip(), apart)
        apart = not line.strip()


def _lines(paragraph: WordParagraph) -> Iterator[Line]:
    for index, text in enumerate(without_controls(paragraph.text).split("\n")):
        if text.strip():
            yield Line(text.strip(), index == 0, paragraph.heading)


def _required(lines: Iterable[Line]) -> tuple[Line, ...]:
    found = tuple(lines)
    if not found:
        raise DraftUnreadable(reason="empty")
    return found
