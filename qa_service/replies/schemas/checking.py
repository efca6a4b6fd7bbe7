"""The figure check."""

from typing import Annotated

from pydantic import Field

from qa_service.checking.records import Kind, Verdict
from qa_service.replies.schemas.base import Highlights, Language, Lines, Reply, Span, Took
from qa_service.replies.schemas.passages import Passage
from qa_service.replies.schemas.requests import Request, whole_characters


class DraftText(Request):
    """A draft as plain text."""

    text: Annotated[str, whole_characters, Field(description="A paragraph on each line.")]


class CheckCounts(Reply):
    """How many findings there are of each verdict."""

    same: int
    differs: int
    not_found: int


class CheckPlace(Reply):
    """Where the report says it; `row` and `column` name a cell, `lines` count in the official text."""

    passage: Passage
    highlights: Highlights
    lines: Lines
    row: str | None
    column: str | None


class CheckFinding(Reply):
    """One figure, date, law number or article number of the draft."""

    kind: Kind
    written: str = Field(description="As the draft writes it.")
    sentence: str
    span: Span = Field(description="`[start, end]` character offsets into `sentence`.")
    language: Language
    unit: str | None
    years: list[int] = Field(description="The years that it is said of.")
    verdict: Verdict
    reported: str | None = Field(description="What the report has at `place`, as printed.")
    place: CheckPlace | None
    cited: bool = Field(description="Whether a footnote of the draft names this place.")


class CheckReply(Reply):
    """The findings in the order of the draft."""

    counts: CheckCounts
    findings: list[CheckFinding]
    took_ms: Took
