"""Conversations as OpenAI's clients send them; what they send besides is passed over."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr

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
