"""From rows of the store to records and back."""

import sqlite3
from collections.abc import Iterable

from pydantic import TypeAdapter

from qa_service.sheets.records import Entry, Evidence, Issue, Sheet, Stage, Status

_EVIDENCE = TypeAdapter(Evidence)


def evidence_to_text(evidence: Evidence) -> str:
    """JSON for the column `record`."""
    return _EVIDENCE.dump_json(evidence).decode("utf-8")


def sheet_from_rows(
    sheet: sqlite3.Row, issues: Iterable[sqlite3.Row], evidence: Iterable[sqlite3.Row]
) -> Sheet:
    """A sheet from its row, its issues with their replies, and all its evidence, both in order."""
    found: dict[int, list[Evidence]] = {}
    for row in evidence:
        found.setdefault(row["position"], []).append(_EVIDENCE.validate_json(row["record"]))
    return Sheet(
        id=sheet["id"],
        language=sheet["language"],
        created=sheet["created"],
        stage=Stage(sheet["stage"]),
        failure=sheet["failure"],
        entries=tuple(_entry(row, found.get(row["position"], ())) for row in issues),
    )


def _entry(row: sqlite3.Row, evidence: Iterable[Evidence]) -> Entry:
    issue = Issue(*(row[name] for name in ("key", "number", "letter", "text", "heading", "lead")))
    status = Status(row["status"]) if row["status"] else None
    return Entry(issue, status, tuple(evidence), row["reply"] or "")
