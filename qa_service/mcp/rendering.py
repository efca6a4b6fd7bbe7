"""Replies as text that a language model reads: words of the document in guillemets, then who says so.

Everything from a document stands behind a `> ` or in «», so that it cannot pass for the tool's own words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_service.answering.records import Doubt
from qa_service.document.records import Status
from qa_service.language.phrases import phrase
from qa_service.replies.schemas import (
    AskReply,
    Citation,
    CiteReply,
    Counterpart,
    Figure,
    Passage,
    PassageReply,
    Row,
    SearchReply,
    TableReply,
)
from qa_service.replies.text import in_a_row, in_language, permanent_address


@dataclass(frozen=True)
class Shown:
    """For whom a reply is written out: `language` of our own words, `base` before permanent addresses."""

    language: str
    base: str = ""

    def say(self, key: str, **values: object) -> str:
        """A phrase in the reader's language."""
        return phrase(key, self.language, **values)

    def address(self, identifier: str) -> str:
        """The permanent address of a passage, a row or a cell."""
        return permanent_address(self.base, identifier)


def answer(reply: AskReply, shown: Shown) -> str:
    """The answer or the refusal, its warnings, and what it stands on."""
    return _joined([_head(reply, shown), _sources(reply, shown)])


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
    return f"- {value} — {place}{doubt}{_cited(figure.citation, figure.cell, shown)}"


def _sources(reply: AskReply, shown: Shown) -> str:
    heading = shown.say("mcp.sources" if reply.answered else "mcp.nearest")
    return _joined([heading, *_citations(reply.citations, shown)]) if reply.citations else ""


def hits(reply: SearchReply, shown: Shown) -> str:
    """The passages that were found, best first."""
    if not reply.hits:
        return shown.say("cli.nothing-found")
    return _joined(_passage(hit.passage, shown, f"[{hit.rank}] ") for hit in reply.hits)


def places(reply: CiteReply, shown: Shown) -> str:
    """Every place that was found, or what is nearest."""
    counted = shown.say("mcp.found", found=reply.found, shown=len(reply.hits)) if reply.found else ""
    return _joined([reply.message or "", counted, *_citations(reply.hits, shown)])


def passage(reply: PassageReply, shown: Shown) -> str:
    """The passage, then its neighbours."""
    neighbours = (("place.prev", reply.previous), ("place.next", reply.next))
    told = [f"{shown.say(key)}:\n{_passage(each, shown)}" for key, each in neighbours if each]
    return _joined([_passage(reply.passage, shown), *told])


def table(reply: TableReply, shown: Shown) -> str:
    """The table in Markdown with its title, source and notes."""
    unit = f" ({reply.unit})" if reply.unit else ""
    title = f"{shown.say('sheet.table', number=reply.number, place=reply.title)}{unit}"
    below = [f"> {note}" for note in (reply.source, *reply.notes) if note]
    doubts = shown.say("mcp.uncertain") if any(row.uncertain for row in reply.rows) else ""
    cited = _cited(reply.citation, reply.passage, shown).strip()
    return _joined([title, "\n".join(_grid(reply)), doubts, "\n".join(below), cited])


def _grid(reply: TableReply) -> Iterator[str]:
    yield _line([reply.label_header or "", *reply.columns])
    yield _line(["---"] * (len(reply.columns) + 1))
    group = None
    for row in reply.rows:
        if row.group and row.group != group:
            yield _line([row.group, *[""] * len(reply.columns)])
        group = row.group
        yield _line([row.label, *_values(row)])


def _values(row: Row) -> Iterator[str]:
    for place, value in enumerate(row.values):
        yield f"{value} (?)".strip() if place in row.uncertain else value


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _citations(citations: Iterable[Citation], shown: Shown) -> Iterator[str]:
    for number, citation in enumerate(citations, start=1):
        yield _passage(citation.passage, shown, f"[{number}] ")


def _passage(one: Passage, shown: Shown, number: str = "") -> str:
    lines = [f"{number}{in_a_row(one.path)}".strip(), f"> {one.text}"]
    if one.status != Status.OFFICIAL:
        lines.append(shown.say("cli.working-translation" if one.counterpart else "place.translation"))
    if one.counterpart and (one.status != Status.OFFICIAL or one.language != shown.language):
        lines += _counterpart(one.counterpart, shown)
    return "\n".join(filter(None, lines)) + _cited(one.citation, one.id, shown)


def _counterpart(other: Counterpart, shown: Shown) -> Iterator[str]:
    if other.status != Status.OFFICIAL:
        yield f"{shown.say('sheet.working-translation')}:"
    yield f"> {other.text}"


def _cited(citation: dict[str, str], identifier: str | None, shown: Shown) -> str:
    """The citation and the permanent address, each on a line of its own."""
    words = in_language(citation, shown.language)
    told = (("place.citation", words), ("mcp.address", shown.address(identifier) if identifier else ""))
    return "".join(f"\n{shown.say(key)}: {value}" for key, value in told if value)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)
