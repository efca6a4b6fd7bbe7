"""Sheets in one SQLite file; every change is one transaction, so a killed process loses no more than that."""

import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from qa_service.database import Database
from qa_service.errors import IssueUnknown, SheetUnknown
from qa_service.sheets.editing import edited
from qa_service.sheets.records import UNFINISHED, Edit, Entry, Evidence, Finding, Issue, Sheet, Stage
from qa_service.sheets.rows import evidence_to_text, sheet_from_rows

FILE = "sheets.sqlite"


class Store:
    """The sheets below `folder`; safe to use from several threads and processes.

    Methods raise SheetUnknown for an id that is none, and StorageFull where the disk is full.
    """

    def __init__(self, folder: Path) -> None:
        schema = resources.files(__package__).joinpath("schema.sql").read_text("utf-8")
        self._database = Database(folder / FILE, schema)

    def add(self, issues: Sequence[Issue], language: str) -> str:
        """The id of a new sheet that waits for work; nobody can guess it."""
        identifier = secrets.token_urlsafe(16)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [asdict(each) | {"sheet": identifier, "at": at} for at, each in enumerate(issues)]
        with self._database.changing() as opened:
            opened.execute(
                "insert into sheets (id, language, created, stage) values (?, ?, ?, ?)",
                (identifier, language, created, Stage.WAITING),
            )
            opened.executemany(
                "insert into issues (sheet, position, key, number, letter, text, heading, lead)"
                " values (:sheet, :at, :key, :number, :letter, :text, :heading, :lead)",
                rows,
            )
        return identifier

    def sheet(self, identifier: str) -> Sheet:
        """The sheet as it is now."""
        with self._database.reading() as opened:
            return _sheet(opened, identifier)

    def stage(self, identifier: str) -> Stage:
        """Where the work on a sheet stands."""
        with self._database.reading() as opened:
            row = opened.execute("select stage from sheets where id = ?", (identifier,)).fetchone()
        if row is None:
            raise SheetUnknown(id=identifier)
        return Stage(row["stage"])

    def unfinished(self) -> tuple[str, ...]:
        """The sheets that wait for work or whose work was broken off, the oldest first."""
        if not self._database.exists:
            return ()
        with self._database.reading() as opened:
            rows = opened.execute(
                "select id from sheets where stage in (?, ?) order by created, rowid", UNFINISHED
            )
            return tuple(row["id"] for row in rows)

    def move(self, identifier: str, stage: Stage, failure: str = "") -> None:
        """Notes where the work on an unfinished sheet stands now; one that has ended stays as it is."""
        with self._database.changing() as opened:
            opened.execute(
                "update sheets set stage = ?, failure = ? where id = ? and stage in (?, ?)",
                (stage, failure, identifier, *UNFINISHED),
            )

    def record(self, identifier: str, key: str, finding: Finding) -> None:
        """Keeps what was found to an issue; nothing where the sheet was removed meanwhile."""
        with self._database.changing() as opened:
            changed = opened.execute(
                "update issues set status = ? where sheet = ? and key = ?", (finding.status, identifier, key)
            )
            if changed.rowcount:
                _keep_evidence(opened, identifier, _position(opened, identifier, key), finding.evidence)

    def edit(self, identifier: str, edits: Iterable[Edit]) -> Sheet:
        """The sheet after all edits, or, with IssueUnknown or EvidenceUnknown raised, after none."""
        with self._database.changing() as opened:
            entries = {entry.issue.key: entry for entry in _sheet(opened, identifier).entries}
            for edit in edits:
                if edit.key not in entries:
                    raise IssueUnknown(key=edit.key)
                entries[edit.key] = edited(entries[edit.key], edit)
                _keep_entry(opened, identifier, entries[edit.key])
            return _sheet(opened, identifier)

    def remove(self, identifier: str) -> None:
        """Forgets a sheet with everything in it."""
        with self._database.changing() as opened:
            if not opened.execute("delete from sheets where id = ?", (identifier,)).rowcount:
                raise SheetUnknown(id=identifier)


def _sheet(opened: sqlite3.Connection, identifier: str) -> Sheet:
    sheet = opened.execute("select * from sheets where id = ?", (identifier,)).fetchone()
    if sheet is None:
        raise SheetUnknown(id=identifier)
    issues = opened.execute(
        "select issues.*, replies.text as reply from issues left join replies using (sheet, position)"
        " where sheet = ? order by position",
        (identifier,),
    )
    evidence = opened.execute(
        "select position, record from evidence where sheet = ? order by position, place", (identifier,)
    )
    return sheet_from_rows(sheet, issues.fetchall(), evidence.fetchall())


def _keep_entry(opened: sqlite3.Connection, identifier: str, entry: Entry) -> None:
    position = _position(opened, identifier, entry.issue.key)
    _keep_evidence(opened, identifier, position, entry.evidence)
    opened.execute("delete from replies where sheet = ? and position = ?", (identifier, position))
    if entry.reply:
        opened.execute("insert into replies values (?, ?, ?)", (identifier, position, entry.reply))


def _keep_evidence(
    opened: sqlite3.Connection, identifier: str, position: int, evidence: Iterable[Evidence]
) -> None:
    opened.execute("delete from evidence where sheet = ? and position = ?", (identifier, position))
    opened.executemany(
        "insert into evidence values (?, ?, ?, ?)",
        [(identifier, position, place, evidence_to_text(each)) for place, each in enumerate(evidence)],
    )


def _position(opened: sqlite3.Connection, identifier: str, key: str) -> int:
    row = opened.execute(
        "select position from issues where sheet = ? and key = ?", (identifier, key)
    ).fetchone()
    return int(row["position"])
