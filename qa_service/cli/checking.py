"""Drafts in the terminal: what the report says to their figures, and whether their citations still stand."""

from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from qa_service.assembly import read_library
from qa_service.checking.draft import paragraphs_of
from qa_service.citing.verification import Standing, Verdict, verify
from qa_service.cli.output import Shown
from qa_service.language.phrases import phrase
from qa_service.replies.schemas import CheckFinding, CheckPlace, CheckReply

STYLES = {"same": "green", "differs": "bold red", "not found": "yellow"}
STANDINGS = {Standing.SAME: "green", Standing.CHANGED: "bold red", Standing.MISSING: "yellow"}


def findings(reply: CheckReply, language: str) -> Shown:
    """Every finding under its sentence, then how many there are of each verdict."""
    sentence = ""
    for found in reply.findings:
        if found.sentence != sentence:
            sentence = found.sentence
            yield Text(sentence, "bold")
        yield from _finding(found, language)
    yield phrase("check.counts", language, **reply.counts.model_dump())


def _finding(found: CheckFinding, language: str) -> Iterator[Text]:
    told = phrase(f"check.{found.verdict.replace(' ', '-')}", language)
    reported = f" {found.reported}" if found.verdict == "differs" else ""
    yield Text.assemble(f"  {found.written}: ", (f"{told}{reported}", STYLES[found.verdict]))
    if found.place:
        yield Text(f"    {_place(found.place, language)}", "dim")


def _place(place: CheckPlace, language: str) -> str:
    if place.passage.table and place.row and place.column:
        return phrase("cli.cell", language, table=place.passage.table, row=place.row, column=place.column)
    return place.passage.citation.get(language) or place.passage.id


def verdicts(file: Path, corpus: Path) -> tuple[Verdict, ...]:
    """What became of the citations in a text, JSON or DOCX. Raises DraftUnreadable and CorpusUnreadable."""
    text = "\n".join(paragraphs_of(file.read_bytes()))
    return verify(text, read_library(corpus))


def all_stand(found: tuple[Verdict, ...]) -> bool:
    """Whether no citation has changed or gone."""
    return all(each.standing is Standing.SAME for each in found)


def standing(found: tuple[Verdict, ...], language: str) -> Shown:
    """One line for each citation, and what stands at its place where that has changed."""
    if not found:
        yield phrase("check.no-citations", language)
    for each in found:
        told = phrase(f"check.standing-{each.standing}", language)
        yield Text.assemble(f"{each.mark} ", (told, STANDINGS[each.standing]))
        if each.standing is Standing.CHANGED:
            yield Text(f"  {each.words}", "dim")
