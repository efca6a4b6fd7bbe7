"""The bot at work: fetches what people send, has it answered, and sends the answers."""

import logging
from contextlib import suppress
from time import perf_counter

from telegram import Bot, CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from qa_service.telegram.bot_api.polling import reason
from qa_service.telegram.bot_api.reading import incoming, press
from qa_service.telegram.bot_api.sending import Sender, Target
from qa_service.telegram.conversations import Talker
from qa_service.telegram.responder import Responder

logger = logging.getLogger(__name__)


class Answering:
    """Answers one update after another; the last place where a fault can still be told."""

    def __init__(self, bot: Bot, responder: Responder) -> None:
        self._me = bot.bot
        self._responder = responder
        self._sender = Sender(bot, responder.kept)

    async def update(self, update: Update) -> None:
        """Answers what is for the bot to answer; raises nothing but cancellation."""
        started = perf_counter()
        try:
            kind = await self._one(update)
        except TelegramError as trouble:
            logger.warning("update %d is not answered: %s", update.update_id, reason(trouble))
        except Exception:
            logger.exception("update %d failed", update.update_id)
            await self._apologise(update)
        else:
            took = (perf_counter() - started) * 1000
            logger.info("update %d: %s, %.1f ms", update.update_id, kind, took)

    async def _one(self, update: Update) -> str:
        if update.callback_query:
            return await self._button(update.callback_query)
        asked = incoming(update, self._me)
        if asked is None or update.effective_message is None:
            return "ignored"
        target = _beside(update.effective_message, visibly=asked.edited)
        async with self._sender.working(target):
            said = await self._responder.answer(asked)
        await self._sender.send(target, said)
        return asked.kind if said else "silence"

    async def _button(self, query: CallbackQuery) -> str:
        pressed = press(query)
        if pressed is None or query.message is None:
            await self._sender.hint(query.id, ())
            return "ignored"
        thread = _thread(query.message) if isinstance(query.message, Message) else None
        target = Target(query.message.chat.id, thread, pressed=query.message.message_id)
        async with self._sender.working(target):
            said = await self._responder.press(pressed)
        await self._sender.hint(query.id, said)
        await self._sender.send(target, said)
        return "button"

    async def _apologise(self, update: Update) -> None:
        chat, person = update.effective_chat, update.effective_user
        if chat is None or person is None:
            return
        said = self._responder.failure(Talker(chat.id, person.id), person.language_code)
        with suppress(TelegramError):
            if update.callback_query:
                await self._sender.hint(update.callback_query.id, said)
            elif chat.type == ChatType.PRIVATE:
                await self._sender.send(Target(chat.id), said)


def _beside(message: Message, visibly: bool) -> Target:
    """Where a message is answered: below it, and in a group or after an edit as a visible reply to it."""
    visibly = visibly or message.chat.type != ChatType.PRIVATE
    return Target(message.chat.id, _thread(message), message.message_id if visibly else None)


def _thread(message: Message) -> int | None:
    """The topic of a group with topics; elsewhere the same field numbers replies, and may not be sent."""
    return message.message_thread_id if message.is_topic_message else None
