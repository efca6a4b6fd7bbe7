"""The work on sheets: one at a time, issue by issue, each result kept at once."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

from qa_service.errors import ServiceError, SheetsTooMany, SheetUnknown
from qa_service.sheets.assessment import Service, assess
from qa_service.sheets.records import Sheet, Stage
from qa_service.sheets.store import Store

logger = logging.getLogger(__name__)

MOST_WAITING = 50
"""Sheets that may wait; each takes up to minutes."""

Progress = Callable[[int, int], None]


def work_on(
    store: Store,
    identifier: str,
    service: Callable[[], Service],
    progress: Progress = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Finds what is missing in a sheet until it is done, cancelled or removed, or `stopped` says so.

    `service` is asked for anew with each issue, so that a new index counts at once. `progress` is told
    how many issues are done, of how many. Raises what the service raises; the sheet has then failed.
    """
    sheet = store.sheet(identifier)
    store.move(identifier, Stage.RUNNING)
    missing = [entry.issue for entry in sheet.entries if entry.status is None]
    for done, issue in enumerate(missing, start=sheet.done):
        progress(done, len(sheet.entries))
        if stopped() or store.stage(identifier) is not Stage.RUNNING:
            return
        store.record(identifier, issue.key, assess(issue, sheet.language, service()))
    progress(len(sheet.entries), len(sheet.entries))
    store.move(identifier, Stage.DONE)


class Worker:
    """One thread that works on the sheets that wait, in their order; what a restart broke off goes on."""

    def __init__(self, store: Store, service: Callable[[], Service]) -> None:
        self._store = store
        self._service = service
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="sheets")
        self._stopped = Event()
        self._lock = Lock()
        self._waiting = 0

    def resume(self) -> None:
        """Takes up every unfinished sheet."""
        for identifier in self._store.unfinished():
            self._submit(identifier)

    def require_room(self) -> None:
        """Raises SheetsTooMany where no further sheet can be taken."""
        if self._waiting >= MOST_WAITING:
            raise SheetsTooMany(waiting=self._waiting)

    def take(self, sheet: Sheet) -> None:
        """Puts a sheet last in the queue."""
        self._submit(sheet.id)

    def close(self) -> None:
        """Returns when the issue in hand is kept; what is left is resumed after the next start."""
        self._stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, identifier: str) -> None:
        with self._lock:
            self._waiting += 1
        self._pool.submit(self._work, identifier)

    def _work(self, identifier: str) -> None:
        try:
            work_on(self._store, identifier, self._service, stopped=self._stopped.is_set)
        except SheetUnknown:
            logger.info("a sheet was removed before it was done")
        except ServiceError as refused:
            logger.error("a sheet cannot be made: %s", refused)
            self._store.move(identifier, Stage.FAILED, refused.slug)
        except Exception:
            logger.exception("a sheet cannot be made")
            self._store.move(identifier, Stage.FAILED, "internal")
        finally:
            with self._lock:
                self._waiting -= 1
