"""What every edge calls: the service that answers now, and the threads that work for it."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from threading import Event
from typing import TypeVar

from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.service import Service

Result = TypeVar("Result")

WAITING = 4
"""Threads for work that waits for another server, unless told otherwise: they take no core."""


class Host:
    """Serves calls from one event loop: each works in a thread, with one service from start to end."""

    def __init__(self, supplier: Supplier, workers: Workers, waiting: Workers | None = None) -> None:
        self._supplier = supplier
        self._workers = workers
        # What waits for another server has threads of its own, or all workers might wait for a slow one.
        self._waiting = waiting or Workers(WAITING, longest_queue=0)

    @property
    def service(self) -> Service:
        """The service that answers now. Raises IndexMissing while there is none."""
        return self._supplier.service

    @property
    def taken(self) -> int:
        """Calls that are worked on or wait for a thread."""
        return self._workers.taken

    async def run(self, work: Callable[[Service], Result]) -> Result:
        """What `work` makes in a worker thread. Raises IndexMissing, TooBusy and what `work` raises."""
        service = self.service
        return await self.aside(lambda: work(service))

    async def aside(self, work: Callable[[], Result]) -> Result:
        """What `work`, which needs no service, makes in a worker thread. Raises TooBusy."""
        return await self._workers.run(work)

    async def wait_for(self, work: Callable[[], Result]) -> Result:
        """What `work`, which waits for another server, makes in a thread for such. Raises TooBusy."""
        return await self._waiting.run(work)

    async def stream(self, work: Callable[[], Iterable[Result]]) -> AsyncGenerator[Result, None]:
        """Each item of such work as soon as it is there. Raises TooBusy.

        Closed before its end, it lets the work go on to its next item and no further.
        """
        loop, items, gone = asyncio.get_running_loop(), asyncio.Queue[Result | None](), Event()

        def pump() -> None:
            for item in work():
                if gone.is_set():
                    return
                loop.call_soon_threadsafe(items.put_nowait, item)

        job = asyncio.ensure_future(self._waiting.run(pump))
        job.add_done_callback(lambda _: items.put_nowait(None))
        try:
            while (item := await items.get()) is not None:
                yield item
            await job
        finally:
            gone.set()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Takes over new snapshots while it lasts; afterwards nothing runs any more."""
        watch = asyncio.create_task(self._supplier.watch())
        try:
            yield
        finally:
            watch.cancel()
            self._workers.close()
            self._waiting.close()
