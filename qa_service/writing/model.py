"""The one adapter of the `openai` package: a chat model behind any server that speaks its protocol."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread

import httpx2
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    InternalServerError,
    Omit,
    OpenAI,
    OpenAIError,
    RateLimitError,
    Stream,
    omit,
)
from openai.types.chat import (
    ChatCompletionChunk,
    ChatCompletionSystemMessageParam,
    ChatCompletionUserMessageParam,
)

from qa_service.writing.records import Failure

MOST_CHARACTERS = 8_000
"""Of a reply; a model that goes on after so many is not answering."""
MOST_BYTES = 4_000_000
"""Of a body, whatever it holds: each token comes in a few hundred bytes."""
NO_KEY = "none"
"""Sent where no key is set: the package insists on one, local servers ask for none."""
_END = ""
"""Put after the last piece; no piece is blank."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told: the task, and the data that it is done on."""

    system: str
    user: str


class ModelFailed(Exception):
    """The model was not heard to its end."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


def load_model(url: str, name: str, key: str, seconds: float) -> "Model | None":
    """The model of this name on a server, which is not asked yet; none for an empty address."""
    return Model(url, name, key, seconds) if url else None


class Model:
    """A chat model; every call reads its stream in a thread of its own, so none waits past its time.

    `seconds` is what a call may take as a whole.
    """

    def __init__(self, url: str, name: str, key: str, seconds: float) -> None:
        self.name = name
        self.seconds = seconds
        # A redirect would carry the question to a host that nobody chose.
        http = httpx2.Client(
            follow_redirects=False, timeout=seconds, event_hooks={"response": [self._bounded]}
        )
        self._client = OpenAI(base_url=url, api_key=key or NO_KEY, max_retries=0, http_client=http)

    def pieces(self, prompt: Prompt) -> Iterator[str]:
        """The reply as it comes. Raises ModelFailed, at the latest when the time is up."""
        heard: SimpleQueue[str | Failure] = SimpleQueue()
        gone = Event()
        until = time.monotonic() + self.seconds
        # A daemon: a process that ends does not wait for a server that says nothing.
        Thread(target=self._listen, args=(prompt, heard, gone), daemon=True, name="model").start()
        try:
            while piece := _next(heard, until):
                yield piece
        finally:
            gone.set()

    def _listen(self, prompt: Prompt, heard: "SimpleQueue[str | Failure]", gone: Event) -> None:
        """Puts every piece, then the failure or the end; a fault of another kind counts as a failure."""
        last: str | Failure = Failure.BROKEN
        try:
            for piece in self._streamed(prompt):
                heard.put(piece)
                if gone.is_set():
                    return
            last = _END
        except ModelFailed as failed:
            last = failed.failure
        except (OpenAIError, httpx2.HTTPError, httpx2.StreamError, ValueError) as fault:
            last = failure_of(fault)
        finally:
            heard.put(last)

    def _streamed(self, prompt: Prompt) -> Iterator[str]:
        """Raises ModelFailed where the reply does not end of its own accord, and what the package raises."""
        length, finish = 0, None
        with self._opened(prompt) as stream:
            for chunk in stream:
                text, finish = _read(chunk, finish)
                length += len(text)
                if length > MOST_CHARACTERS:
                    raise ModelFailed(Failure.CUT_SHORT)
                if text:
                    yield text
        if finish != "stop":
            raise ModelFailed(Failure.CUT_SHORT if finish else Failure.BROKEN)

    def _opened(self, prompt: Prompt) -> Stream[ChatCompletionChunk]:
        """The stream of a reply. Some models take no temperature; they are asked again without one."""
        try:
            return self._asked(prompt, 0)
        except BadRequestError:
            return self._asked(prompt, omit)

    def _asked(self, prompt: Prompt, temperature: float | Omit) -> Stream[ChatCompletionChunk]:
        return self._client.chat.completions.create(
            model=self.name,
            messages=(
                ChatCompletionSystemMessageParam(role="system", content=prompt.system),
                ChatCompletionUserMessageParam(role="user", content=prompt.user),
            ),
            stream=True,
            temperature=temperature,
        )

    def _bounded(self, response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise httpx2.DecodingError("packed replies are not read")
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Bounded(response.stream, time.monotonic() + self.seconds)


class _Bounded(httpx2.SyncByteStream):
    """A body that ends in an error when it grows too large or takes too long, even byte by byte."""

    def __init__(self, stream: httpx2.SyncByteStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if size > MOST_BYTES:
                raise httpx2.ReadError("the reply is too large")
            if time.monotonic() > self._until:
                raise httpx2.ReadTimeout("the reply takes too long")
            yield chunk

    def close(self) -> None:
        self._stream.close()


def failure_of(fault: Exception) -> Failure:
    """What a fault of the package, of the connection or of the data means for the service."""
    kinds: Sequence[tuple[type[Exception], Failure]] = (
        (APITimeoutError, Failure.SLOW),
        (APIConnectionError, Failure.UNREACHABLE),
        (RateLimitError, Failure.OVERLOADED),
        (InternalServerError, Failure.BROKEN),
        (APIStatusError, Failure.REFUSED),
    )
    return next((failure for kind, failure in kinds if isinstance(fault, kind)), Failure.BROKEN)


def _next(heard: "SimpleQueue[str | Failure]", until: float) -> str:
    try:
        piece = heard.get(timeout=max(0.0, until - time.monotonic()))
    except Empty:
        raise ModelFailed(Failure.SLOW) from None
    if isinstance(piece, Failure):
        raise ModelFailed(piece)
    return piece


def _read(chunk: object, finish: str | None) -> tuple[str, str | None]:
    """The text of a chunk and why the reply ended, if it did; the package checks the shape of neither."""
    choices = getattr(chunk, "choices", None)
    first = choices[0] if isinstance(choices, list) and choices else None
    text = getattr(getattr(first, "delta", None), "content", None)
    ended = getattr(first, "finish_reason", None)
    return (text if isinstance(text, str) else "", ended if isinstance(ended, str) else finish)
