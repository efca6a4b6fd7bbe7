"""What chat programs have the answering model do beside answering: titles, tags, further questions.

Such orders come as messages like any other. Nothing is looked up for them, and no model is asked to write.
"""

import re
from collections.abc import AsyncGenerator
from textwrap import shorten

from qa_service.replies.schemas import AskReply, Wording
from qa_service.search.query import checked

LONGEST_TITLE = 60
_HISTORY = "<chat_history>"
"""In every order of Open WebUI: it asks for an object in JSON and does without the fields that it lacks."""
_NOTHING = "{}"
_TITLE = re.compile(
    r"\s*(?:provide|generate|please generate) a concise\b[^:]*\btitle\b.*?^user: *(?P<asked>\S[^\n]*)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
"""LibreChat's order: it takes the whole answer for the title."""


def done(order: str) -> str | None:
    """What an order is answered with; None for what is a question."""
    if _HISTORY in order:
        return _NOTHING
    title = _TITLE.match(order)
    return shorten(title["asked"], LONGEST_TITLE, placeholder="…") if title else None


def reply_of(words: str) -> AskReply:
    """The reply that says these words and stands on nothing."""
    return AskReply(
        question=words,
        understood=checked(words),
        language="other",
        answered=False,
        confidence=0.0,
        answer=Wording(text=words, language="other", quote=False, original=None),
        figure=None,
        figures=[],
        citations=[],
        notices=[],
        took_ms=0.0,
    )


async def body(reply: AskReply) -> AsyncGenerator[str, None]:
    """The words as they are: programs read them, not people."""
    yield reply.answer.text
