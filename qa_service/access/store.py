"""API keys in one SQLite file; every change is one transaction, and every process sees it at once."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from hmac import compare_digest
from importlib import resources
from pathlib import Path

from qa_service.access.keys import Key, Scope, digest_of, id_in, new_secret, scopes_of, text_of
from qa_service.database import Database
from qa_service.errors import KeyNameTaken, KeyUnknown

FILE = "keys.sqlite"
NO_DIGEST = bytes(32)


class KeyStore:
    """The keys below `folder`; safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        schema = resources.files(__package__).joinpath("schema.sql").read_text("utf-8")
        self._database = Database(folder / FILE, schema)

    def add(
        self, name: str, scopes: Iterable[Scope], rate: int | None = None, expires: datetime | None = None
    ) -> tuple[Key, str]:
        """A new key and its secret, which nobody can get again. Raises KeyNameTaken and StorageFull."""
        identifier, secret = new_secret()
        key = Key(identifier, name, frozenset(scopes), rate, _now(), expires)
        try:
            with self._database.changing() as opened:
                opened.execute(
                    "insert into keys values (?, ?, ?, ?, ?, ?, ?, ?)", _row(key, digest_of(secret))
                )
        except sqlite3.IntegrityError as taken:
            raise KeyNameTaken(name=name) from taken
        return key, secret

    def withdraw(self, name_or_id: str) -> Key:
        """The key of this name or id, which is refused from now on. Raises KeyUnknown and StorageFull."""
        with self._database.changing() as opened:
            row = opened.execute(
                "update keys set withdrawn = ? where withdrawn is null and id = coalesce("
                " (select id from keys where id = ?),"
                " (select id from keys where name = ? and withdrawn is null)) returning *",
                (_now().isoformat(), name_or_id, name_or_id),
            ).fetchone()
        if row is None:
            raise KeyUnknown(key=name_or_id)
        return _key(row)

    def all(self) -> tuple[Key, ...]:
        """Every key that was ever made, the oldest first."""
        if not self._database.exists:
            return ()
        with self._database.reading() as opened:
            return tuple(map(_key, opened.execute("select * from keys order by created, rowid")))

    def find(self, secret: str) -> Key | None:
        """The key in force that has this secret. A wrong one takes as long as one that has expired."""
        row = self._row_of(id_in(secret))
        is_right = compare_digest(digest_of(secret), row["digest"] if row else NO_DIGEST)
        if row is None or not is_right:
            return None
        key = _key(row)
        return key if key.is_in_force(_now()) else None

    def _row_of(self, identifier: str | None) -> sqlite3.Row | None:
        if identifier is None or not self._database.exists:
            return None
        with self._database.reading() as opened:
            row: sqlite3.Row | None = opened.execute(
                "select * from keys where id = ?", (identifier,)
            ).fetchone()
        return row


def _now() -> datetime:
    return datetime.now(UTC)


def _row(key: Key, digest: bytes) -> tuple[object, ...]:
    expires = key.expires.isoformat() if key.expires else None
    created = key.created.isoformat()
    return (key.id, key.name, digest, text_of(key.scopes), key.rate, created, expires, None)


def _key(row: sqlite3.Row) -> Key:
    return Key(
        id=row["id"],
        name=row["name"],
        scopes=scopes_of(row["scopes"]),
        rate=row["rate"],
        created=datetime.fromisoformat(row["created"]),
        expires=_moment(row["expires"]),
        withdrawn=_moment(row["withdrawn"]),
    )


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None
