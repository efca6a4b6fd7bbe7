"""Work on many chats at a time, but on one message of each chat after another."""

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

Work = Callable[[], Awaitable[None]]

MOST_AT_ONCE = 100
"""Messages that are worked on or wait; while there are more, no further ones are fetched."""


class Turns:
    """Runs work in tasks; each chat's in the order in which it was given."""

    def __init__(self, most: int = MOST_AT_ONCE) -> None:
        self._room = asyncio.Semaphore(most)
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, chat: int, work: Work) -> None:
        """Starts the work as soon as there is room for it; `work` raises nothing."""
        await self._room.acquire()
        task = asyncio.create_task(self._one(self._chats.setdefault(chat, asyncio.Lock()), work))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def finish(self, seconds: float) -> None:
        """Lets what has begun end within this time, and ends the rest."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()

    async def _one(self, chat: asyncio.Lock, work: Work) -> None:
        async with chat:
            await work()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._room.release()
