"""API keys in one SQLite file; every change is one transaction, and every process sees it at once."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hmac import compare_digest
from importlib import resources
from pathlib import Path

from qa_service.access.keys import Key, Scope, digest_of, id_in, new_secret, scopes_of, text_of
from qa_service.errors import KeyNameTaken, KeyUnknown, StorageFull

FILE = "keys.sqlite"
WAIT_SECONDS = 20.0
"""How long a change waits for another process that writes."""
NO_DIGEST = bytes(32)


class KeyStore:
    """The keys below `folder`; safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._is_ready = False

    def add(
        self, name: str, scopes: Iterable[Scope], rate: int | None = None, expires: datetime | None = None
    ) -> tuple[Key, str]:
        """A new key and its secret, which nobody can get again. Raises KeyNameTaken and StorageFull."""
        identifier, secret = new_secret()
        key = Key(identifier, name, frozenset(scopes), rate, _now(), expires)
        try:
            with self._changing() as opened:
                opened.execute(
                    "insert into keys values (?, ?, ?, ?, ?, ?, ?, ?)", _row(key, digest_of(secret))
                )
        except sqlite3.IntegrityError as taken:
            raise KeyNameTaken(name=name) from taken
        return key, secret

    def withdraw(self, name_or_id: str) -> Key:
        """The key of this name or id, which is refused from now on. Raises KeyUnknown and StorageFull."""
        with self._changing() as opened:
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
        if not self._file.exists():
            return ()
        with closing(self._connection()) as opened:
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
        if identifier is None or not self._file.exists():
            return None
        with closing(self._connection()) as opened:
            row: sqlite3.Row | None = opened.execute(
                "select * from keys where id = ?", (identifier,)
            ).fetchone()
        return row

    def _connection(self) -> sqlite3.Connection:
        if not self._is_ready:
            self._prepare()
        return self._opened()

    def _prepare(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.touch(mode=0o600)
        with closing(self._opened()) as opened:
            opened.execute("pragma journal_mode = wal")
            opened.executescript(resources.files(__package__).joinpath("schema.sql").read_text("utf-8"))
        self._is_ready = True

    def _opened(self) -> sqlite3.Connection:
        opened = sqlite3.connect(self._file, timeout=WAIT_SECONDS, isolation_level=None)
        opened.row_factory = sqlite3.Row
        return opened

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that alone writes; kept at the end, undone by an exception."""
        try:
            with closing(self._connection()) as opened:
                opened.execute("begin immediate")
                yield opened
                opened.execute("commit")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
                raise StorageFull(folder=str(self._file.parent), reason=str(fault)) from fault
            raise


def _now() -> datetime:
    return datetime.now(UTC)


def _row(key: Key, digest: bytes) -> tuple[object, ...]:
    expires = key.expires.isoformat() if key.expires else None
    created = key.created.isoformat()
    return (key.id, key.name, digest, text_of(key.scopes), key.rate, created, expires, None)


def _key(row: sqlite3.Row) -> Key:
    created, expires, withdrawn = (
        datetime.fromisoformat(row[column]) if row[column] else None
        for column in ("created", "expires", "withdrawn")
    )
    return Key(
        id=row["id"],
        name=row["name"],
        scopes=scopes_of(row["scopes"]),
        rate=row["rate"],
        created=created or _now(),
        expires=expires,
        withdrawn=withdrawn,
    )
