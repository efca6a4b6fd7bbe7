"""A SQLite file that several threads and processes work with; every change is one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qa_service.errors import StorageFull
from qa_service.sealed import exclusive

WAIT_SECONDS = 20.0
"""How long a change waits for another process that writes."""


class Database:
    """The tables of `schema` (SQL that changes nothing where they exist) in `file`, which is made with the
    first change and is readable by its owner alone."""

    def __init__(self, file: Path, schema: str) -> None:
        self._file = file
        self._schema = schema
        self._is_ready = False

    @property
    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self._file.exists()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection whose queries all see the same state."""
        with closing(self._connection()) as opened:
            opened.execute("begin")
            yield opened

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that alone writes; kept at the end, undone by an exception. Raises StorageFull."""
        try:
            with closing(self._connection()) as opened:
                opened.execute("begin immediate")
                yield opened
                opened.execute("commit")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
                raise StorageFull(folder=str(self._file.parent), reason=str(fault)) from fault
            raise

    def _connection(self) -> sqlite3.Connection:
        if not self._is_ready:
            self._prepare()
        return self._opened()

    def _prepare(self) -> None:
        # SQLite lets nobody wait for the change to WAL: who comes second would be told "locked" at once.
        with exclusive(self._file.parent), closing(self._made()) as opened:
            opened.execute("pragma journal_mode = wal")
            opened.executescript(self._schema)
        self._is_ready = True

    def _made(self) -> sqlite3.Connection:
        self._file.touch(mode=0o600)
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        opened = sqlite3.connect(self._file, timeout=WAIT_SECONDS, isolation_level=None)
        opened.row_factory = sqlite3.Row
        opened.execute("pragma foreign_keys = on")
        opened.execute("pragma secure_delete = on")
        return opened
