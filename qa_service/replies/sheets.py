"""From the records of a sheet to what goes over the wire, and back for edits."""

from qa_service.replies import schemas
from qa_service.sheets.records import Edit, Entry, Sheet


def sheet_reply(sheet: Sheet, most_words: int) -> schemas.SheetReply:
    """A sheet; its replies may have `most_words` words together."""
    return schemas.SheetReply(
        id=sheet.id,
        language=sheet.language,
        created=sheet.created,
        stage=sheet.stage,
        failure=sheet.failure,
        progress=schemas.Counted(done=sheet.done, total=len(sheet.entries)),
        words=schemas.Counted(done=sheet.words, total=most_words),
        issues=[_entry(entry) for entry in sheet.entries],
    )


def _entry(entry: Entry) -> schemas.IssueEntry:
    return schemas.IssueEntry(
        key=entry.issue.key,
        number=entry.issue.number,
        letter=entry.issue.letter,
        heading=entry.issue.heading,
        lead=entry.issue.lead,
        text=entry.issue.text,
        status=entry.status,
        reply=entry.reply,
        words=entry.words,
        evidence=[schemas.Evidence.model_validate(each) for each in entry.evidence],
    )


def edit_of(change: schemas.SheetEdit) -> Edit:
    """The edit that a client asks for."""
    return Edit(
        key=change.issue,
        pin=tuple(change.pin),
        drop=tuple(change.drop),
        offer=tuple(change.offer),
        order=tuple(change.order),
        reply=change.reply,
    )
