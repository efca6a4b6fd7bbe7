"""A chat completion in pieces, as OpenAI's clients read a stream."""

from typing import Literal

from qa_service.replies.schemas.base import Reply
from qa_service.replies.schemas.chat import Evidence, Head, Usage


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
