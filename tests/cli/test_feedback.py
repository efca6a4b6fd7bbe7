"""What readers say of answers, in the terminal."""

import json
from pathlib import Path

import pytest

from qa_service.cli.running import run
from qa_service.feedback.records import Judgement, Verdict
from qa_service.feedback.store import FeedbackStore

Capture = pytest.CaptureFixture[str]
WRONG = Judgement(
    "Неше \x1b[2Jжетім?", "kk", Verdict.WRONG, True, "қате\x07\n[bold]жыл[/bold]", figure="1462"
)
RIGHT = Judgement("Кто выиграл матч?", "ru", Verdict.RIGHT, False)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FeedbackStore:
    monkeypatch.setenv("QA_DATA", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    return FeedbackStore(tmp_path)


def printed(capfd: Capture, *arguments: str) -> list[str]:
    assert run(["feedback", *arguments]) == 0
    return capfd.readouterr().out.splitlines()


def test_judgements_are_listed_as_text_that_no_terminal_obeys(capfd: Capture, store: FeedbackStore) -> None:
    store.add(WRONG)
    store.add(RIGHT)
    lines = printed(capfd, "list")
    assert lines[0].endswith("неверно")
    assert lines[1:4] == ["  Неше [2Jжетім?", "  → 1462", "  Комментарий: қате [bold]жыл[/bold]"]
    assert lines[5:] == ["  Кто выиграл матч?", "  → (ответа нет)", "Всего отзывов: 2"]


def test_only_what_was_judged_wrong_can_be_listed_and_as_the_api_gives_it(
    capfd: Capture, store: FeedbackStore
) -> None:
    store.add(RIGHT)
    store.add(WRONG)
    (line,) = printed(capfd, "list", "--wrong", "--json")
    reply = json.loads(line)
    assert [one["id"] for one in reply["judgements"]] == [2]
    assert reply["next"] is None


def test_an_export_says_what_it_wrote(capfd: Capture, store: FeedbackStore, tmp_path: Path) -> None:
    store.add(WRONG)
    store.add(RIGHT)
    folder = tmp_path / "out"
    assert printed(capfd, "export", str(folder)) == [
        f"{folder}/unanswerable-feedback.jsonl: 1", f"{folder}/review.csv: 1",
    ]  # fmt: skip


def test_a_judgement_can_be_forgotten(capfd: Capture, store: FeedbackStore) -> None:
    store.add(WRONG)
    printed(capfd, "remove", "1")
    assert store.after() == ()
    assert run(["feedback", "remove", "1"]) == 1
    assert "1" in capfd.readouterr().err
