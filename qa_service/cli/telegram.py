"""The process of the Telegram bot."""

import asyncio

from qa_service.cli.logs import log_to_stderr
from qa_service.cli.opening import open_host
from qa_service.settings import Settings
from qa_service.telegram.bot_api.connecting import Account
from qa_service.telegram.bot_api.discretion import hide
from qa_service.telegram.bot_api.running import Terms, run_bot

ORDINARY_RATE = 20
"""Messages a minute that one person may send, where nothing else is said."""


def answer_forever(settings: Settings) -> None:
    """Answers in Telegram until a signal ends it.

    Raises TelegramTokenMissing, TelegramTokenRefused, as `open_host`, and typer.Exit where a missing index
    cannot be built.
    """
    account = Account(settings.telegram_url, settings.telegram_token.get_secret_value().strip())
    log_to_stderr(settings.log, settings.log_questions)
    hide(account.token)
    per_minute = ORDINARY_RATE if settings.rate == "auto" else int(settings.rate)
    asyncio.run(run_bot(account, Terms(settings.address, per_minute), lambda: open_host(settings)))
