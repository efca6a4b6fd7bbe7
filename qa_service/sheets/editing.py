"""A drafter's changes to an entry: pure functions from one record to the next."""

from collections.abc import Iterable
from dataclasses import replace

from qa_service.errors import EvidenceUnknown
from qa_service.sheets.lines import without_controls
from qa_service.sheets.records import Choice, Edit, Entry, Evidence


def edited(entry: Entry, edit: Edit) -> Entry:
    """The entry after an edit: pinned evidence stands first. Raises EvidenceUnknown."""
    known = {each.number for each in entry.evidence}
    for number in (*edit.pin, *edit.drop, *edit.offer, *edit.order):
        if number not in known:
            raise EvidenceUnknown(key=entry.issue.key, number=number)
    chosen = [_chosen(each, edit) for each in _ordered(entry.evidence, edit.order)]
    evidence = sorted(chosen, key=lambda each: each.choice is not Choice.PINNED)
    reply = entry.reply if edit.reply is None else without_controls(edit.reply).strip()
    return replace(entry, evidence=tuple(evidence), reply=reply)


def _ordered(evidence: Iterable[Evidence], order: tuple[int, ...]) -> list[Evidence]:
    places = {number: place for place, number in reversed(list(enumerate(order)))}
    return sorted(evidence, key=lambda each: places.get(each.number, len(order)))


def _chosen(evidence: Evidence, edit: Edit) -> Evidence:
    for numbers, choice in (
        (edit.pin, Choice.PINNED),
        (edit.drop, Choice.DROPPED),
        (edit.offer, Choice.OFFERED),
    ):
        if evidence.number in numbers:
            return replace(evidence, choice=choice)
    return evidence
