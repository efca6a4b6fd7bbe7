"""Replies as text that a language model reads: words of the document in guillemets, then who says so.

Everything from a document stands behind a `> ` or in «», so that it cannot pass for the tool's own words.
"""

from collections.abc import Iterable, Iterator

from qa_service.answering.records import Doubt
from qa_service.document.records import Status
from qa_service.mcp.shown import Shown, joined
from qa_service.replies.schemas import (
    AskReply,
    Citation,
    CiteReply,
    Counterpart,
    Figure,
    Passage,
    PassageReply,
    SearchReply,
)
from qa_service.replies.text import in_a_row


def answer(reply: AskReply, shown: Shown) -> str:
    """The answer or the refusal, its warnings, and what it stands on."""
    return joined([_head(reply, shown), _sources(reply, shown)])


def _head(reply: AskReply, shown: Shown) -> str:
    lines = [f"{shown.say('mcp.understood')}: {reply.understood}"] * (reply.understood != reply.question)
    lines.append(shown.say(_kind(reply)))
    lines.append(f"«{reply.answer.text}»" if reply.answer.quote else reply.answer.text)
    if reply.answer.original:
        lines.append(f"{shown.say('mcp.original')}: «{reply.answer.original.text}»")
    lines += [_figure(one, shown) for one in reply.figures or filter(None, [reply.figure])]
    lines += [f"! {notice}" for notice in reply.notices]
    lines += [shown.say("mcp.reference")] * (reply.reference is not None)
    return "\n".join(lines)


def _kind(reply: AskReply) -> str:
    if not reply.answered:
        return "mcp.refused"
    return "mcp.answered" if reply.answer.quote else "mcp.answer"


def _figure(figure: Figure, shown: Shown) -> str:
    value = " ".join(filter(None, (figure.value, figure.unit)))
    place = shown.say("cli.cell", table=figure.table, row=figure.row, column=figure.column)
    doubt = f" ({shown.say('cli.uncertain')})" if Doubt.UNSETTLED in figure.doubts else ""
    return f"- {value} — {place}{doubt}{shown.cited(figure.citation, figure.cell)}"


def _sources(reply: AskReply, shown: Shown) -> str:
    heading = shown.say("mcp.sources" if reply.answered else "mcp.nearest")
    return joined([heading, *_citations(reply.citations, shown)]) if reply.citations else ""


def hits(reply: SearchReply, shown: Shown) -> str:
    """The passages that were found, best first."""
    if not reply.hits:
        return shown.say("cli.nothing-found")
    return joined(_passage(hit.passage, shown, f"[{hit.rank}] ") for hit in reply.hits)


def places(reply: CiteReply, shown: Shown) -> str:
    """Every place that was found, or what is nearest."""
    counted = shown.say("mcp.found", found=reply.found, shown=len(reply.hits)) if reply.found else ""
    return joined([reply.message or "", counted, *_citations(reply.hits, shown)])


def passage(reply: PassageReply, shown: Shown) -> str:
    """The passage, then its neighbours."""
    neighbours = (("place.prev", reply.previous), ("place.next", reply.next))
    told = [f"{shown.say(key)}:\n{_passage(each, shown)}" for key, each in neighbours if each]
    return joined([_passage(reply.passage, shown), *told])


def _citations(citations: Iterable[Citation], shown: Shown) -> Iterator[str]:
    for number, citation in enumerate(citations, start=1):
        yield _passage(citation.passage, shown, f"[{number}] ")


def _passage(one: Passage, shown: Shown, number: str = "") -> str:
    lines = [f"{number}{in_a_row(one.path)}".strip(), f"> {one.text}"]
    if one.status != Status.OFFICIAL:
        lines.append(shown.say("cli.working-translation" if one.counterpart else "place.translation"))
    if one.counterpart and (one.status != Status.OFFICIAL or one.language != shown.language):
        lines += _counterpart(one.counterpart, shown)
    return "\n".join(filter(None, lines)) + shown.cited(one.citation, one.id)


def _counterpart(other: Counterpart, shown: Shown) -> Iterator[str]:
    if other.status != Status.OFFICIAL:
        yield f"{shown.say('sheet.working-translation')}:"
    yield f"> {other.text}"
