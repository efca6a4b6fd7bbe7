from pathlib import Path

import pytest

from qa_service.assembly import read_library
from qa_service.citing.citation import citation
from qa_service.cli.running import run

Capture = pytest.CaptureFixture[str]
CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QA_CORPUS", str(CORPUS))
    return tmp_path / "draft.txt"


def test_a_draft_that_differs_fails_and_says_where(draft: Path, capfd: Capture) -> None:
    draft.write_text("Кесте, Қарағанды, 2018 жылы: 9,85 %.", encoding="utf-8")
    assert run(["check", str(draft)]) == 1
    printed = capfd.readouterr().out
    assert "9,85: в докладе: 9,58" in printed
    assert "таблица 6, Қарағанды, 2018" in printed


def test_a_citation_stands_until_its_words_change(draft: Path, capfd: Capture) -> None:
    document = read_library(CORPUS).documents[0]
    note = citation(document, document.official.passages[20], "ru")
    draft.write_text(f"Сказано ({note}).", encoding="utf-8")
    assert run(["verify", str(draft)]) == 0
    assert "без изменений" in capfd.readouterr().out
    digest = note.rpartition("@")[2]
    draft.write_text(note.replace(digest, "0123456789ab]"), encoding="utf-8")
    assert run(["verify", str(draft)]) == 1
    assert "теперь там другой текст" in capfd.readouterr().out


def test_a_file_without_text_is_refused_in_one_line(draft: Path, capfd: Capture) -> None:
    draft.write_bytes(b"")
    assert run(["check", str(draft)]) == 1
    assert capfd.readouterr().err == "Файл пуст.\n"
