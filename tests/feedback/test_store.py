"""Judgements in their file: kept whole, in order, by several processes at once."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.errors import JudgementsTooMany, JudgementUnknown, StorageFull
from qa_service.feedback.records import Judgement, Verdict
from qa_service.feedback.store import FILE, FeedbackStore

JUDGED = Judgement(
    "Неше жетім бар?",
    "kk",
    Verdict.WRONG,
    True,
    "'); drop table judgements; --\u202e",
    "1462",
    "1462",
    "D1.kk.t6.r1.c1",
    ("D1.kk.10", "D1.kk.11"),
)
OTHER_PROCESS = """
import sys
from pathlib import Path
from qa_service.feedback.records import Judgement, Verdict
from qa_service.feedback.store import FeedbackStore
store = FeedbackStore(Path(sys.argv[1]))
for number in range(20):
    store.add(Judgement(f"{sys.argv[2]}-{number}", "ru", Verdict.RIGHT, True))
"""


def test_a_judgement_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    identifier = FeedbackStore(tmp_path).add(JUDGED)
    (kept,) = FeedbackStore(tmp_path).after()
    assert (kept.id, bool(kept.created)) == (identifier, True)
    assert kept == replace(JUDGED, id=kept.id, created=kept.created)


def test_where_nothing_was_kept_nothing_is_written(tmp_path: Path) -> None:
    assert FeedbackStore(tmp_path / "data").after() == ()
    assert not (tmp_path / "data").exists()


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    FeedbackStore(tmp_path).add(JUDGED)
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", OTHER_PROCESS, str(tmp_path), name]) for name in "abc"]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    kept = FeedbackStore(tmp_path).after()
    assert len(kept) == len({each.question for each in kept}) == 60
    assert [each.id for each in kept] == list(range(1, 61))


def test_a_removed_judgement_is_gone_and_its_number_is_not_given_again(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path)
    store.remove(store.add(JUDGED))
    assert store.after() == ()
    assert store.add(JUDGED) == 2
    with pytest.raises(JudgementUnknown):
        store.remove(1)


def test_a_store_that_is_full_takes_no_more(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path, most=1)
    store.add(JUDGED)
    with pytest.raises(JudgementsTooMany):
        store.add(JUDGED)
    assert len(store.after()) == 1


def test_a_full_disk_is_told_and_what_was_kept_still_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FeedbackStore(tmp_path)
    store.add(JUDGED)
    connect = sqlite3.connect

    def almost_full(*given: object, **named: object) -> sqlite3.Connection:
        opened = connect(*given, **named)  # type: ignore[call-overload]
        opened.execute(f"pragma max_page_count = {opened.execute('pragma page_count').fetchone()[0]}")
        return opened  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", almost_full)
    with pytest.raises(StorageFull):
        store.add(Judgement("?" * 2000, "kk", Verdict.RIGHT, True, answer="ж" * 20_000))
    assert len(store.after()) == 1
