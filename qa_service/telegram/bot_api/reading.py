"""From the library's objects to plain values: which messages the bot should answer, and what they say."""

from collections.abc import Iterable

from telegram import CallbackQuery, Message, MessageEntity, Update, User
from telegram.constants import ChatType, MessageEntityType

from qa_service.telegram.conversations import Talker
from qa_service.telegram.incoming import Incoming, Press

Marked = dict[MessageEntity, str]
"""What Telegram marked in a message, with the words that it marked."""


def incoming(update: Update, me: User) -> Incoming | None:
    """The message of an update; None where it is not for the bot to answer: what Telegram says itself,
    and in groups whatever is no command, no reply to the bot and does not mention it."""
    message = update.message or update.edited_message
    if message is None or not _is_said(message):
        return None
    entities = {**message.parse_entities(), **message.parse_caption_entities()}
    command, text = _command(entities, _text(message), me)
    mentions = [shown for entity, shown in entities.items() if _names(entity, shown, me)]
    if message.chat.type != ChatType.PRIVATE and not (command or mentions or _replies(message, me)):
        return None
    return Incoming(
        talker=Talker(message.chat.id, _person(message)),
        text=_without(mentions, text),
        code=message.from_user.language_code if message.from_user else None,
        command=command,
        readable=bool(_text(message)),
        edited=update.edited_message is not None,
    )


def press(query: CallbackQuery) -> Press | None:
    """A pressed button; None where Telegram does not say in which chat."""
    if query.message is None or query.data is None:
        return None
    talker = Talker(query.message.chat.id, query.from_user.id)
    return Press(talker, query.data, query.from_user.language_code)


def _is_said(message: Message) -> bool:
    """Whether a person said it just so; a live location that moves comes as an edit without words."""
    if message.is_automatic_forward or message.via_bot:
        return False
    return bool(_text(message) or (message.effective_attachment and not message.edit_date))


def _text(message: Message) -> str:
    return message.text or message.caption or ""


def _person(message: Message) -> int:
    """Who speaks as a whole group or channel is that group or channel."""
    sender = message.sender_chat or message.from_user
    return sender.id if sender else message.chat.id


def _command(entities: Marked, text: str, me: User) -> tuple[str, str]:
    """The command that the text begins with, if it is one for this bot, and the text behind it."""
    for entity, shown in entities.items():
        name, _, bot = shown.removeprefix("/").partition("@")
        if entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0:
            return (name.lower(), text[len(shown) :]) if _is_me(bot, me) else ("", text)
    return "", text


def _is_me(bot: str, me: User) -> bool:
    return not bot or bot.lower() == (me.username or "").lower()


def _names(entity: MessageEntity, shown: str, me: User) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return entity.type == MessageEntityType.MENTION and _is_me(shown.removeprefix("@"), me)


def _replies(message: Message, me: User) -> bool:
    answered = message.reply_to_message
    return bool(answered and answered.from_user and answered.from_user.id == me.id)


def _without(mentions: Iterable[str], text: str) -> str:
    for shown in mentions:
        text = text.replace(shown, " ")
    return text
