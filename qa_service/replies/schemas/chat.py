"""Chat completions, in the shapes that OpenAI's clients send and read; fields of our own are named so."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr

from qa_service.replies.schemas.answers import Figure
from qa_service.replies.schemas.base import Language, Reply
from qa_service.replies.schemas.passages import Citation
from qa_service.replies.schemas.requests import whole_characters

MOST_MESSAGES = 1_000
USER = "user"
Role = Literal["system", "developer", "user", "assistant", "tool", "function"]
Text = Annotated[StrictStr, whole_characters]


class Tolerant(BaseModel):
    """A body of clients that send more than is used here: further fields are passed over."""

    model_config = ConfigDict(extra="ignore")


class TextPart(Tolerant):
    """A piece of a message; pieces that are no text cannot be read."""

    type: Literal["text"]
    text: Text


def _unread(message: object) -> object:
    """Only what the user says is read; what others say may have any shape."""
    said = isinstance(message, dict) and message.get("role") != USER
    return {**message, "content": None} if said and isinstance(message, dict) else message


def _as_parts(content: object) -> object:
    return [{"type": "text", "text": content}] if isinstance(content, str) else content


class ChatMessage(Tolerant):
    """A message of the conversation; its content may be sent as one text."""

    role: Role
    content: Annotated[list[TextPart] | None, BeforeValidator(_as_parts, str | list[TextPart] | None)] = None

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(part.text for part in self.content or ())


class StreamOptions(Tolerant):
    """How a stream ends."""

    include_usage: StrictBool | None = None


class ChatRequest(Tolerant):
    """A conversation, whose last message of the user is answered."""

    model: StrictStr
    messages: list[Annotated[ChatMessage, BeforeValidator(_unread)]] = Field(
        min_length=1, max_length=MOST_MESSAGES
    )
    stream: StrictBool | None = None
    stream_options: StreamOptions | None = None

    @property
    def wants_usage(self) -> bool:
        """Whether a stream ends with the count of words."""
        return bool(self.stream_options and self.stream_options.include_usage)


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


class Opening(Reply):
    """How a streamed message begins."""

    role: Literal["assistant"] = "assistant"
    content: str = ""


class Piece(Reply):
    """More of the message."""

    content: str


class Backing(Evidence):
    """What the message stands on, once it is written."""

    content: str = ""


class Closing(Reply):
    """Nothing more."""


Delta = Opening | Piece | Backing | Closing


class ChunkChoice(Reply):
    """A piece of the one answer."""

    index: int = 0
    delta: Delta
    finish_reason: Literal["stop"] | None = None


class Chunk(Head):
    """A piece of a streamed reply."""

    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    choices: list[ChunkChoice]


class BackingChunk(Chunk):
    """A piece that also lists the addresses, in the order of their numbers."""

    citations: list[str]


class UsageChunk(Chunk):
    """The last piece, for who asks for it."""

    usage: Usage
