"""Issue sheets in the terminal."""

import json
from pathlib import Path

import pytest

from qa_service.cli.running import run
from qa_service.docx_reading import read_draft

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("QA_DATA", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def issues(folder: Path) -> str:
    file = folder / "issues.txt"
    file.write_text("1. Сколько детских домов в стране?\n2. Опишите полёты на Луну.\n", encoding="utf-8")
    return str(file)


def printed(capfd: Capture, *arguments: str) -> list[str]:
    assert run(["sheet", *arguments]) == 0
    return capfd.readouterr().out.splitlines()


def test_a_list_becomes_a_word_file(capfd: Capture, issues: str, folder: Path) -> None:
    lines = printed(capfd, issues, "-o", str(folder / "sheet.docx"))
    assert lines[3:] == ["1: Освещено [1] слов: 0", "2: Ничего не найдено [1] слов: 0"]
    paragraphs = read_draft((folder / "sheet.docx").read_bytes())
    assert any(note == "Постановление № 1" for each in paragraphs for _, note in each.notes)


def test_a_sheet_is_edited_later_by_its_id(capfd: Capture, issues: str, folder: Path) -> None:
    identifier = printed(capfd, issues)[0]
    (folder / "reply.txt").write_text("Два слова", encoding="utf-8")
    options = ("--drop", "1:1", "--reply", f"1:@{folder / 'reply.txt'}", "--words", "1")
    lines = printed(capfd, "--id", identifier, *options, "-o", str(folder / "sheet.json"))
    assert "Слов сверх допустимого: 1." in lines
    sheet = json.loads((folder / "sheet.json").read_bytes())
    assert sheet["words"] == {"done": 2, "total": 1}
    assert sheet["issues"][0]["evidence"][0]["choice"] == "dropped"


def test_a_removed_sheet_is_gone(capfd: Capture, issues: str) -> None:
    identifier = printed(capfd, issues)[0]
    assert printed(capfd, "--id", identifier, "--remove") == []
    assert run(["sheet", "--id", identifier]) == 1
    assert capfd.readouterr().err == f"Нет таблицы ответов с идентификатором {identifier}.\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param([], 2, id="nothing"),
        pytest.param(["{issues}", "--id", "x"], 2, id="both"),
        pytest.param(["{issues}", "-o", "sheet.pdf"], 2, id="another format"),
        pytest.param(["{issues}", "--pin", "1"], 2, id="no number"),
        pytest.param(["{issues}", "--pin", "1:a"], 2, id="a letter for a number"),
        pytest.param(["missing.docx"], 1, id="no file"),
        pytest.param(["{folder}"], 1, id="a folder"),
    ],
)
def test_a_wrong_call_is_one_line_and_leaves_no_sheet(
    capfd: Capture, issues: str, folder: Path, arguments: list[str], status: int
) -> None:
    given = [each.format(issues=issues, folder=folder) for each in arguments]
    assert run(["sheet", *given]) == status
    assert len(capfd.readouterr().err.splitlines()) == 1
    assert not (folder / "data").exists()
