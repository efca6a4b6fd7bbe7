"""Replies about passages as they are printed."""

from collections.abc import Iterator

from rich.text import Text

from qa_service.answering.records import Doubt
from qa_service.cli.output import Shown
from qa_service.document.records import Status
from qa_service.language.phrases import phrase
from qa_service.replies.schemas import (
    AskReply,
    Citation,
    CiteReply,
    Counterpart,
    Figure,
    Passage,
    ReferencesReply,
    SearchReply,
    Wording,
)
from qa_service.replies.text import in_a_row, in_language

FOUND = "bold yellow"


def hits(reply: SearchReply) -> Shown:
    """Found passages, best first."""
    if not reply.hits:
        yield phrase("cli.nothing-found", reply.language)
    for hit in reply.hits:
        yield Text(f"{hit.rank}. {hit.score:.3f}", "bold")
        yield from _passage(hit.passage, [], reply.language)


def answer(reply: AskReply) -> Shown:
    """The answer or the refusal, then what it stands on."""
    yield from _wording(reply.answer)
    for figure in reply.figures or filter(None, [reply.figure]):
        yield _figure(figure, reply.language)
    for notice in reply.notices:
        yield Text(f"! {notice}", "red")
    yield ""
    yield from _citations(reply.citations, reply.language)


def places(reply: CiteReply) -> Shown:
    """Every place that was found, or what is nearest."""
    if reply.message:
        yield reply.message
    yield from _citations(reply.hits, reply.language)


def references(reply: ReferencesReply) -> Shown:
    """A line for each: what it is called, how many places name it, and their lines."""
    for entry in reply.references:
        lines = ", ".join(_span(place.lines) for place in entry.places)
        yield Text.assemble((entry.label, "bold"), f" ({len(entry.places)}): ", (lines, "dim"))


def _span(lines: tuple[int, int]) -> str:
    first, last = lines
    return str(first) if first == last else f"{first}–{last}"


def _wording(wording: Wording) -> Iterator[Text]:
    yield Text(f"«{wording.text}»" if wording.quote else wording.text, "bold")
    if wording.original:
        yield Text(f"«{wording.original.text}»", "dim")


def _figure(figure: Figure, language: str) -> Text:
    value = " ".join(filter(None, (figure.value, figure.unit)))
    place = phrase("cli.cell", language, table=figure.table, row=figure.row, column=figure.column)
    doubt = f" ({phrase('cli.uncertain', language)})" if Doubt.UNSETTLED in figure.doubts else ""
    return Text.assemble((value, FOUND), f" — {place}", (doubt, "red"))


def _citations(citations: list[Citation], language: str) -> Shown:
    for number, citation in enumerate(citations, start=1):
        yield Text(f"[{number}]", "bold")
        yield from _passage(citation.passage, citation.highlights, language)


def _passage(passage: Passage, highlights: list[tuple[int, int]], language: str) -> Shown:
    if passage.path:
        yield Text(in_a_row(passage.path), "dim")
    yield _marked(passage.text, highlights)
    if passage.status != Status.OFFICIAL:
        yield Text(phrase("cli.working-translation", language), "dim red")
    if passage.counterpart and (passage.status != Status.OFFICIAL or passage.language != language):
        yield from _counterpart(passage.counterpart, language)
    yield Text(_cited(passage, language), "italic cyan")
    yield ""


def _counterpart(other: Counterpart, language: str) -> Iterator[Text]:
    if other.status != Status.OFFICIAL:
        yield Text(f"{phrase('sheet.working-translation', language)}:", "dim red")
    yield _marked(other.text, other.highlights, "dim")


def _marked(text: str, highlights: list[tuple[int, int]], style: str = "") -> Text:
    shown = Text(text, style)
    for start, end in highlights:
        shown.stylize(FOUND, start, end)
    return shown


def _cited(passage: Passage, language: str) -> str:
    return f"{in_language(passage.citation, language)} [{passage.id}]"
