"""Where the service's CPU work runs, so that the event loop never waits for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from qa_service.errors import TooBusy

Result = TypeVar("Result")

LONGEST_QUEUE = 64
"""Calls that may wait for a thread: about a second of work; longer waits help nobody."""


class Workers:
    """A fixed number of threads with a bounded queue before them."""

    def __init__(self, threads: int, longest_queue: int = LONGEST_QUEUE) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="service")
        self._room = threads + longest_queue
        self._counting = Lock()
        self.taken = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        """The result of `work`, done in a thread.

        Raises TooBusy at once where the queue is full. Where the caller is cancelled, work that waits is
        dropped; work that has begun is finished, and its place is given back only then.
        """
        self._take()
        job = self._pool.submit(work)
        job.add_done_callback(self._give_back)
        return await asyncio.wrap_future(job)

    def _take(self) -> None:
        with self._counting:
            if self.taken >= self._room:
                raise TooBusy(waiting=self.taken)
            self.taken += 1

    def _give_back(self, _: object) -> None:
        with self._counting:
            self.taken -= 1

    def close(self) -> None:
        """Lets running work end and drops what waits."""
        self._pool.shutdown(wait=False, cancel_futures=True)
