"""The stream of updates: asked for by long polling, each given once, through outages of any length."""

import asyncio
import logging
from collections.abc import AsyncIterator

from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError, TimedOut

from qa_service.telegram.bot_api.patience import seconds_of

POLL_SECONDS = 30
LONGEST_PAUSE = 30.0
KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY)

logger = logging.getLogger(__name__)


class Updates:
    """Updates in their order. Telegram forgets those before the one that is asked for next."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._next = 0
        self._pause = 0.0

    async def stream(self) -> AsyncIterator[Update]:
        """Every update once, until cancelled. Raises InvalidToken where the token is withdrawn."""
        while True:
            for update in await self._some():
                yield update
                # What was not taken in before a stop comes again.
                self._next = update.update_id + 1

    async def settle(self) -> None:
        """Tells Telegram what was taken, so that the next start does not get it again."""
        try:
            await self._bot.get_updates(offset=self._next, limit=1, timeout=0, allowed_updates=KINDS)
        except TelegramError as trouble:
            logger.warning("the last messages may come again: %s", type(trouble).__name__)

    async def _some(self) -> tuple[Update, ...]:
        try:
            found = await self._bot.get_updates(
                offset=self._next, timeout=POLL_SECONDS, allowed_updates=KINDS
            )
        except InvalidToken:
            raise
        except TelegramError as trouble:
            await self._rest(trouble)
            return ()
        self._recovered()
        return found

    async def _rest(self, trouble: TelegramError) -> None:
        """An outage is told once, however long it lasts."""
        if not self._pause and not isinstance(trouble, TimedOut):
            logger.warning("no messages for now: %s", reason(trouble))
        told = seconds_of(trouble) if isinstance(trouble, RetryAfter) else 0
        self._pause = min(LONGEST_PAUSE, self._pause * 2 or 1)
        await asyncio.sleep(told or self._pause)

    def _recovered(self) -> None:
        if self._pause:
            logger.info("messages come again")
        self._pause = 0.0


def reason(trouble: TelegramError) -> str:
    """What is wrong, for the log: kinds alone where a message could hold an address, which has the token."""
    kind = type(trouble).__name__
    if isinstance(trouble, Conflict):
        return "another process asks with the same token"
    if isinstance(trouble, BadRequest | Forbidden):
        return f"{kind} ({trouble.message})"
    return f"{kind} ({type(trouble.__cause__).__name__})" if trouble.__cause__ else kind
