"""A draft: sentences with their mentions, and the places that its footnotes cite."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Sentence
from qa_service.citing.marks import marks_in
from qa_service.document.records import Document
from qa_service.docx_reading import LARGEST, DraftParagraph, read_draft
from qa_service.errors import DraftUnreadable
from qa_service.language.detection import detect
from qa_service.language.sentences import sentence_spans

_ARCHIVES = (b"PK", b"\xd0\xcf\x11\xe0")
_LETTERS = re.compile(r"[^\W\d_]")
_MARK = re.compile(r"\[[\w-]+(?:\.[\w-]+)+@[0-9a-f]{12}\]")
_CELL = re.compile(r"\.c\d+$")


@dataclass(frozen=True, slots=True)
class Draft:
    """The sentences of a text in their order."""

    sentences: tuple[Sentence, ...]


def read_file(data: bytes, titles: Sequence[str]) -> Draft:
    """The draft in a DOCX or in text in UTF-8; `titles` begin the citations that it may hold.

    Raises DraftUnreadable as `read_draft`, and with reason not-text for what is neither.
    """
    return _draft(_paragraphs(data), titles)


def paragraphs_of(data: bytes) -> Iterator[str]:
    """The paragraphs and the notes of a DOCX, or the lines of a text. Raises as `read_file`."""
    for paragraph in _paragraphs(data):
        yield paragraph.text
        yield from (note for _, note in paragraph.notes)


def _paragraphs(data: bytes) -> Sequence[DraftParagraph]:
    if data.startswith(_ARCHIVES):
        return read_draft(data)
    if not data.strip():
        raise DraftUnreadable(reason="empty")
    if len(data) > LARGEST:
        raise DraftUnreadable(reason="too-large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftUnreadable(reason="not-text") from error
    return [DraftParagraph(line) for line in text.splitlines()]


def titles_of(documents: Iterable[Document]) -> tuple[str, ...]:
    """How citations of the documents begin."""
    return tuple(
        title
        for document in documents
        for titles in (document.titles, document.short_titles)
        for title in titles.values()
    )


def _draft(paragraphs: Sequence[DraftParagraph], titles: Sequence[str]) -> Draft:
    pieces = _with_loose_notes([_piece(each, titles) for each in paragraphs])
    if not any(piece.text.strip() for piece in pieces):
        raise DraftUnreadable(reason="empty")
    return Draft(tuple(one for piece in pieces for one in _sentences(piece)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph with its citations blanked out; `cited` are (offset, passage id)."""

    text: str
    cited: tuple[tuple[int, str], ...]


def _piece(paragraph: DraftParagraph, titles: Sequence[str]) -> _Piece:
    text = paragraph.text
    cited = [(start, _cited_passage(mark.id)) for start, mark in marks_in(text)]
    cited += [(at, _cited_passage(mark.id)) for at, note in paragraph.notes for _, mark in marks_in(note)]
    for mark in reversed(list(_MARK.finditer(text))):
        start = _citation_start(text, mark.start(), titles)
        text = text[:start] + " " * (mark.end() - start) + text[mark.end() :]
    return _Piece(text, tuple(sorted(cited)))


def _cited_passage(marked: str) -> str:
    """The passage that a mark names: a row for its cells."""
    return _CELL.sub("", marked)


def _citation_start(text: str, end: int, titles: Sequence[str]) -> int:
    """Where the printed citation begins that ends in a mark: at the last title before it."""
    starts = [at for title in titles if title and (at := text.rfind(title, 0, end)) >= 0]
    start = max(starts, default=end)
    return start - 1 if text[start - 1 : start] == "(" else start


def _with_loose_notes(pieces: Sequence[_Piece]) -> list[_Piece]:
    """A paragraph that is nothing but citations is a note to the paragraph before it."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and piece.cited and not _LETTERS.search(piece.text):
            before = joined.pop()
            notes = ((len(before.text), passage) for _, passage in piece.cited)
            piece = replace(before, cited=(*before.cited, *notes))
        joined.append(piece)
    return joined


def _sentences(piece: _Piece) -> Iterator[Sentence]:
    spans = sentence_spans(piece.text)
    language = detect(piece.text)
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else len(piece.text) + 1
        cited = frozenset(passage for at, passage in piece.cited if start < at <= following)
        yield read_sentence(piece.text[start:end], language, cited)
