"""Issue sheets and the changes that a drafter makes to them."""

from typing import Annotated

from pydantic import ConfigDict, Field, StrictInt

from qa_service.answering.records import Doubt
from qa_service.replies.schemas.base import Highlights, Language, Lines, Reply
from qa_service.replies.schemas.requests import Request, whole_characters

LONGEST_REPLY = 200_000
Numbers = Annotated[list[StrictInt], Field(max_length=100, description="Numbers of evidence of the issue.")]


class Evidence(Reply):
    """A passage, a table's rows or a figure that speaks to an issue."""

    model_config = ConfigDict(from_attributes=True)

    number: int = Field(description="Names it within its issue and never changes.")
    kind: str = Field(description="passage, table or figure.")
    choice: str = Field(description="offered, pinned or dropped.")
    supports: bool = Field(description="False for what is only nearest and no answer.")
    passage: str = Field(description="The id of the passage that it is from.")
    language: Language
    text: str
    original: str = Field(description="The official text, where `text` is a working translation.")
    lines: Lines
    path: list[str]
    highlights: Highlights
    table: int | None
    grid: list[list[str]] = Field(description="Cells of a table, its header first.")
    place: str = Field(description="Row and column of a figure, or a table's title.")
    doubts: list[Doubt] = Field(default=[], description="Those of a figure; see Figure.")
    citations: dict[str, str] = Field(description="The footnote by language.")


class IssueEntry(Reply):
    """An issue or a sub-question with what was found to it and the drafter's reply."""

    key: str = Field(description="Names it within the sheet, such as 12a.")
    number: str
    letter: str
    heading: str
    lead: str = Field(description="What stands in the paragraph before its first sub-question.")
    text: str
    status: str | None = Field(description="covered, partly, nothing-found; null until it was looked at.")
    reply: str
    words: int = Field(description="Words of the reply.")
    evidence: list[Evidence]


class Counted(Reply):
    """How much there is, and how much there may or will be."""

    done: int
    total: int


class SheetReply(Reply):
    """A sheet with the work on it."""

    id: str
    language: Language
    created: str
    stage: str = Field(description="waiting, running, done, cancelled or failed.")
    failure: str = Field(description="The kind of problem that ended the work; blank for none.")
    progress: Counted = Field(description="Issues.")
    words: Counted = Field(description="Words of all replies, and the limit.")
    issues: list[IssueEntry]


class SheetText(Request):
    """A list of issues as plain text."""

    text: Annotated[str, whole_characters, Field(description="Numbered paragraphs, lettered sub-questions.")]


class SheetEdit(Request):
    """A change to one issue; what is left out stays as it is."""

    issue: str = Field(max_length=50, description="Its `key`.")
    pin: Numbers = Field(default_factory=list)
    drop: Numbers = Field(default_factory=list)
    offer: Numbers = Field(default_factory=list, description="Neither pinned nor dropped any longer.")
    order: Numbers = Field(default_factory=list, description="These come first, in this order.")
    reply: Annotated[str, whole_characters, Field(max_length=LONGEST_REPLY)] | None = None


class SheetEdits(Request):
    """Changes that are made all together or not at all."""

    edits: list[SheetEdit] = Field(max_length=1000)
