"""Chat completions as OpenAI's clients read them; fields of our own are named so."""

from typing import Literal

from pydantic import Field

from qa_service.replies.schemas.answers import Figure
from qa_service.replies.schemas.base import Language, Reply
from qa_service.replies.schemas.passages import Citation


class NumberedCitation(Citation):
    """A citation under the number that the message gives it."""

    number: int
    address: str = Field(description="The permanent page of the passage.")


class AddressCited(Reply):
    """Where a message speaks of an address."""

    url: str
    title: str
    start_index: int
    end_index: int


class Annotation(Reply):
    """A citation as clients of OpenAI's web search read it."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: AddressCited


class Evidence(Reply):
    """What the service adds to a message: fields of our own beside `annotations`."""

    annotations: list[Annotation]
    citations: list[NumberedCitation]
    figures: list[Figure]
    understood: str = Field(description="The question as it was understood from the conversation.")
    answered: bool
    language: Language


class AssistantMessage(Evidence):
    """The answer, in Markdown."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None


class Choice(Reply):
    """The one answer."""

    index: int = 0
    message: AssistantMessage
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Usage(Reply):
    """Words read and written: the service counts no tokens."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Head(Reply):
    """What a reply and each piece of a streamed one begin with."""

    id: str
    created: int
    model: str


class Completion(Head):
    """A whole reply."""

    object: Literal["chat.completion"] = "chat.completion"
    choices: list[Choice]
    usage: Usage
    citations: list[str] = Field(description="The addresses, in the order of their numbers.")


class Model(Reply):
    """What answers."""

    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str


class ModelList(Reply):
    """Everything that answers."""

    object: Literal["list"] = "list"
    data: list[Model]


class OpenAIFault(Reply):
    """What is wrong, as OpenAI's clients read it."""

    message: str
    type: str
    param: str | None
    code: str


class OpenAIProblem(Reply):
    """An error."""

    error: OpenAIFault
