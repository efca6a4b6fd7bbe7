"""One answer as a chat completion, whole or in pieces."""

import secrets
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Literal

from qa_service.replies import chat, sources
from qa_service.replies.schemas import AskReply
from qa_service.replies.schemas import chat as schemas
from qa_service.replies.schemas import chat_stream as streamed
from qa_service.replies.schemas.base import Reply

DONE = b"data: [DONE]\n\n"


@dataclass(frozen=True, slots=True)
class Completing:
    """An answer that is about to be told: `body` writes it, and `read` counts the words of the
    conversation."""

    model: str
    reply: AskReply
    body: chat.Body
    listing: sources.Listing
    read: int
    id: str = field(default_factory=lambda: f"chatcmpl-{secrets.token_hex(12)}")
    created: int = field(default_factory=lambda: int(time.time()))

    async def whole(self) -> schemas.Completion:
        """The reply, once all of it is there."""
        async with aclosing(self._pieces()) as pieces:
            content = "".join([piece async for piece in pieces])
        backing = sources.evidence(self.reply, content, self.listing)
        said = schemas.AssistantMessage(content=content, **dict(backing))
        return schemas.Completion(
            **self._head(),
            choices=[schemas.Choice(message=said)],
            usage=self._usage(content),
            citations=_addresses(backing),
        )

    async def stream(self, with_usage: bool) -> AsyncGenerator[bytes, None]:
        """Server-sent events: the pieces as they come, what they stand on, the end."""
        content = ""
        yield self._event(streamed.Opening())
        async with aclosing(self._pieces()) as pieces:
            async for piece in pieces:
                content += piece
                yield self._event(streamed.Piece(content=piece))
        yield self._backing(content)
        yield self._event(streamed.Closing(), "stop")
        if with_usage:
            yield _event(streamed.UsageChunk(**self._head(), choices=[], usage=self._usage(content)))
        yield DONE

    def _pieces(self) -> AsyncGenerator[str, None]:
        return chat.message(self.reply, self.body, self.listing)

    def _event(self, delta: streamed.Delta, finish: Literal["stop"] | None = None) -> bytes:
        choice = streamed.ChunkChoice(delta=delta, finish_reason=finish)
        return _event(streamed.Chunk(**self._head(), choices=[choice]))

    def _backing(self, content: str) -> bytes:
        """A piece of its own and without content: some clients read either sources or text of a piece."""
        backing = sources.evidence(self.reply, content, self.listing)
        choice = streamed.ChunkChoice(delta=streamed.Backing(**dict(backing)))
        addresses = _addresses(backing)
        return _event(streamed.BackingChunk(**self._head(), choices=[choice], citations=addresses))

    def _head(self) -> dict[str, Any]:
        return {"id": self.id, "created": self.created, "model": self.model}

    def _usage(self, content: str) -> schemas.Usage:
        written = len(content.split())
        return schemas.Usage(
            prompt_tokens=self.read, completion_tokens=written, total_tokens=self.read + written
        )


def _addresses(backing: schemas.Evidence) -> list[str]:
    return [one.address for one in backing.citations]


def _event(chunk: Reply) -> bytes:
    return b"data: " + chunk.to_json() + b"\n\n"
