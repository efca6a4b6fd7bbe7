"""The numbered sources of a chat message: listed in it, and given beside it for clients that show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_service.document.records import Status
from qa_service.language.phrases import phrase
from qa_service.replies.markdown import escaped
from qa_service.replies.schemas import AskReply, Citation, Counterpart, Passage
from qa_service.replies.schemas.chat import AddressCited, Annotation, Evidence, NumberedCitation
from qa_service.replies.text import in_a_row, in_language, permanent_address

PARAGRAPH, LINE = "\n\n", "  \n"
QUOTED = "> "


@dataclass(frozen=True, slots=True)
class Listing:
    """How sources are listed: permanent addresses begin with `base`; `whole` passages are quoted for who
    asks for more."""

    base: str
    whole: bool = False

    def address(self, passage: Passage) -> str:
        """The permanent page of a passage."""
        return permanent_address(self.base, passage.id)


def sources(reply: AskReply, listing: Listing) -> Iterator[str]:
    """A Markdown text for each citation: path, citation and address under its number."""
    for number, one in enumerate(reply.citations, start=1):
        told = (in_a_row(one.passage.path), _citation(one, reply.language))
        lines = [*map(escaped, filter(None, told)), listing.address(one.passage)]
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
    return passage.counterpart if passage.status != Status.OFFICIAL else None


def official(text: str, language: str) -> str:
    """An official text, said to be one."""
    return f"{phrase('chat.original', language)} {text}"


def _annotations(reply: AskReply, content: str, listing: Listing) -> Iterator[Annotation]:
    """Where the content lists each source."""
    for source, cited in zip(sources(reply, listing), reply.citations, strict=True):
        start = content.rindex(source)
        place = AddressCited(
            url=listing.address(cited.passage),
            title=in_a_row(cited.passage.path) or _citation(cited, reply.language),
            start_index=start,
            end_index=start + len(source),
        )
        yield Annotation(url_citation=place)


def _texts(passage: Passage, language: str) -> Iterator[str]:
    yield escaped(passage.text)
    if original := official_beside(passage):
        yield official(escaped(original.text), language)


def _quote(text: str) -> str:
    return QUOTED + text.replace("\n", f"\n{QUOTED}")


def _citation(one: Citation, language: str) -> str:
    return in_language(one.passage.citation, language) or one.passage.id
