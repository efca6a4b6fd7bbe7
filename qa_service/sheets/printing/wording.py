"""What every printed form of a sheet says: in the language of its issues."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from qa_service.language.phrases import phrase
from qa_service.sheets.records import Entry, Evidence, Kind, Sheet, Status


def said(key: str, sheet: Sheet, **values: object) -> str:
    """The phrase `sheet.<key>` in the sheet's language."""
    return phrase(f"sheet.{key}", sheet.language, **values)


def status_of(entry: Entry, sheet: Sheet) -> str:
    """The status of an issue in words."""
    return said(entry.status or "waiting", sheet)


def summary(sheet: Sheet, limit: int) -> Iterator[str]:
    """How many issues have which status, and how many words the replies have."""
    counts = Counter(entry.status for entry in sheet.entries)
    yield said(
        "summary",
        sheet,
        covered=counts[Status.COVERED],
        partly=counts[Status.PARTLY],
        nothing=counts[Status.NOTHING],
        waiting=counts[None],
    )
    yield said("words", sheet, words=sheet.words, limit=limit)
    if sheet.words > limit:
        yield said("too-many-words", sheet, more=sheet.words - limit)


def citation_of(evidence: Evidence, sheet: Sheet) -> str:
    """The footnote in the sheet's language, or else in any."""
    return evidence.citations.get(sheet.language) or next(iter(evidence.citations.values()), evidence.passage)


def caption_of(evidence: Evidence, sheet: Sheet) -> str:
    """What stands above a table or beside a figure, with what puts the figure in doubt."""
    key = "figure" if evidence.kind is Kind.FIGURE else "table"
    caption = said(key, sheet, number=evidence.table, place=evidence.place)
    doubts = " ".join(phrase(f"figure-notice.{doubt}", sheet.language) for doubt in evidence.doubts)
    return f"{caption.removesuffix('.')}. {doubts}" if doubts else caption


def groups_of(entry: Entry) -> Iterator[tuple[str, list[Evidence]]]:
    """The kept evidence in order, in runs of what answers and what is only nearest, each with its phrase."""
    for supports, group in groupby(entry.kept, key=lambda each: each.supports):
        yield "supporting" if supports else "nearest", list(group)


def label_of(entry: Entry) -> str:
    """ "12." for a paragraph, "(a)" for a sub-question."""
    return f"({entry.issue.letter})" if entry.issue.letter else f"{entry.issue.number}."


def lead_before(entry: Entry, before: Entry | None) -> str:
    """What opens a paragraph whose first sub-question this is; "" where it was printed already."""
    if before is not None and (before.issue.number, before.issue.heading) == (
        entry.issue.number,
        entry.issue.heading,
    ):
        return ""
    return entry.issue.lead


def heading_before(entry: Entry, before: Entry | None) -> str:
    """The heading that begins with this issue; "" where it stands already."""
    return "" if before and before.issue.heading == entry.issue.heading else entry.issue.heading
