"""The findings of the figure check as a reply, over HTTP and in the terminal."""

from time import perf_counter

from qa_service.checking.draft import read_file, titles_of
from qa_service.checking.records import Finding, Place, counted
from qa_service.replies import presentation, schemas
from qa_service.replies.timing import milliseconds_since
from qa_service.service import Service


def check_reply(service: Service, sent: bytes) -> schemas.CheckReply:
    """What the report says to a draft: a text in UTF-8 or a DOCX. Raises DraftUnreadable."""
    started = perf_counter()
    findings = service.check(read_file(sent, titles_of(service.library.documents)))
    counts = {verdict.name.lower(): count for verdict, count in counted(findings).items()}
    return schemas.CheckReply(
        counts=schemas.CheckCounts(**counts),
        findings=[_finding(each, service) for each in findings],
        took_ms=milliseconds_since(started),
    )


def _finding(found: Finding, service: Service) -> schemas.CheckFinding:
    return schemas.CheckFinding(
        kind=found.mention.kind,
        written=found.written,
        sentence=found.sentence.text,
        span=found.mention.span,
        language=found.sentence.language,
        unit=found.mention.unit or None,
        years=sorted(found.mention.years),
        verdict=found.verdict,
        reported=found.reported,
        place=_place(found.place, service) if found.place else None,
        cited=found.cited,
    )


def _place(place: Place, service: Service) -> schemas.CheckPlace:
    return schemas.CheckPlace(
        passage=presentation.passage(place.passage, service.library.citation),
        highlights=[place.highlight] if place.highlight else [],
        lines=place.lines,
        row=place.row,
        column=place.column,
    )
