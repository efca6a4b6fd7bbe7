import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest

from qa_service.service import Service
from tests.telegram.chats import running
from tests.telegram.fake_bot_api import FakeBotApi

Scene = Callable[[FakeBotApi], Awaitable[None]]


class Play(Protocol):
    """See the fixture `play`."""

    def __call__(self, scene: Scene, address: str = "", per_minute: int = 0) -> None: ...


@pytest.fixture
def play(service: Service) -> Play:
    """Plays a scene with a running bot over the real report."""

    async def played(scene: Scene, address: str, per_minute: int) -> None:
        async with running(service, address, per_minute) as api:
            await scene(api)

    def play(scene: Scene, address: str = "", per_minute: int = 0) -> None:
        asyncio.run(played(scene, address, per_minute))

    return play
