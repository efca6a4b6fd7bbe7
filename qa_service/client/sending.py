"""Sends calls: the loop over attempts, once waiting in the thread and once in the event loop."""

import asyncio
import time
from itertools import count
from typing import Any, Generic, Self, TypeVar

import httpx

from qa_service import __version__
from qa_service.client.call import Call
from qa_service.client.retries import Outcome, Retries

Result = TypeVar("Result")
Http = TypeVar("Http", httpx.Client, httpx.AsyncClient)
TIMEOUT = 30.0


class _Connected(Generic[Http]):
    """What both senders are made with."""

    _kind: type[Http]

    def __init__(
        self,
        base: str,
        key: str | None = None,
        *,
        language: str | None = None,
        timeout: float = TIMEOUT,
        retries: Retries = Retries(),  # noqa: B008 - frozen
    ) -> None:
        """`base` is the address of the service; `key` an API key; `language` (kk, ru, en) that of problems
        which no text of the call tells; `timeout` the seconds that each step of one attempt may take."""
        # Redirects are not followed: they could carry the key away.
        self._http: Http = self._kind(
            base_url=base, headers=_headers(key, language), timeout=timeout, follow_redirects=False
        )
        self._retries = retries


def _headers(key: str | None, language: str | None) -> dict[str, str]:
    headers = {"User-Agent": f"qa-service-client/{__version__}", "Accept": "*/*"}
    headers |= {"Authorization": f"Bearer {key}"} if key else {}
    headers |= {"Accept-Language": language} if language else {}
    return headers


class Sender(_Connected[httpx.Client]):
    """Sends calls from a thread; safe to use from several at once."""

    _kind = httpx.Client

    def send(self, call: Call[Result]) -> Result:
        """What came of a call. Raises ClientError."""
        for attempt in count(1):
            outcome = self._attempt(call)
            pause = self._retries.pause(outcome, attempt, call.repeatable)
            if pause is None:
                break
            time.sleep(pause)
        return call.result(outcome)

    def _attempt(self, call: Call[Any]) -> Outcome:
        try:
            return self._http.send(call.request(self._http))
        except httpx.RequestError as fault:
            return fault

    def close(self) -> None:
        """Closes the connections; a `with` block does so at its end."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncSender(_Connected[httpx.AsyncClient]):
    """Sends calls from one event loop."""

    _kind = httpx.AsyncClient

    async def send(self, call: Call[Result]) -> Result:
        """What came of a call. Raises ClientError."""
        for attempt in count(1):
            outcome = await self._attempt(call)
            pause = self._retries.pause(outcome, attempt, call.repeatable)
            if pause is None:
                break
            await asyncio.sleep(pause)
        return call.result(outcome)

    async def _attempt(self, call: Call[Any]) -> Outcome:
        try:
            return await self._http.send(call.request(self._http))
        except httpx.RequestError as fault:
            return fault

    async def close(self) -> None:
        """Closes the connections; an `async with` block does so at its end."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
