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


def _readable(messages: object) -> object:
    """The conversation with what is read of it: only what the user says, and of earlier messages only texts.

    An image in one of these must not spoil all that is asked after it.
    """
    if not isinstance(messages, list):
        return messages
    last = max((at for at, each in enumerate(messages) if _role(each) == USER), default=-1)
    return [each if at == last else _texts_of(each) for at, each in enumerate(messages)]


def _role(message: object) -> object:
    return message.get("role") if isinstance(message, dict) else None


def _texts_of(message: object) -> object:
    if not isinstance(message, dict):
        return message
    content = message.get("content") if _role(message) == USER else None
    parts = content if isinstance(content, list) else []
    texts = [part for part in parts if isinstance(part, dict) and part.get("type") == "text"]
    return {**message, "content": texts if parts else content}


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
    messages: Annotated[list[ChatMessage], BeforeValidator(_readable)] = Field(
        min_length=1, max_length=MOST_MESSAGES
    )
    stream: StrictBool | None = None
    stream_options: StreamOptions | None = None

    @property
    def wants_usage(self) -> bool:
        """Whether a stream ends with the count of words."""
        return bool(self.stream_options and self.stream_options.include_usage)
