"""The numbered sources of a chat message: listed in it, and given beside it for clients that show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_service.language.phrases import phrase
from qa_service.replies.markdown import plain
from qa_service.replies.schemas import AskReply, Citation, Counterpart, Passage
from qa_service.replies.schemas.chat import AddressCited, Annotation, Evidence, NumberedCitation

PARAGRAPH, LINE = "\n\n", "  \n"
QUOTED = "> "
PATH = " › "
OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Listing:
    """How sources are listed: permanent addresses begin with `base`; `whole` passages are quoted for who
    asks for more."""

    base: str
    whole: bool = False

    def address(self, passage: Passage) -> str:
        """The permanent page of a passage."""
        return f"{self.base}/p/{passage.id}"


def sources(reply: AskReply, listing: Listing) -> Iterator[str]:
    """A Markdown text for each citation: path, citation and address under its number."""
    for number, one in enumerate(reply.citations, start=1):
        told = (PATH.join(one.passage.path), _citation(one, reply.language))
        lines = [*map(plain, filter(None, told)), listing.address(one.passage)]
        quotes = [_quote(text) for text in _texts(one.passage, reply.language)] if listing.whole else []
        yield PARAGRAPH.join((f"[{number}] {LINE.join(lines)}", *quotes))


def evidence(reply: AskReply, content: str, listing: Listing) -> Evidence:
    """What the message `content` stands on; `content` holds the sources as `listing` has them."""
    numbered = [
        NumberedCitation(
            passage=one.passage,
            highlights=one.highlights,
            number=number,
            address=listing.address(one.passage),
        )
        for number, one in enumerate(reply.citations, start=1)
    ]
    return Evidence(
        annotations=list(_annotations(reply, content, listing)),
        citations=numbered,
        figures=reply.figures,
        understood=reply.understood,
        answered=reply.answered,
        language=reply.language,
    )


def official_beside(passage: Passage) -> Counterpart | None:
    """The official text where a passage is from a translation."""
    return passage.counterpart if passage.status != OFFICIAL else None


def official(text: str, language: str) -> str:
    """An official text, said to be one."""
    return f"{phrase('chat.original', language)} {text}"


def _annotations(reply: AskReply, content: str, listing: Listing) -> Iterator[Annotation]:
    """Where the content lists each source."""
    for source, cited in zip(sources(reply, listing), reply.citations, strict=True):
        start = content.rindex(source)
        place = AddressCited(
            url=listing.address(cited.passage),
            title=PATH.join(cited.passage.path) or _citation(cited, reply.language),
            start_index=start,
            end_index=start + len(source),
        )
        yield Annotation(url_citation=place)


def _texts(passage: Passage, language: str) -> Iterator[str]:
    yield plain(passage.text)
    if original := official_beside(passage):
        yield official(plain(original.text), language)


def _quote(text: str) -> str:
    return QUOTED + text.replace("\n", f"\n{QUOTED}")


def _citation(one: Citation, language: str) -> str:
    citations = one.passage.citation
    return citations.get(language) or next(iter(citations.values()), one.passage.id)
