"""The service that answers now, and its successor when a new snapshot is made current."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from qa_service.errors import IndexMissing, ServiceError
from qa_service.service import Service

logger = logging.getLogger(__name__)


class Supplier:
    """Holds one open service and swaps it as a whole: a request keeps the one that it began with.

    `pointer` is the file that names the current snapshot; `opener` opens what it names and is slow,
    so it runs in a thread. A snapshot that cannot be opened is logged once and the old one serves on.
    """

    def __init__(self, opener: Callable[[], Service], pointer: Path, seconds: float) -> None:
        self._opener = opener
        self.pointer = pointer
        self._seconds = seconds
        self._seen: str | None = None
        self._service: Service | None = None

    @property
    def service(self) -> Service:
        """The open service. Raises IndexMissing while there is none."""
        if self._service is None:
            raise IndexMissing(folder=self.pointer.parent)
        return self._service

    def open(self) -> Service:
        """Opens what is current now. Raises what the opener raises."""
        self._seen = self._current()
        self._service = self._opener()
        return self._service

    async def watch(self) -> None:
        """Takes over every new snapshot until cancelled."""
        while True:
            await asyncio.sleep(self._seconds)
            if self._current() not in (self._seen, None):
                await self._take_over()

    async def _take_over(self) -> None:
        try:
            opened = await asyncio.to_thread(self.open)
        except (ServiceError, OSError) as refused:
            logger.error("the new snapshot is not taken over: %s", refused)
        else:
            logger.info("serving snapshot %s", opened.generation)

    def _current(self) -> str | None:
        try:
            return self.pointer.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
