"""The bot makes itself known to Telegram: its account, the connection, the menu of commands."""

import asyncio
import logging
import os
import re
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from qa_service.errors import TelegramTokenMissing, TelegramTokenRefused
from qa_service.language.phrases import LANGUAGES
from qa_service.telegram.bot_api.polling import LONGEST_PAUSE, reason
from qa_service.telegram.commands import commands_in

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0
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


def bot_of(account: Account) -> Bot:
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


async def connect(bot: Bot) -> None:
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


async def tell_commands(bot: Bot) -> None:
    """Fills the menu of commands in each language; the bot works without it."""
    try:
        for language in LANGUAGES:
            code = None if language == ENGLISH else language
            await bot.set_my_commands(commands_in(language), language_code=code)
    except TelegramError as trouble:
        logger.warning("the menu of commands is not set: %s", reason(trouble))
