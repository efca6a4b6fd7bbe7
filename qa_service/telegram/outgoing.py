"""What the bot says, as plain values: the adapter makes the library's objects from them."""

from dataclasses import dataclass

from qa_service.telegram.actions import Action
from qa_service.telegram.text import Text

LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: it asks for something, or opens an address."""

    label: str
    asks: Action | None = None
    address: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A text with buttons. `in_place` puts it where the pressed button was, if it fits one message."""

    text: Text
    rows: Rows = ()
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file; `photo` is true where Telegram shows it as a picture."""

    content: bytes
    name: str
    caption: Text
    photo: bool = False
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """A short word that pops up at a pressed button and goes away."""

    shown: str


Outgoing = Message | Attachment | Hint


def label(text: str) -> str:
    """A text short enough for a button, cut between words."""
    shown = " ".join(text.split())
    if len(shown) <= LONGEST_LABEL:
        return shown
    return shown[: LONGEST_LABEL - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-(«") + "…"
