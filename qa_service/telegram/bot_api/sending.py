"""From plain values to the library's objects: what is said goes out as Telegram takes it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from qa_service.telegram.action_codes import Actions
from qa_service.telegram.bot_api.markup import entities, keyboard, without_addresses
from qa_service.telegram.bot_api.patience import patiently
from qa_service.telegram.outgoing import Attachment, Hint, Message, Outgoing, Rows
from qa_service.telegram.text import Text, pieces

LONGEST_HINT = 200
"""Letters of what pops up at a button."""

QUICK_SECONDS = 0.4
"""An answer that comes sooner needs no sign that it is being worked on."""

ACTION_SECONDS = 4.5
"""Telegram shows such a sign for five seconds."""

UNCHANGED = "not modified"
PLAIN = LinkPreviewOptions(is_disabled=True)
Send = Callable[[InlineKeyboardMarkup | None], Awaitable[object]]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Target:
    """Where something is said: `thread` is a topic of a group, `replies_to` the message that is
    answered visibly, `pressed` the one whose button was pressed."""

    chat: int
    thread: int | None = None
    replies_to: int | None = None
    pressed: int | None = None


class Sender:
    """Says things through a bot. `kept` remembers what does not fit into a button."""

    def __init__(self, bot: Bot, kept: Actions) -> None:
        self._bot = bot
        self._kept = kept

    async def send(self, target: Target, said: Sequence[Outgoing]) -> None:
        """Sends everything in its order; hints go to `hint`. Raises TelegramError."""
        for one in said:
            if isinstance(one, Message):
                await self._message(target, one)
            elif isinstance(one, Attachment):
                await self._attachment(target, one)

    async def hint(self, query: str, said: Sequence[Outgoing]) -> None:
        """Tells Telegram that a pressed button was understood; one pressed long ago needs no answer."""
        shown = next((one.shown[:LONGEST_HINT] for one in said if isinstance(one, Hint)), None)
        with suppress(BadRequest):
            await patiently(lambda: self._bot.answer_callback_query(query, shown, show_alert=bool(shown)))

    @asynccontextmanager
    async def working(self, target: Target) -> AsyncIterator[None]:
        """While it lasts people see that the bot is at work, unless it is quick."""
        sign = asyncio.create_task(self._show_work(target))
        try:
            yield
        finally:
            sign.cancel()

    async def _show_work(self, target: Target) -> None:
        await asyncio.sleep(QUICK_SECONDS)
        with suppress(TelegramError):
            while True:
                await self._bot.send_chat_action(
                    target.chat, ChatAction.TYPING, message_thread_id=target.thread
                )
                await asyncio.sleep(ACTION_SECONDS)

    async def _message(self, target: Target, message: Message) -> None:
        *before, last = pieces(message.text)
        if message.in_place and target.pressed and not before:
            await self._edit(target, last, message.rows)
            return
        for number, piece in enumerate([*before, last]):
            rows = message.rows if number == len(before) else ()
            await self._text(target if number == 0 else Target(target.chat, target.thread), piece, rows)

    async def _text(self, target: Target, text: Text, rows: Rows) -> None:
        said = {**_said(text), **_where(target)}
        await self._with(rows, lambda markup: self._bot.send_message(**said, reply_markup=markup))

    async def _edit(self, target: Target, text: Text, rows: Rows) -> None:
        said = {**_said(text), "chat_id": target.chat, "message_id": target.pressed}
        try:
            await self._with(rows, lambda markup: self._bot.edit_message_text(**said, reply_markup=markup))
        except BadRequest as refused:
            if UNCHANGED not in refused.message.lower():
                await self._text(target, text, rows)

    async def _attachment(self, target: Target, one: Attachment) -> None:
        said = {"caption": one.caption.shown, "caption_entities": entities(one.caption), **_where(target)}
        try:
            if one.photo:
                await patiently(lambda: self._bot.send_photo(photo=_file(one), **said))
                return
        except BadRequest:
            logger.info("Telegram does not take a picture as a photo; it is sent as a file")
        await patiently(lambda: self._bot.send_document(document=_file(one), **said))

    async def _with(self, rows: Rows, send: Send) -> None:
        """Sends with buttons. Telegram refuses a whole message for an address that it does not like,
        such as one on this machine: then the buttons with addresses are left out."""
        try:
            await patiently(lambda: send(keyboard(rows, self._kept)))
        except BadRequest as refused:
            if "url" not in refused.message.lower():
                raise
            logger.warning("Telegram refuses the addresses of buttons; see QA_ADDRESS")
            await patiently(lambda: send(keyboard(without_addresses(rows), self._kept)))


def _said(text: Text) -> dict[str, Any]:
    return {"text": text.shown, "entities": entities(text), "link_preview_options": PLAIN}


def _where(target: Target) -> dict[str, Any]:
    # A question that was deleted meanwhile is answered all the same.
    answered = target.replies_to and ReplyParameters(target.replies_to, allow_sending_without_reply=True)
    return {"chat_id": target.chat, "message_thread_id": target.thread, "reply_parameters": answered}


def _file(one: Attachment) -> InputFile:
    return InputFile(one.content, filename=one.name)
