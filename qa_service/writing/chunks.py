"""What a model's server sends, within bounds: no reply is longer, larger or slower than an answer can be."""

import time
from collections.abc import Iterable, Iterator

import httpx2

from qa_service.writing.protocol import ModelFailed
from qa_service.writing.records import Failure

MOST_CHARACTERS = 40_000
"""Of a reply with all that a model thinks aloud; one that goes on after so many is not answering."""
MOST_BYTES = 4_000_000
"""Of a body, whatever it holds: each token comes in a few hundred bytes."""


def texts(chunks: Iterable[object]) -> Iterator[str]:
    """The text of a stream, piece by piece. Raises ModelFailed where it does not end of its own accord."""
    length, finish = 0, None
    for chunk in chunks:
        text, finish = _read(chunk, finish)
        length += len(text)
        if length > MOST_CHARACTERS:
            raise ModelFailed(Failure.CUT_SHORT)
        if text:
            yield text
    if finish != "stop":
        raise ModelFailed(Failure.CUT_SHORT if finish else Failure.BROKEN)


def _read(chunk: object, finish: str | None) -> tuple[str, str | None]:
    """The text of a chunk and why the reply ended, if it did; the package checks the shape of neither."""
    choices = getattr(chunk, "choices", None)
    first = choices[0] if isinstance(choices, list) and choices else None
    text = getattr(getattr(first, "delta", None), "content", None)
    ended = getattr(first, "finish_reason", None)
    return (text if isinstance(text, str) else "", ended if isinstance(ended, str) else finish)


def bounded(response: httpx2.Response, seconds: float) -> None:
    """Sees to it that the body of a response ends: in an error when it grows too large or goes on for longer
    than `seconds`. Of a packed body, which nobody asked for and which may unpack to anything, none is read.
    """
    is_packed = response.headers.get("content-encoding", "identity") != "identity"
    if isinstance(response.stream, httpx2.SyncByteStream):
        most = 0 if is_packed else MOST_BYTES
        response.stream = _Bounded(response.stream, most, time.monotonic() + seconds)


class _Bounded(httpx2.SyncByteStream):
    """A body that ends in an error when it grows too large or takes too long, even byte by byte."""

    def __init__(self, stream: httpx2.SyncByteStream, most: int, until: float) -> None:
        self._stream = stream
        self._most = most
        self._until = until

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if size > self._most:
                raise httpx2.ReadError("the reply is too large")
            if time.monotonic() > self._until:
                raise httpx2.ReadTimeout("the reply takes too long")
            yield chunk

    def close(self) -> None:
        self._stream.close()
