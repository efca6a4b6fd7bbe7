"""Calls of the Bot API that wait where they are told to, and try again where nothing was lost by it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from httpx import ReadTimeout
from telegram.error import BadRequest, NetworkError, RetryAfter

Result = TypeVar("Result")

PAUSES = (1, 2, 4, 8, 16, 30)
"""Seconds before each further try: a restart of the server or of a router is over by then."""

LONGEST_WAIT = 300.0
"""Seconds that Telegram may ask for; an answer that comes later than that helps nobody."""

logger = logging.getLogger(__name__)


async def patiently(call: Callable[[], Awaitable[Result]]) -> Result:
    """What the call gives. Raises TelegramError where it is refused, and where trying again ends."""
    for pause in PAUSES:
        try:
            return await call()
        except RetryAfter as told:
            await asyncio.sleep(_within_reason(told))
        except NetworkError as trouble:
            if not _may_be_tried_again(trouble):
                raise
            await asyncio.sleep(pause)
    return await call()


def seconds_of(told: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = told.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _within_reason(told: RetryAfter) -> float:
    seconds = seconds_of(told)
    if seconds > LONGEST_WAIT:
        raise told
    logger.info("Telegram asks to wait %.0f s", seconds)
    return seconds


def _may_be_tried_again(trouble: NetworkError) -> bool:
    """Whether the same may be sent again: not what was refused, nor what may have arrived already."""
    return not isinstance(trouble, BadRequest) and not isinstance(trouble.__cause__, ReadTimeout)
