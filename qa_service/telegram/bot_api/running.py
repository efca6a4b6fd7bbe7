"""The bot's life: it answers until a signal ends it, and leaves in order."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from telegram import Bot
from telegram.error import InvalidToken

from qa_service.errors import TelegramTokenRefused
from qa_service.hosting.host import Host
from qa_service.telegram.bot_api.answering import Answering
from qa_service.telegram.bot_api.connecting import Account, bot_of, connect, tell_commands
from qa_service.telegram.bot_api.polling import Updates
from qa_service.telegram.bot_api.turns import Turns
from qa_service.telegram.responder import Responder

LAST_ANSWERS_SECONDS = 20.0
LAST_CALL_SECONDS = 5.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Terms:
    """Where permanent addresses begin (blank for none), and messages that a person may send in a minute."""

    address: str
    per_minute: int


async def run_bot(account: Account, terms: Terms, open_host: Callable[[], Host]) -> None:
    """Answers until SIGTERM or SIGINT; raises as `answer_until`."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await answer_until(stop, account, terms, open_host)


async def answer_until(
    stop: asyncio.Event, account: Account, terms: Terms, open_host: Callable[[], Host]
) -> None:
    """Answers until `stop` is set; then what has begun is finished.

    Raises TelegramTokenRefused, at the start and where the token is withdrawn later, and what
    `open_host` raises.
    """
    bot = bot_of(account)
    try:
        await _unless(stop, connect(bot))
        if not stop.is_set():
            await _serve(bot, open_host(), terms, stop)
    except InvalidToken:
        # Its message and its cause hold the token.
        raise TelegramTokenRefused(url=account.url) from None
    finally:
        await bot.shutdown()
    logger.info("the bot has stopped")


async def _serve(bot: Bot, host: Host, terms: Terms, stop: asyncio.Event) -> None:
    updates, turns = Updates(bot), Turns()
    async with host.open():
        answering = Answering(bot, Responder(host, terms.address, terms.per_minute))
        await tell_commands(bot)
        logger.info("the bot @%s answers", bot.username)
        try:
            await _unless(stop, _answer_all(updates, turns, answering))
        finally:
            await _settle(updates)
            await turns.finish(LAST_ANSWERS_SECONDS)


async def _answer_all(updates: Updates, turns: Turns, answering: Answering) -> None:
    async for update in updates.stream():
        chat = update.effective_chat
        await turns.take(chat.id if chat else 0, partial(answering.update, update))


async def _settle(updates: Updates) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(updates.settle(), LAST_CALL_SECONDS)


async def _unless(stop: asyncio.Event, work: Coroutine[object, object, None]) -> None:
    """Does the work, or breaks it off when `stop` is set. Raises what it raises."""
    doing, waiting = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait((doing, waiting), return_when=asyncio.FIRST_COMPLETED)
    for task in (doing, waiting):
        task.cancel()
    with suppress(asyncio.CancelledError):
        await doing
