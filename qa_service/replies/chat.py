"""An answer as a message of a chat: Markdown with numbered sources.

A citation `[n]` of a message is the n-th of the reply's citations, counted from 1.
"""

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing

from qa_service.language.phrases import phrase
from qa_service.replies.markdown import plain
from qa_service.replies.schemas import AskReply, Citation, Passage
from qa_service.replies.schemas.chat import AddressCited, Annotation, Evidence, NumberedCitation

SOURCES = 3
"""Citations that a message lists."""

PARAGRAPH, LINE = "\n\n", "  \n"
PATH = " › "
ROW = "row"

Body = Callable[[AskReply], AsyncGenerator[str, None]]
"""What answers: the pieces of a Markdown text that cites by `[n]`, each sent as soon as it is there.

Closed before its end where a reader goes away.
"""


async def quoted(reply: AskReply) -> AsyncGenerator[str, None]:
    """The body of a message where nobody writes one: the answer in the document's words, or the refusal."""
    wording = reply.answer
    mark = " [1]" if reply.answered and reply.citations else ""
    yield _words(wording.text, wording.quote) + mark
    if wording.original:
        yield PARAGRAPH + _official(_words(wording.original.text, wording.original.quote), reply.language)
    if reply.figures and reply.citations:
        yield PARAGRAPH + _row(reply.citations[0].passage, reply.language)


async def message(reply: AskReply, body: Body, base: str) -> AsyncGenerator[str, None]:
    """The pieces of a whole message; permanent addresses begin with `base`."""
    if reply.understood != reply.question:
        yield phrase("chat.understood", reply.language, question=plain(reply.understood)) + PARAGRAPH
    async with aclosing(body(reply)) as pieces:
        async for piece in pieces:
            yield piece
    for notice in reply.notices:
        yield PARAGRAPH + phrase("chat.notice", reply.language, notice=plain(notice))
    if reply.citations:
        heading = phrase("chat.sources" if reply.answered else "chat.nearest", reply.language)
        yield PARAGRAPH.join(("", heading, *_sources(reply, base)))


def evidence(reply: AskReply, content: str, base: str) -> Evidence:
    """What the message `content` stands on, for clients that show sources themselves."""
    numbered = [
        NumberedCitation(
            passage=one.passage, highlights=one.highlights, number=number, address=address(one.passage, base)
        )
        for number, one in enumerate(reply.citations, start=1)
    ]
    return Evidence(
        annotations=list(_annotations(reply, content, base)),
        citations=numbered,
        figures=reply.figures,
        understood=reply.understood,
        answered=reply.answered,
        language=reply.language,
    )


def address(passage: Passage, base: str) -> str:
    """The permanent page of a passage."""
    return f"{base}/p/{passage.id}"


def _annotations(reply: AskReply, content: str, base: str) -> Iterator[Annotation]:
    """Where the content lists each source."""
    for source, cited in zip(_sources(reply, base), reply.citations, strict=True):
        start = content.rindex(source)
        title = PATH.join(cited.passage.path) or _citation(cited, reply.language)
        place = AddressCited(
            url=address(cited.passage, base), title=title, start_index=start, end_index=start + len(source)
        )
        yield Annotation(url_citation=place)


def _sources(reply: AskReply, base: str) -> Iterator[str]:
    for number, one in enumerate(reply.citations, start=1):
        path, citation = PATH.join(one.passage.path), _citation(one, reply.language)
        told = [plain(words) for words in (path, citation) if words]
        yield f"[{number}] " + LINE.join((*told, address(one.passage, base)))


def _citation(one: Citation, language: str) -> str:
    citations = one.passage.citation
    return citations.get(language) or next(iter(citations.values()), one.passage.id)


def _words(text: str, quote: bool) -> str:
    return f"«{plain(text)}»" if quote else plain(text)


def _official(text: str, language: str) -> str:
    return f"{phrase('chat.original', language)} {text}"


def _row(passage: Passage, language: str) -> str:
    """The row that holds the figure, and the official one where it is from a translation."""
    words = _words(passage.text, quote=True)
    official = passage.counterpart if passage.status != "official" else None
    return words if official is None else f"{words}{LINE}{_official(_words(official.text, True), language)}"
