"""A sheet as Markdown (CommonMark with the footnotes and tables of GitHub)."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from qa_service.sheets.printing import wording
from qa_service.sheets.records import Entry, Evidence, Grid, Kind, Sheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def to_markdown(sheet: Sheet, limit: int) -> bytes:
    """UTF-8; every citation is a footnote. Text of the sheet cannot act as markup."""
    notes: list[str] = []
    parts = chain(
        [f"# {wording.said('title', sheet)}"],
        wording.summary(sheet, limit),
        _entries(sheet, notes),
        _footnotes(notes),
    )
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _footnotes(notes: Sequence[str]) -> Iterator[str]:
    # A generator: the notes are there only when the entries before them are printed.
    for number, note in enumerate(notes, start=1):
        yield f"[^{number}]: {_with_bare_mark(note)}"


def _with_bare_mark(note: str) -> str:
    # The brackets of a citation's mark are not escaped, so that the citation can be verified later.
    return _escaped(note).replace(r"\[", "[").replace(r"\]", "]")


def _entries(sheet: Sheet, notes: list[str]) -> Iterator[str]:
    before: Entry | None = None
    for entry in sheet.entries:
        if heading := wording.heading_before(entry, before):
            yield f"## {_escaped(heading)}"
        if lead := wording.lead_before(entry, before):
            yield f"**{entry.issue.number}.** {_escaped(lead)}"
        yield from _entry(entry, sheet, notes)
        before = entry


def _entry(entry: Entry, sheet: Sheet, notes: list[str]) -> Iterator[str]:
    yield f"**{wording.label_of(entry)}** {_escaped(entry.issue.text)}"
    yield f"*{wording.status_of(entry, sheet)}*"
    if entry.reply:
        count = wording.said("words-of-issue", sheet, words=entry.words)
        yield f"**{wording.said('reply', sheet)}** ({count})"
        yield from (_escaped(line) for line in entry.reply.split("\n") if line.strip())
    for key, group in wording.groups_of(entry):
        yield f"*{wording.said(key, sheet)}*"
        yield from (_evidence(each, sheet, notes) for each in group)


def _evidence(evidence: Evidence, sheet: Sheet, notes: list[str]) -> str:
    notes.append(wording.citation_of(evidence, sheet))
    mark = f"[^{len(notes)}]"
    match evidence.kind:
        case Kind.FIGURE:
            return f"- **{_escaped(evidence.text)}** — {_escaped(wording.caption_of(evidence, sheet))}{mark}"
        case Kind.TABLE:
            return f"{_escaped(wording.caption_of(evidence, sheet))}{mark}\n\n{_table(evidence.grid)}"
        case Kind.PASSAGE:
            quoted = _escaped(evidence.text).replace("\n", "\n> ")
            return f"> {quoted}{mark}"


def _table(grid: Grid) -> str:
    header, *rows = (f"| {' | '.join(_cell(cell) for cell in line)} |" for line in grid)
    return "\n".join([header, "|" + " --- |" * len(grid[0]), *rows])


def _cell(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    # A number with a full stop at the start of a line would begin a list.
    return re.sub(r"(?m)^(\s*\d+)([.)])", r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
