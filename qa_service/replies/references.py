"""The reference index as a reply, over HTTP and in the terminal."""

from typing import cast

from qa_service.citing.dates import Date
from qa_service.citing.index import Entry
from qa_service.citing.labels import label, number_of
from qa_service.citing.places import Place
from qa_service.citing.references import Target
from qa_service.replies import schemas
from qa_service.service import Service


def references(
    service: Service, language: str, kind: schemas.ReferenceKind | None = None
) -> schemas.ReferencesReply:
    """Everything that the documents refer to, or what is of one kind; labels are in `language`."""
    chosen = [entry for entry in service.references() if kind in (None, entry.target.value)]
    return schemas.ReferencesReply(language=language, references=[_entry(each, language) for each in chosen])


def _entry(entry: Entry, language: str) -> schemas.ReferenceEntry:
    return schemas.ReferenceEntry(
        kind=cast(schemas.ReferenceKind, entry.target.value),
        label=label(entry, language),
        number=None if entry.target is Target.LAW else number_of(entry) or None,
        code=entry.code,
        date=_iso(entry.act.date) if entry.act else None,
        places=[_place(place) for place in entry.places],
    )


def _iso(date: Date) -> str | None:
    return f"{date.year:04}-{date.month:02}-{date.day:02}" if date.full else None


def _place(place: Place) -> schemas.ReferencePlace:
    return schemas.ReferencePlace(
        passage=place.passage.id, lines=place.passage.lines, highlights=list(place.highlights)
    )
