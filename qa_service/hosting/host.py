"""What every edge calls: the service that answers now, and the threads that work for it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.service import Service

Result = TypeVar("Result")


class Host:
    """Serves calls from one event loop: each works in a thread, with one service from start to end."""

    def __init__(self, supplier: Supplier, workers: Workers) -> None:
        self._supplier = supplier
        self._workers = workers

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

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Takes over new snapshots while it lasts; afterwards nothing runs any more."""
        watch = asyncio.create_task(self._supplier.watch())
        try:
            yield
        finally:
            watch.cancel()
            self._workers.close()
