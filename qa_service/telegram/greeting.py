"""What the bot says of itself: the greeting, the help and the list of its commands."""

from collections.abc import Sequence

from qa_service.language.phrases import phrase
from qa_service.telegram.outgoing import Message
from qa_service.telegram.text import Style, Text, joined, styled

LISTED = ("search", "cite", "table", "tables", "chapters", "language", "forget", "help")
"""Commands in the order in which Telegram's menu and the help list them."""


def greeting(titles: Sequence[str], language: str) -> Message:
    """The first message to a person; `titles` are those of the documents."""
    documents = [phrase("telegram.documents", language), *(f"• {title}" for title in titles)]
    return Message(
        joined([Text(phrase("telegram.start", language)), Text("\n".join(documents)), manual(language)])
    )


def manual(language: str) -> Text:
    """How to ask, the commands and two examples."""
    commands = "\n".join(f"/{name} – {told}" for name, told in commands_in(language))
    examples = [phrase(f"telegram.example-{which}", language) for which in ("first", "second")]
    return joined(
        [
            joined([Text(phrase("telegram.help", language)), Text(commands)], "\n"),
            joined(
                [Text(phrase("telegram.examples", language)), *(styled(one, Style.CODE) for one in examples)],
                "\n",
            ),
        ]
    )


def commands_in(language: str) -> list[tuple[str, str]]:
    """Each command with what it does."""
    return [(name, phrase(f"telegram.command-{name}", language)) for name in LISTED]
