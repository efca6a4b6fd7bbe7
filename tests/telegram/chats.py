"""People who write to a running bot: the real one, at a Bot API server on loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.service import Service
from qa_service.telegram.bot_api.connecting import Account
from qa_service.telegram.bot_api.running import Terms, answer_until
from qa_service.telegram.text import units
from tests.telegram.fake_bot_api import TOKEN, Call, FakeBotApi, Json

PRIVATE, GROUP = "private", "supergroup"
NUMBERS = count(1)


def host_of(service: Service) -> Host:
    supplier = Supplier(lambda: service, Path("CURRENT"), seconds=600)
    supplier.open()
    return Host(supplier, Workers(2))


@asynccontextmanager
async def running(service: Service, address: str = "", per_minute: int = 0) -> AsyncIterator[FakeBotApi]:
    """A bot that answers while this lasts, and the server that it talks to."""
    api, stop = FakeBotApi(), asyncio.Event()
    await api.start()
    bot = asyncio.create_task(
        answer_until(stop, Account(api.url, TOKEN), Terms(address, per_minute), lambda: host_of(service))
    )
    try:
        yield api
    finally:
        stop.set()
        await asyncio.wait((bot,), timeout=10)
        await api.stop()
    await bot


@dataclass(frozen=True)
class Person:
    """Somebody in a chat."""

    api: FakeBotApi
    id: int = 7
    chat: int = 7
    kind: str = PRIVATE
    code: str = "ru"

    async def say(self, text: str, **more: Any) -> None:
        """Sends a text; a command in front and mentions are marked as Telegram does it."""
        await self.push({"text": text, "entities": _entities(text)} | more)

    async def ask(self, text: str, **more: Any) -> Call:
        """Sends a text and gives the next thing that is sent back."""
        await self.say(text, **more)
        return await self.api.next()

    async def edit(self, text: str) -> None:
        await self.push({"text": text, "edit_date": 2}, "edited_message")

    async def push(self, content: Json, kind: str = "message") -> None:
        chat = {"id": self.chat, "type": self.kind, "first_name": "A", "title": "A"}
        told = {"message_id": next(NUMBERS), "date": 1, "chat": chat, "from": self._user()}
        await self.api.push(**{kind: told | content})

    async def press(self, data: str) -> Call:
        """Presses a button; gives the bot's word on it."""
        chat = {"id": self.chat, "type": self.kind, "first_name": "A", "title": "A"}
        message = {"message_id": 55, "date": 1, "chat": chat, "text": "…"}
        query = {"id": str(next(NUMBERS)), "from": self._user(), "chat_instance": "1"}
        await self.api.push(callback_query=query | {"message": message, "data": data})
        return await self.api.next("answerCallbackQuery")

    def _user(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": "A", "language_code": self.code}


def _entities(text: str) -> list[Json]:
    """Commands in front and mentions, in UTF-16 units."""
    found, at = [], 0
    for word in text.split(" "):
        if word.startswith("/") and at == 0:
            found.append({"type": "bot_command", "offset": at, "length": units(word)})
        elif word.startswith("@"):
            found.append({"type": "mention", "offset": at, "length": units(word.rstrip(",."))})
        at += units(word) + 1
    return found
