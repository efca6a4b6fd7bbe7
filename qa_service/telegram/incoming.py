"""What people send the bot, as plain values."""

from dataclasses import dataclass

from qa_service.telegram.conversations import Talker


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that the bot should answer.

    `command` is its name without the slash, "" where it is a question; `text` is what stands behind the
    command, else all of it. `code` is the language of the person's Telegram. `readable` is false for
    pictures, stickers, voices and the like without words.
    """

    talker: Talker
    text: str
    code: str | None = None
    command: str = ""
    readable: bool = True
    edited: bool = False

    @property
    def kind(self) -> str:
        """What it is, for the log: nothing of what was written."""
        return "command" if self.command else "question" if self.readable else "unreadable"


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed, with the data that came back for it."""

    talker: Talker
    data: str
    code: str | None = None
