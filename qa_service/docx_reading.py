"""Word files that people send: their paragraphs and footnotes, read without running or fetching anything.

A DOCX is a ZIP archive of XML parts (ECMA-376); its list of content types names the parts. Nothing but
text is read, entities and document types are refused, and every limit is checked before unpacking.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError, XMLParser
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from qa_service.docx_text import NoteKey, ParagraphTarget, RawParagraph, TypesTarget
from qa_service.errors import DraftUnreadable

LARGEST = 20 * 2**20
"""Bytes of a file."""
LARGEST_UNPACKED = 100 * 2**20
"""Bytes of all its parts together, as the archive announces them; no more than that is ever unpacked."""
LARGEST_TEXT = 30 * 2**20
"""Bytes of one part that is read."""
MOST_PARTS = 5_000

_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file starts: what Word wraps an encrypted DOCX in, and also the old .doc."""
_ENCRYPTED_FLAG = 0x1
_PIECE = 2**16
_DAMAGE = (BadZipFile, ParseError, zlib.error, EOFError, NotImplementedError, ValueError, LookupError)
"""What the standard library raises for archives and XML that contradict themselves."""
_TYPES = "[Content_Types].xml"
_MAIN = "wordprocessingml.document.main+xml"
_NOTES = ("wordprocessingml.footnotes+xml", "wordprocessingml.endnotes+xml")
_MACROS = ("macroEnabled", "vbaProject")


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of the body; `notes` are (offset into `text`, text) of its foot- and endnotes."""

    text: str
    notes: tuple[tuple[int, str], ...] = ()


def read_draft(data: bytes) -> tuple[DraftParagraph, ...]:
    """The paragraphs with their notes, blank ones too, in the order of the text.

    Text in tables and text boxes counts, deleted text of tracked changes does not; numbers that Word
    writes by itself are no text. Raises DraftUnreadable with the reason empty, too-large, encrypted,
    not-docx, unpacks-too-large, macros or damaged.
    """
    _require_size(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _require_harmless(archive)
            return tuple(_joined(archive))
    except _DAMAGE as error:
        raise DraftUnreadable(reason="damaged") from error


def _require_size(data: bytes) -> None:
    if not data:
        raise DraftUnreadable(reason="empty")
    if len(data) > LARGEST:
        raise DraftUnreadable(reason="too-large")
    if data.startswith(_ENCRYPTED):
        raise DraftUnreadable(reason="encrypted")
    if not data.startswith(b"PK"):
        raise DraftUnreadable(reason="not-docx")


def _require_harmless(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise DraftUnreadable(reason="unpacks-too-large")
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise DraftUnreadable(reason="encrypted")
    if _TYPES not in archive.namelist():
        raise DraftUnreadable(reason="not-docx")
    # Other methods unpack without a bound on what one step yields.
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise DraftUnreadable(reason="damaged")


def _joined(archive: ZipFile) -> Iterator[DraftParagraph]:
    types = _content_types(archive)
    notes: dict[NoteKey, list[str]] = {}
    for paragraph in _paragraphs(archive, types, _NOTES):
        if paragraph.note:
            notes.setdefault(paragraph.note, []).append(paragraph.text)
    for paragraph in _paragraphs(archive, types, (_MAIN,)):
        told = ((offset, " ".join(notes.get(key, ())).strip()) for offset, key in paragraph.references)
        yield DraftParagraph(paragraph.text, tuple((offset, note) for offset, note in told if note))


def _content_types(archive: ZipFile) -> list[tuple[str, str]]:
    """(content type, part) of a Word document without macros."""
    types: list[tuple[str, str]] = _parsed(archive, _TYPES, TypesTarget())
    names = [*(kind for kind, _ in types), *archive.namelist()]
    if any(mark in name for name in names for mark in _MACROS):
        raise DraftUnreadable(reason="macros")
    if not any(kind.endswith(_MAIN) for kind, _ in types):
        raise DraftUnreadable(reason="not-docx")
    return types


def _paragraphs(
    archive: ZipFile, types: Sequence[tuple[str, str]], wanted: tuple[str, ...]
) -> Iterator[RawParagraph]:
    for kind, part in types:
        if kind.endswith(wanted):
            found: list[RawParagraph] = _parsed(archive, part, ParagraphTarget())
            yield from found


def _parsed(archive: ZipFile, part: str, target: ParagraphTarget | TypesTarget) -> Any:
    """What the target made of the part. DraftUnreadable when the part is missing or too large."""
    if part not in archive.namelist():
        raise DraftUnreadable(reason="damaged")
    if archive.getinfo(part).file_size > LARGEST_TEXT:
        raise DraftUnreadable(reason="unpacks-too-large")
    parser = XMLParser(target=target)
    with archive.open(part) as opened:
        while piece := opened.read(_PIECE):
            parser.feed(piece)
    return parser.close()
