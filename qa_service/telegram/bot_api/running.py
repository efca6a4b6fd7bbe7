"""The bot's life: it makes itself known to Telegram, answers until a signal ends it, and leaves in order."""

import asyncio
import logging
import os
import re
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from qa_service.errors import TelegramTokenMissing, TelegramTokenRefused
from qa_service.hosting.host import Host
from qa_service.language.phrases import LANGUAGES
from qa_service.telegram.bot_api.answering import Answering
from qa_service.telegram.bot_api.polling import LONGEST_PAUSE, Updates, reason
from qa_service.telegram.bot_api.turns import Turns
from qa_service.telegram.commands import commands_in
from qa_service.telegram.responder import Responder

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0
LAST_ANSWERS_SECONDS = 20.0
LAST_CALL_SECONDS = 5.0
ENGLISH = "en"

_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """The bot at a Bot API server. Raises TelegramTokenMissing."""

    url: str
    token: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.token:
            raise TelegramTokenMissing


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
    bot = _bot(account)
    try:
        await _unless(stop, _connect(bot))
        if not stop.is_set():
            await _serve(bot, open_host(), terms, stop)
    except InvalidToken:
        # Its message and its cause hold the token.
        raise TelegramTokenRefused(url=account.url) from None
    finally:
        await bot.shutdown()
    logger.info("the bot has stopped")


def _bot(account: Account) -> Bot:
    """Raises TelegramTokenRefused for what cannot be a token: it would make no address."""
    if not _TOKEN.fullmatch(account.token):
        raise TelegramTokenRefused(url=account.url)
    # Without it the library warns whenever it reads a time that Telegram asks to wait.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    base = f"{account.url}/bot"
    return Bot(account.token, base, request=_requests(), get_updates_request=_requests())


def _requests() -> HTTPXRequest:
    return HTTPXRequest(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        write_timeout=READ_SECONDS,
        pool_timeout=READ_SECONDS,
        media_write_timeout=UPLOAD_SECONDS,
    )


async def _connect(bot: Bot) -> None:
    """Waits until the server knows the bot. Raises InvalidToken."""
    pause = 1.0
    while True:
        try:
            await bot.initialize()
            # Where updates are sent to an address, they cannot be asked for.
            await bot.delete_webhook()
        except InvalidToken:
            raise
        except TelegramError as trouble:
            logger.warning("the Bot API cannot be reached: %s; next try in %.0f s", reason(trouble), pause)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        else:
            return


async def _serve(bot: Bot, host: Host, terms: Terms, stop: asyncio.Event) -> None:
    updates, turns = Updates(bot), Turns()
    async with host.open():
        answering = Answering(bot, Responder(host, terms.address, terms.per_minute))
        await _tell_commands(bot)
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


async def _tell_commands(bot: Bot) -> None:
    """Fills the menu of commands in each language; the bot works without it."""
    try:
        for language in LANGUAGES:
            code = None if language == ENGLISH else language
            await bot.set_my_commands(commands_in(language), language_code=code)
    except TelegramError as trouble:
        logger.warning("the menu of commands is not set: %s", reason(trouble))


async def _unless(stop: asyncio.Event, work: Coroutine[object, object, None]) -> None:
    """Does the work, or breaks it off when `stop` is set. Raises what it raises."""
    doing, waiting = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait((doing, waiting), return_when=asyncio.FIRST_COMPLETED)
    for task in (doing, waiting):
        task.cancel()
    with suppress(asyncio.CancelledError):
        await doing
