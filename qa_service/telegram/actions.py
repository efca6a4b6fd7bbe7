"""What a button asks for."""

from dataclasses import dataclass

from qa_service.citing.citation import Form

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ShowPassage:
    """A passage with its citation; `moves` puts it in the place of the message with the button."""

    passage: str
    form: Form = "footnote"
    highlights: Spans = ()
    moves: bool = False


@dataclass(frozen=True, slots=True)
class ShowPlaces:
    """A page of the places that a reference names, from 0."""

    reference: str
    page: int


@dataclass(frozen=True, slots=True)
class ShowHits:
    """A page of what was found for a query, from 0."""

    query: str
    page: int


@dataclass(frozen=True, slots=True)
class ShowTables:
    """A page of the list of tables, from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class ShowTable:
    """A table as text."""

    number: int
    language: str


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """A table as a picture, with a cell marked (its id, or "")."""

    number: int
    language: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class SendFile:
    """A table as a spreadsheet."""

    number: int
    language: str


@dataclass(frozen=True, slots=True)
class ShowChapter:
    """The sections of a chapter, both numbered from 0 in the outline."""

    document: int
    chapter: int


Action = ShowPassage | ShowPlaces | ShowHits | ShowTables | ShowTable | ShowPicture | SendFile | ShowChapter
