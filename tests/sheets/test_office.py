"""Work on sheets: in turn, through restarts, until it is cancelled."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from qa_service.answering.records import Reply
from qa_service.errors import IndexMissing, SheetsTooMany, SheetUnknown
from qa_service.search.query import Query
from qa_service.sheets import work
from qa_service.sheets.office import Office, issues_of_text
from qa_service.sheets.records import Sheet, Stage, Status
from tests.sheets.fakes import LIST, FakeService

ISSUES = issues_of_text(LIST)


class Slow(FakeService):
    """Answers only when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go_on = Event(), Event()

    def ask(self, text: str, limit: int) -> tuple[Query, Reply]:
        self.begun.set()
        assert self.go_on.wait(10)
        return super().ask(text, limit)


def ended(office: Office, identifier: str) -> Sheet:
    return until(lambda: office.sheet(identifier), lambda sheet: sheet.stage not in ("waiting", "running"))


def until(look: Callable[[], Sheet], holds: Callable[[Sheet], bool]) -> Sheet:
    for _ in range(1000):
        if holds(found := look()):
            return found
        time.sleep(0.01)
    raise AssertionError(look())


def office_with(folder: Path, service: FakeService) -> Office:
    return Office(folder, lambda: service, 100)


def test_a_list_becomes_a_sheet_in_its_language(tmp_path: Path) -> None:
    office = office_with(tmp_path, FakeService())
    sheet = ended(office, office.make(ISSUES).id)
    office.close()
    assert (sheet.stage, sheet.language) == (Stage.DONE, "ru")
    assert [entry.status for entry in sheet.entries] == [Status.COVERED, Status.COVERED, Status.NOTHING]


def test_work_that_a_restart_broke_off_goes_on_where_it_was(tmp_path: Path) -> None:
    service = Slow()
    office = office_with(tmp_path, service)
    first, second = office.make(ISSUES).id, office.make(ISSUES).id
    assert service.begun.wait(10)
    service.go_on.set()
    until(lambda: office.sheet(first), lambda sheet: sheet.done >= 1)
    office.close()
    done_before = office.sheet(first).done + office.sheet(second).done

    again = FakeService()
    restarted = office_with(tmp_path, again)
    restarted.start()
    assert ended(restarted, first).stage is ended(restarted, second).stage is Stage.DONE
    restarted.close()
    assert done_before + len({*again.asked}) > 0
    assert len(service.asked) + len(again.asked) == 2 * 4


def test_a_cancelled_sheet_keeps_what_was_found_and_stops(tmp_path: Path) -> None:
    service = Slow()
    office = office_with(tmp_path, service)
    identifier = office.make(ISSUES).id
    assert service.begun.wait(10)
    cancelled = office.cancel(identifier)
    assert cancelled is not None
    assert cancelled.stage is Stage.CANCELLED
    service.go_on.set()
    office.close()
    assert office.sheet(identifier).stage is Stage.CANCELLED
    assert office.sheet(identifier).done == 1
    assert office.cancel(identifier) is None
    with pytest.raises(SheetUnknown):
        office.sheet(identifier)


def test_what_the_service_refuses_fails_one_sheet_and_not_the_next(tmp_path: Path) -> None:
    def service() -> FakeService:
        if states.pop(0):
            raise states_error
        return FakeService()

    states: list[bool] = [True, False, False, False]
    states_error = IndexMissing(folder="index")
    office = Office(tmp_path, service, 100)
    failed, good = office.make(ISSUES).id, office.make(ISSUES).id
    assert (ended(office, failed).stage, office.sheet(failed).failure) == (Stage.FAILED, "index-missing")
    assert ended(office, good).stage is Stage.DONE
    office.close()


def test_sheets_beyond_the_queue_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "MOST_WAITING", 1)
    service = Slow()
    office = office_with(tmp_path, service)
    office.make(ISSUES)
    with pytest.raises(SheetsTooMany):
        office.make(ISSUES)
    service.go_on.set()
    office.close()


def test_progress_is_told_issue_by_issue(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    office_with(tmp_path, FakeService()).make_now(ISSUES, lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_an_interrupted_sheet_is_not_taken_up_by_a_server(tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    service = FakeService()
    with pytest.raises(KeyboardInterrupt):
        office_with(tmp_path, service).make_now(ISSUES, interrupt)
    asked = len(service.asked)
    server = office_with(tmp_path, service)
    server.start()
    server.close()
    assert len(service.asked) == asked
