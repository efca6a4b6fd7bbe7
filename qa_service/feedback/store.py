"""Judgements in one SQLite file."""

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from qa_service.database import Database
from qa_service.errors import JudgementsTooMany, JudgementUnknown
from qa_service.feedback.records import Judgement, Verdict

FILE = "feedback.sqlite"
MOST = 100_000
"""Judgements that are kept: a service that anybody may write to must not fill a disk."""


class FeedbackStore:
    """The judgements below `folder`; safe to use from several threads and processes. Changes raise
    StorageFull where the disk is full."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        schema = resources.files(__package__).joinpath("schema.sql").read_text("utf-8")
        self._database = Database(folder / FILE, schema)
        self._most = most

    def add(self, judgement: Judgement) -> int:
        """Keeps it; gives the id. Raises JudgementsTooMany."""
        created = datetime.now(UTC).isoformat(timespec="seconds")
        values = asdict(judgement) | {"created": created, "passages": json.dumps(judgement.passages)}
        with self._database.changing() as opened:
            kept = opened.execute("select count(*) from judgements").fetchone()[0]
            if kept >= self._most:
                raise JudgementsTooMany(kept=kept)
            added = opened.execute(
                "insert into judgements"
                " (created, question, language, verdict, remark, answered, answer, figure, cell, passages)"
                " values (:created, :question, :language, :verdict, :remark, :answered, :answer, :figure,"
                " :cell, :passages)",
                values,
            )
        return int(added.lastrowid or 0)

    def after(self, identifier: int = 0, limit: int = MOST) -> tuple[Judgement, ...]:
        """Those that were kept after the one of this id, the oldest first."""
        if not self._database.exists:
            return ()
        with self._database.reading() as opened:
            rows = opened.execute(
                "select * from judgements where id > ? order by id limit ?", (identifier, limit)
            )
            return tuple(map(_judgement, rows))

    def remove(self, identifier: int) -> None:
        """Forgets one. Raises JudgementUnknown."""
        with self._database.changing() as opened:
            if not opened.execute("delete from judgements where id = ?", (identifier,)).rowcount:
                raise JudgementUnknown(id=identifier)


def _judgement(row: sqlite3.Row) -> Judgement:
    kept = dict(row) | {"passages": tuple(json.loads(row["passages"]))}
    return Judgement(**kept | {"verdict": Verdict(row["verdict"]), "answered": bool(row["answered"])})
