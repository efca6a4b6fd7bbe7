"""What readers say of answers."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from qa_service.feedback.records import Verdict
from qa_service.replies.schemas.base import Reply
from qa_service.replies.schemas.requests import Request, Text, whole_characters

Identifier = Annotated[str, whole_characters, Field(max_length=200)]


class JudgedFigure(BaseModel):
    """The figure of a reply, whole or in part; more than these fields is not read."""

    model_config = ConfigDict(extra="ignore")

    value: Annotated[str, whole_characters, Field(max_length=200)]
    cell: Identifier | None = None


class Feedback(Request):
    """A verdict on a reply to a question. A refusal is right where the documents have no answer."""

    question: Text
    language: Literal["kk", "ru", "en", "other"] = Field(description="`language` of the reply.")
    verdict: Verdict
    remark: Annotated[str, whole_characters, Field(max_length=2_000)] = ""
    answered: StrictBool
    answer: Annotated[str, whole_characters, Field(max_length=20_000)] | None = Field(
        None, description="`answer.text` of the reply."
    )
    figure: JudgedFigure | None = Field(None, description="`figure` of the reply.")
    passages: list[Identifier] = Field([], max_length=50, description="The ids of what was cited.")


class FeedbackKept(Reply):
    """The judgement was kept."""

    id: int


class JudgementEntry(Reply):
    """A judgement as it was sent. Show its texts as text: anybody may have written them."""

    id: int
    created: str = Field(description="ISO 8601, UTC.")
    question: str
    language: str
    verdict: Verdict
    remark: str
    answered: bool
    answer: str | None
    figure: str | None
    cell: str | None
    passages: list[str]


class FeedbackReply(Reply):
    """Judgements, the oldest first; `next` is the id to ask for those after them."""

    judgements: list[JudgementEntry]
    next: int | None
