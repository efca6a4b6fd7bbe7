"""The one adapter of the `openai` package: a chat model behind any server that speaks its protocol."""

import time
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread

import httpx2
from openai import APITimeoutError, BadRequestError, Omit, OpenAI, Stream, omit
from openai.types.chat import (
    ChatCompletionChunk,
    ChatCompletionSystemMessageParam,
    ChatCompletionUserMessageParam,
)

from qa_service.writing.chunks import bounded, texts
from qa_service.writing.faults import FAULTS, failed
from qa_service.writing.protocol import ModelFailed, Prompt
from qa_service.writing.records import Failure

NO_KEY = "none"
"""Sent where no key is set: the package insists on one, local servers ask for none."""
_END = ""
"""Put after the last piece; no piece is blank."""


class Model:
    """A chat model; every call reads its stream in a thread of its own, so none waits past its time.

    `seconds` is what a call may take as a whole.
    """

    def __init__(self, url: str, name: str, key: str, seconds: float) -> None:
        self.name = name
        self.seconds = seconds
        # A redirect would carry the question to a host that nobody chose.
        http = httpx2.Client(
            follow_redirects=False,
            timeout=seconds,
            headers={"Accept-Encoding": "identity"},
            # One that a server has closed meanwhile would look like a server that fails.
            limits=httpx2.Limits(max_keepalive_connections=0),
            event_hooks={"response": [lambda response: bounded(response, seconds)]},
        )
        self._client = OpenAI(base_url=url, api_key=key or NO_KEY, max_retries=0, http_client=http)

    def pieces(self, prompt: Prompt) -> Iterator[str]:
        """The reply as it comes. Raises ModelFailed, at the latest when the time is up."""
        heard: SimpleQueue[str | ModelFailed] = SimpleQueue()
        gone = Event()
        until = time.monotonic() + self.seconds
        # A daemon: a process that ends does not wait for a server that says nothing.
        Thread(target=self._listen, args=(prompt, heard, gone), daemon=True, name="model").start()
        try:
            while piece := _next(heard, until):
                yield piece
        finally:
            gone.set()

    def _listen(self, prompt: Prompt, heard: "SimpleQueue[str | ModelFailed]", gone: Event) -> None:
        """Puts every piece, then the failure or the end; a fault of another kind counts as a failure."""
        last: str | ModelFailed = ModelFailed(Failure.BROKEN)
        try:
            for piece in self._streamed(prompt):
                heard.put(piece)
                if gone.is_set():
                    return
            last = _END
        except ModelFailed as failure:
            last = failure
        except FAULTS as fault:
            last = failed(fault)
        finally:
            heard.put(last)

    def _streamed(self, prompt: Prompt) -> Iterator[str]:
        """Raises ModelFailed where a reply that has begun does not end well, and what opening one raises."""
        with self._opened(prompt) as stream:
            try:
                yield from texts(stream)
            except APITimeoutError as fault:
                raise ModelFailed(Failure.SLOW) from fault
            except FAULTS as fault:
                raise ModelFailed(Failure.BROKEN, type(fault).__name__) from fault

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


def _next(heard: "SimpleQueue[str | ModelFailed]", until: float) -> str:
    """Raises ModelFailed, also where pieces wait that the reader had no time for."""
    left = until - time.monotonic()
    try:
        piece = heard.get(timeout=max(0.0, left)) if left > 0 else None
    except Empty:
        piece = None
    if piece is None:
        raise ModelFailed(Failure.SLOW)
    if isinstance(piece, ModelFailed):
        raise piece
    return piece
