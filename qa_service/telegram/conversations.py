"""What the bot remembers of who talks to it: the last questions and the language, for a while."""

from time import monotonic
from typing import NamedTuple

from qa_service.language.phrases import LANGUAGES
from qa_service.telegram.memory import Clock, Memory

MOST_QUESTIONS = 6
QUESTION_SECONDS = 30 * 60.0
"""After half an hour a question that lacks its subject is a new beginning."""

LANGUAGE_SECONDS = 30 * 24 * 3600.0
MOST_TALKERS = 10_000


class Talker(NamedTuple):
    """One person in one chat: people in a group have conversations of their own."""

    chat: int
    person: int


class Conversations:
    """In memory only; a restart forgets everything."""

    def __init__(self, clock: Clock = monotonic) -> None:
        self._questions: Memory[Talker, tuple[str, ...]] = Memory(MOST_TALKERS, QUESTION_SECONDS, clock)
        self._heard: Memory[Talker, str] = Memory(MOST_TALKERS, LANGUAGE_SECONDS, clock)
        self._chosen: Memory[int, str] = Memory(MOST_TALKERS, LANGUAGE_SECONDS, clock)

    def earlier(self, talker: Talker) -> tuple[str, ...]:
        """The questions asked lately, the oldest first."""
        return self._questions.get(talker) or ()

    def asked(self, talker: Talker, question: str, language: str) -> None:
        """Remembers a question and the language that it was in."""
        self._questions.keep(talker, (*self.earlier(talker), question)[-MOST_QUESTIONS:])
        if language in LANGUAGES:
            self._heard.keep(talker, language)

    def choose(self, chat: int, language: str) -> None:
        """The language of a chat from now on."""
        self._chosen.keep(chat, language)

    def language(self, talker: Talker, code: str | None) -> str:
        """The chat's chosen language, else that of the talker's last question, else that of their
        Telegram (`code`, an IETF tag), else English."""
        spoken = (code or "").partition("-")[0].lower()
        return (
            self._chosen.get(talker.chat)
            or self._heard.get(talker)
            or (spoken if spoken in LANGUAGES else "en")
        )

    def forget(self, talker: Talker) -> None:
        """Forgets the questions."""
        self._questions.drop(talker)
