"""What is suggested while somebody types."""

from pydantic import Field

from qa_service.replies.schemas.base import Language, Reply, Took
from qa_service.suggestions.records import Kind


class Suggested(Reply):
    """Something that can be asked or looked up. A question is none of the documents' text."""

    kind: Kind
    text: str = Field(description="What to show.")
    query: str = Field(description="What to ask or to look up.")
    passage: str | None = Field(description="The id of the place itself: of a heading or a table.")
    table: int | None


class SuggestionsReply(Reply):
    """What fits, best first."""

    text: str
    language: Language
    suggestions: list[Suggested]
    took_ms: Took
