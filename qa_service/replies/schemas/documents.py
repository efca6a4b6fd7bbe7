"""Documents, their editions and their outlines."""

from qa_service.replies.schemas.base import Language, Lines, Reply


class Section(Reply):
    """A heading with what stands under it; `passages` are ids, the heading's own first."""

    title: str
    lines: Lines
    articles: list[str]
    observations: list[str]
    passages: list[str]
    sections: list["Section"]


class EditionSummary(Reply):
    """A document in one language."""

    language: Language
    status: str
    passages: int
    tables: int


class DocumentSummary(Reply):
    """A document with its editions, the official one first."""

    id: str
    titles: dict[str, str]
    short_titles: dict[str, str]
    number: str | None
    date: str | None
    adopted_by: dict[str, str]
    editions: list[EditionSummary]


class DocumentsReply(Reply):
    """Every document of the corpus."""

    documents: list[DocumentSummary]


class EditionOutline(Reply):
    """The tree of chapters and sections of one edition."""

    language: Language
    status: str
    sections: list[Section]


class OutlineReply(Reply):
    """The outlines of a document's editions, the official one first."""

    document: str
    editions: list[EditionOutline]
