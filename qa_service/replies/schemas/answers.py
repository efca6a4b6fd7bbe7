"""Replies to a text."""

from pydantic import Field

from qa_service.answering.records import Doubt
from qa_service.replies.schemas.base import Language, Lines, Reply, Took
from qa_service.replies.schemas.passages import Citation, Paired


class Hit(Paired):
    """One found passage."""

    rank: int
    score: float


class SearchReply(Reply):
    """Passages, best first."""

    query: str
    language: Language
    hits: list[Hit]
    took_ms: Took


class Wording(Reply):
    """The words of an answer; `quote` is true where they are verbatim from the source."""

    text: str
    language: Language
    quote: bool
    original: "Wording | None" = Field(description="The same place in the official edition.")


class Figure(Reply):
    """A cell of a table; `value` is as printed."""

    value: str
    number: float | None
    unit: str | None
    table: int
    row: str
    column: str
    lines: Lines
    uncertain: bool = Field(description="True where `doubts` names any.")
    doubts: list[Doubt] = Field(
        default=[],
        description="`unsettled`: the damaged text does not settle the cell; `other-cell`: the question may "
        "have meant another one. A notice says so in words.",
    )
    cell: str | None = Field(description="The id of the cell, which is also an address.")
    citation: dict[str, str] = Field(description="The citation of the cell by language.")
    pair: str | None = Field(
        default=None, description='The whole cell, "208/342", where one of its two figures is asked for.'
    )


class WrittenSentence(Reply):
    """A sentence that a language model wrote and that holds; `citations` count in those of the reply."""

    text: str
    citations: list[int] = Field(description="Numbers of citations, counted from 1.")


class StruckSentence(Reply):
    """A sentence that a language model wrote and that does not hold: not to be shown as an answer."""

    text: str
    reason: str = Field(description="Why it was struck out; docs/writing.md lists the reasons.")


class Written(Reply):
    """What a language model wrote, and what of it holds against the citations."""

    model: str
    sentences: list[WrittenSentence]
    struck: list[StruckSentence]
    failure: str | None = Field(description="Why the model was not heard to its end, if it was not.")


class AskReply(Reply):
    """An answer, or (`answered` is false) a refusal with the nearest passages."""

    question: str
    understood: str = Field(
        description="The question made whole from `history`; the question itself where it stands alone."
    )
    reference: str | None = Field(
        default=None,
        description="What kind of reference the question is, where it is nothing else: `GET /v1/cite` has "
        "all its places.",
    )
    language: Language
    answered: bool
    confidence: float
    answer: Wording
    figure: Figure | None
    figures: list[Figure] = Field(description="Cells of a trend, a comparison or a worked-out figure.")
    table: int | None = Field(
        default=None, description="The table that speaks of it but lacks what was asked, in a refusal."
    )
    citations: list[Citation]
    notices: list[str]
    quoted: Wording | None = Field(
        default=None, description="The answer in the documents' words, where `answer` is written by a model."
    )
    written: Written | None = Field(
        default=None, description="What a model wrote; null where none is set or the question is refused."
    )
    took_ms: Took


class CiteReply(Reply):
    """Every place that names what the reference names, in the order of the report."""

    reference: str
    language: Language
    kind: str | None
    found: int = Field(description="How many places there are, with those that `limit` leaves out.")
    hits: list[Citation]
    message: str | None = Field(description="What is nearest, where the report does not have it.")
