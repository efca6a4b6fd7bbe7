"""An answer as a message of a chat: Markdown with numbered sources.

A citation `[n]` of a message is the n-th of the reply's citations, counted from 1.
"""

import re
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from enum import StrEnum

from qa_service.errors import QueryInvalid
from qa_service.language.phrases import phrase
from qa_service.replies.markdown import escaped
from qa_service.replies.schemas import AskReply, Passage, Wording
from qa_service.replies.sources import LINE, PARAGRAPH, Listing, official, official_beside, sources
from qa_service.search.query import checked
from qa_service.service import Service

SOURCES = 3
"""Citations that a message lists."""

_CITED = re.compile(r"(?<!\\)\[(\d+)\]")
"""A citation of the message's own; brackets in quoted text are escaped."""

Body = Callable[[AskReply], AsyncGenerator[str, None]]
"""What answers: the pieces of a Markdown text that cites by `[n]`, each sent as soon as it is there.

Closed before its end where a reader goes away.
"""


async def message(reply: AskReply, body: Body, listing: Listing) -> AsyncGenerator[str, None]:
    """The pieces of a whole message."""
    written = ""
    if reply.understood != checked(reply.question):
        yield phrase("chat.understood", reply.language, question=escaped(reply.understood)) + PARAGRAPH
    async with aclosing(body(reply)) as pieces:
        async for piece in pieces:
            written += piece
            yield piece
    for notice in reply.notices:
        yield PARAGRAPH + phrase("chat.notice", reply.language, notice=escaped(notice))
    for heading, listed in _listed(reply, written, listing):
        yield PARAGRAPH.join(("", phrase(f"chat.{heading}", reply.language), *listed))


async def quoted(reply: AskReply) -> AsyncGenerator[str, None]:
    """The body of a message where nobody writes one: the answer in the document's words, or the refusal."""
    wording = reply.answer
    mark = " [1]" if reply.answered and reply.citations else ""
    yield _words(wording.text, wording.quote) + mark
    if wording.original:
        yield PARAGRAPH + official(_words(wording.original.text, wording.original.quote), reply.language)
    if reply.figures and reply.citations:
        yield PARAGRAPH + _row(reply.citations[0].passage, reply.language)


def _listed(reply: AskReply, written: str, listing: Listing) -> Iterator[tuple[str, list[str]]]:
    """The sources under their headings: those that the text cites before the others."""
    cited = {int(number) for number in _CITED.findall(written)}
    numbered = list(enumerate(sources(reply, listing), start=1))
    used = [source for number, source in numbered if number in cited]
    others = [source for number, source in numbered if number not in cited]
    parts = (("sources", used), ("see-also" if used else "nearest", others))
    return ((heading, listed) for heading, listed in parts if listed)


def courteous(reply: AskReply) -> AskReply:
    """The reply to who only says thanks or hello: what can be asked here, and no passages."""
    text = phrase("chat.courtesy", reply.language)
    words = Wording(text=text, language=reply.language, quote=False, original=None)
    return reply.model_copy(update={"answered": False, "answer": words, "citations": [], "notices": []})


class Wish(StrEnum):
    """What somebody wants who says something in a chat."""

    ANSWER = "answer"
    MORE = "more"
    NOTHING = "nothing"


def wish(service: Service, earlier: Sequence[str], reply: AskReply) -> Wish:
    """What the question of the reply wants, after the `earlier` ones: more of what is known, or nothing."""
    if service.is_courtesy(reply.question):
        return Wish.NOTHING
    return Wish.MORE if _is_known(service, earlier, reply) else Wish.ANSWER


def _is_known(service: Service, earlier: Sequence[str], reply: AskReply) -> bool:
    """Whether the last of the earlier questions was understood as the same."""
    *before, last = earlier or [""]
    try:
        return service.understood(before, last) == reply.understood
    except QueryInvalid:
        return False


def _words(text: str, quote: bool) -> str:
    return f"«{escaped(text)}»" if quote else escaped(text)


def _row(passage: Passage, language: str) -> str:
    """The row that holds the figure, and the official one where it is from a translation."""
    words, original = _words(passage.text, quote=True), official_beside(passage)
    beside = LINE + official(_words(original.text, quote=True), language) if original else ""
    return words + beside
