"""What the bot answers: from a message or a pressed button to what is sent back."""

from collections.abc import Sequence

from qa_service.access.rates import Rates
from qa_service.errors import PassageUnknown, QueryInvalid, RateExceeded, ServiceError, TableUnknown
from qa_service.hosting.host import Host
from qa_service.language.phrases import LANGUAGES, phrase
from qa_service.language.visible import visible
from qa_service.replies import calls
from qa_service.replies.wording import told
from qa_service.replies.writing import finished
from qa_service.telegram import answers, lookups
from qa_service.telegram.action_codes import Actions, decode, kept_actions
from qa_service.telegram.commands import COMMANDS
from qa_service.telegram.conversations import MOST_TALKERS, Conversations, Talker
from qa_service.telegram.incoming import Incoming, Press
from qa_service.telegram.memory import Memory
from qa_service.telegram.outgoing import Hint, Message, Outgoing
from qa_service.telegram.presses import pressed, stale
from qa_service.telegram.text import Text

TOLD_SECONDS = 60.0
"""Who sends too much is told so once; then nothing is said until this long after the last message."""

GONE = (PassageUnknown, TableUnknown, QueryInvalid)


class Responder:
    """Answers people one message at a time; keeps what `Conversations` and buttons need, in memory.

    `address` is where permanent addresses begin, blank for none; `per_minute` is how many messages one
    person may send, 0 for no limit.
    """

    def __init__(self, host: Host, address: str, per_minute: int) -> None:
        self.kept: Actions = kept_actions()
        self._host = host
        self._address = address
        self._per_minute = per_minute
        self._rates = Rates()
        self._told: Memory[int, bool] = Memory(MOST_TALKERS, TOLD_SECONDS)
        self._conversations = Conversations()

    async def answer(self, incoming: Incoming) -> Sequence[Outgoing]:
        """What is said to a message; nothing to a flood."""
        language = self._conversations.language(incoming.talker, incoming.code)
        try:
            self._rates.take(str(incoming.talker.person), self._per_minute)
            return await self._answer(incoming, language)
        except RateExceeded as exceeded:
            return self._slow_down(incoming.talker.person, exceeded, language)
        except ServiceError as error:
            return _said(told(error, language))

    async def press(self, press: Press) -> Sequence[Outgoing]:
        """What a pressed button brings; a Hint where it brings nothing."""
        language = self._conversations.language(press.talker, press.code)
        action = decode(press.data, self.kept)
        if action is None:
            return [stale(language)]
        try:
            self._rates.take(str(press.talker.person), self._per_minute)
            return await self._host.run(lambda service: pressed(service, action, language, self._address))
        except GONE:
            return [stale(language)]
        except ServiceError as error:
            return [Hint(told(error, language))]

    def failure(self, talker: Talker, code: str | None) -> Sequence[Message | Hint]:
        """What is said where the bot itself failed: as a message and as a hint at a button."""
        told = phrase("telegram.failed", self._conversations.language(talker, code))
        return [Message(Text(told)), Hint(told)]

    async def _answer(self, incoming: Incoming, language: str) -> Sequence[Outgoing]:
        text = visible(incoming.text)
        if not incoming.readable:
            return _said(phrase("telegram.only-text", language))
        if not incoming.command:
            return await self._question(incoming, text, language)
        if command := COMMANDS.get(incoming.command):
            return await self._host.run(lambda service: command(service, text, language))
        return self._own(incoming, text, language)

    def _own(self, incoming: Incoming, text: str, language: str) -> Sequence[Outgoing]:
        """The commands that are about the conversation itself."""
        match incoming.command, text.lower():
            case "forget", _:
                self._conversations.forget(incoming.talker)
                return _said(phrase("telegram.forgotten", language))
            case "language", chosen if chosen in LANGUAGES:
                self._conversations.choose(incoming.talker.chat, chosen)
                return _said(phrase("telegram.language-now", chosen))
            case "language", _:
                return _said(phrase("telegram.language-which", language))
        return _said(phrase("telegram.command-unknown", language))

    async def _question(self, incoming: Incoming, text: str, language: str) -> Sequence[Outgoing]:
        if not text:
            return _said(phrase("telegram.blank", language))
        earlier = self._conversations.earlier(incoming.talker)
        if incoming.edited and earlier[-1:] == (text,):
            return []
        asked = await self._host.run(
            lambda service: calls.prepared(service, text, answers.MOST_SOURCES, history=earlier)
        )
        spoken = asked.reply.language if asked.reply.language in LANGUAGES else language
        self._conversations.asked(incoming.talker, text, spoken)
        if asked.reply.reference:
            named = await self._host.run(lambda service: lookups.named(service, text, spoken))
            if named:
                return named
        return [answers.answer(await finished(self._host, asked), spoken, self._address)]

    def _slow_down(self, person: int, exceeded: RateExceeded, language: str) -> Sequence[Outgoing]:
        known = self._told.get(person)
        self._told.keep(person, True)
        return [] if known else _said(phrase("telegram.too-fast", language, **exceeded.values))


def _said(text: str) -> Sequence[Outgoing]:
    return [Message(Text(text))]
