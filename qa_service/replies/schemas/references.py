"""What the documents refer to."""

from typing import Literal

from pydantic import Field

from qa_service.replies.schemas.base import Highlights, Language, Lines, Reply

ReferenceKind = Literal["article", "observation", "act", "law", "code-article"]


class ReferencePlace(Reply):
    """A passage of the official edition that names it, or without highlights one of a section about it."""

    passage: str = Field(description="The id of the passage.")
    lines: Lines
    highlights: Highlights


class ReferenceEntry(Reply):
    """An article of the Convention, a paragraph of the observations, an act, a law by its title, or an
    article of a code; a code as a whole has no number."""

    kind: ReferenceKind
    label: str = Field(description="What it is called, in `language` of the reply.")
    number: str | None = Field(description="Of the article, paragraph or act, such as 501-V.")
    code: str | None = Field(description="Names a code, such as criminal, in every language.")
    date: str | None = Field(description="ISO 8601, of an act whose full date is told.")
    places: list[ReferencePlace]


class ReferencesReply(Reply):
    """Everything that the documents refer to, with all its places in the order of the text."""

    language: Language
    references: list[ReferenceEntry]
