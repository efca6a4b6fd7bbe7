"""Sheets in their file: nothing half done, nothing to guess."""

from pathlib import Path

import pytest

from qa_service.errors import EvidenceUnknown, IssueUnknown, SheetUnknown
from qa_service.sheets.records import Edit, Evidence, Finding, Issue, Kind, Stage, Status
from qa_service.sheets.store import FILE, Store

ISSUES = (Issue("1", "1", "", "Заң?", "Бөлім"), Issue("2a", "2", "a", "Бюджет?", "Бөлім", "Айтыңыз:"))
PIECE = Evidence(
    1,
    Kind.TABLE,
    "D1.kk.t6.r1",
    "kk",
    "сөз",
    (1, 2),
    {"kk": "Баяндама"},
    True,
    path=("I",),
    highlights=((0, 1),),
    table=6,
    grid=(("", "2018"), ("Қала", "5")),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data")


@pytest.fixture
def sheet(store: Store) -> str:
    identifier = store.add(ISSUES, "kk")
    store.record(identifier, "1", Finding(Status.COVERED, (PIECE,)))
    return identifier


def test_a_sheet_comes_back_as_it_was_kept(store: Store, sheet: str) -> None:
    found = store.sheet(sheet)
    assert tuple(entry.issue for entry in found.entries) == ISSUES
    assert found.entries[0].evidence == (PIECE,)
    assert (found.language, found.stage, found.done) == ("kk", Stage.WAITING, 1)


def test_another_process_sees_every_change_at_once(store: Store, sheet: str, tmp_path: Path) -> None:
    store.edit(sheet, [Edit("2a", reply="Бюджет бар.")])
    assert Store(tmp_path / "data").sheet(sheet).words == 2


def test_edits_are_made_all_or_none(store: Store, sheet: str) -> None:
    before = store.sheet(sheet)
    for wrong, error in ((Edit("9"), IssueUnknown), (Edit("1", pin=(7,)), EvidenceUnknown)):
        with pytest.raises(error):
            store.edit(sheet, [Edit("1", reply="Жауап"), wrong])
        assert store.sheet(sheet) == before


def test_no_id_is_like_another_and_an_unknown_one_tells_nothing(store: Store) -> None:
    identifiers = {store.add(ISSUES, "kk") for _ in range(20)}
    assert len(identifiers) == 20
    assert min(map(len, identifiers)) >= 22
    for call in (store.sheet, store.stage, store.remove):
        with pytest.raises(SheetUnknown):
            call("' or 1=1 --")


def test_a_removed_sheet_leaves_nothing_behind(store: Store, sheet: str, tmp_path: Path) -> None:
    store.edit(sheet, [Edit("1", reply="құпия-жауап")])
    store.remove(sheet)
    store.record(sheet, "1", Finding(Status.COVERED, (PIECE,)))
    assert store.unfinished() == ()
    left = b"".join(file.read_bytes() for file in (tmp_path / "data").glob("*"))
    assert "құпия-жауап".encode() not in left


def test_work_that_has_ended_stays_ended(store: Store, sheet: str) -> None:
    store.move(sheet, Stage.CANCELLED)
    store.move(sheet, Stage.RUNNING)
    store.move(sheet, Stage.DONE)
    assert store.stage(sheet) is Stage.CANCELLED


def test_nobody_else_can_read_the_file(store: Store, sheet: str, tmp_path: Path) -> None:
    assert (tmp_path / "data" / FILE).stat().st_mode & 0o077 == 0


def test_a_store_that_nobody_uses_leaves_no_file(tmp_path: Path) -> None:
    assert Store(tmp_path / "data").unfinished() == ()
    assert not (tmp_path / "data").exists()
