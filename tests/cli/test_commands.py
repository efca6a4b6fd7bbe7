"""What each command prints in a pipe, and what it says when it cannot."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from qa_service import __version__
from qa_service.cli.running import run
from qa_service.language.phrases import phrase
from qa_service.writing.records import Sentence, Written
from tests.api.fakes import FakeService, fake_app

Capture = pytest.CaptureFixture[str]
LOOKUP = json.dumps(
    {"id": "l-1", "query": "20-бап", "lang": "kk", "expect": [{"line": 9, "quote": "Балалар"}]}
)


def printed(capfd: Capture, *arguments: str) -> str:
    assert run(arguments) == 0
    return capfd.readouterr().out


def test_an_answer_is_printed_with_its_figure_and_its_citation(capfd: Capture) -> None:
    lines = printed(capfd, "ask", "сколько детей в стране?").splitlines()
    assert lines[0] == "«Число детских домов сократилось.»"
    assert lines[1] == "«Балалар үйлерінің саны азайды.»"
    assert lines[2] == "9,58 % — таблица 6, Қарағанды, 2018"
    assert "Постановление № 1 [D1.ru.7]" in lines


def test_an_answer_that_a_model_wrote_is_printed_with_its_marks_and_who_wrote_it(
    capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Written((Sentence("Детских домов стало меньше.", (1,)),))
    writing = SimpleNamespace(model="qwen", written=lambda: written)
    monkeypatch.setattr(FakeService, "writing", lambda *_: writing)
    lines = printed(capfd, "ask", "сколько детей в стране?").splitlines()
    assert lines[0] == "Детских домов стало меньше [1]."
    assert f"! {phrase('writing.by-model', 'ru', model='qwen')}" in lines


def test_a_translation_is_marked_and_followed_by_the_official_text(capfd: Capture) -> None:
    lines = printed(capfd, "search", "детские дома").splitlines()
    marked = lines.index("рабочий перевод, не официальный; официальный текст:")
    assert lines[marked - 1 : marked + 2 : 2] == [
        "Число детских домов сократилось.",
        "Балалар үйлерінің саны азайды.",
    ]


def test_a_refusal_is_an_answer_and_no_failure(capfd: Capture) -> None:
    assert printed(capfd, "ask", "балалардың құқықтары").startswith("Есепте жоқ.")


def test_a_place_is_printed_with_its_path(capfd: Capture) -> None:
    assert "I тарау › Бөлім\n" in printed(capfd, "cite", "20-бап")


def test_what_the_report_refers_to_is_printed_with_its_lines(capfd: Capture) -> None:
    assert printed(capfd, "references", "--kind", "article") == "статья 20 Конвенции (1): 10–12\n"


def test_the_version_is_printed(capfd: Capture) -> None:
    assert printed(capfd, "version") == f"{__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "method", "path", "body"),
    [
        (["search", "дети", "-n", "3"], "POST", "/v1/search", {"query": "дети", "limit": 3}),
        (["ask", "дети?", "-n", "3"], "POST", "/v1/ask", {"question": "дети?", "limit": 3}),
        (["cite", "20-бап"], "GET", "/v1/cite?reference=20-бап", None),
        (["table", "6"], "GET", "/v1/tables/6", None),
        (["table", "6", "--form", "gost"], "GET", "/v1/tables/6?form=gost", None),
        (["cite", "20-бап", "--form", "bibtex"], "GET", "/v1/cite?reference=20-бап&form=bibtex", None),
        (["references", "--kind", "act"], "GET", "/v1/references?kind=act&language=ru", None),
    ],
)
def test_json_is_what_the_api_returns(
    capfd: Capture, tmp_path: Path, arguments: list[str], method: str, path: str, body: object
) -> None:
    told = json.loads(printed(capfd, *arguments, "--json"))
    replied = TestClient(fake_app(tmp_path)).request(method, path, json=body).json()
    assert {**told, "took_ms": 0} == {**replied, "took_ms": 0}


def test_json_keeps_kazakh_letters(capfd: Capture) -> None:
    assert "Балалар үйлерінің" in printed(capfd, "search", "дети", "--json")


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        pytest.param(["search", " "], 1, "Текст пуст.", id="blank"),
        pytest.param(["ask", "ә" * 2001], 1, "Текст длиннее 2000 знаков.", id="too long"),
        pytest.param(["table", "42"], 1, "Таблицы 42 нет; имеются: 6.", id="no such table"),
        pytest.param(["table", "six"], 2, "Invalid value for 'number'", id="no number"),
        pytest.param(["search"], 2, "Missing argument", id="no query"),
        pytest.param(["search", "a", "-n", "51"], 2, "Invalid value for '--limit'", id="limit 51"),
        pytest.param(["search", "a", "--nonsense"], 2, "No such option: --nonsense", id="unknown option"),
        pytest.param(["nonsense"], 2, "No such command 'nonsense'", id="unknown command"),
        pytest.param(["table", "6", "-o", "six.pdf"], 2, "Invalid value: six.pdf", id="unknown format"),
        pytest.param(["table", "6", "-o", "/nowhere/six.csv"], 1, "/nowhere/six.csv: ", id="no folder"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_status(
    capfd: Capture, arguments: list[str], status: int, line: str
) -> None:
    assert run(arguments) == status
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith(line)
    assert told.err.count("\n") == 1


def test_a_wrong_setting_is_named(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_THREADS", "many")
    assert run(["search", "дети"]) == 1
    assert "QA_THREADS=many" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["six.csv", "six.xlsx", "six.png"])
def test_a_table_is_written_to_a_file(tmp_path: Path, name: str) -> None:
    assert run(["table", "6", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).stat().st_size > 0


@pytest.mark.parametrize(
    "command",
    ["build", "serve", "ask", "search", "cite", "references", "table", "evaluate", "audit", "version"],
)
def test_every_command_explains_itself(capfd: Capture, command: str) -> None:
    assert f"qa-service {command}" in printed(capfd, command, "--help")


@pytest.mark.parametrize("option", ["--before", "--output"])
def test_what_an_evaluation_lacks_is_told_before_minutes_of_work(
    capfd: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    (tmp_path / "lookup.jsonl").write_text(LOOKUP)
    monkeypatch.setattr(FakeService, "cite", lambda *_: pytest.fail("it was measured"))
    assert run(["evaluate", str(tmp_path), option, str(tmp_path / "nowhere" / "now.json")]) == 1
    assert "nowhere" in capfd.readouterr().err


def test_an_evaluation_names_the_files_that_it_does_not_read(capfd: Capture, tmp_path: Path) -> None:
    (tmp_path / "lookup.jsonl").write_text(LOOKUP)
    (tmp_path / "quiz.jsonl").write_text("")
    assert run(["evaluate", str(tmp_path)]) == 0
    assert "quiz.jsonl" in capfd.readouterr().err


def test_an_evaluation_of_questions_in_other_languages_alone_is_no_success(
    capfd: Capture, tmp_path: Path
) -> None:
    question = {"id": "t-1", "question": {"en": "What?"}, "evidence": ["a"], "lines": [1, 1]}
    (tmp_path / "text.jsonl").write_text(json.dumps(question))
    assert run(["evaluate", str(tmp_path)]) == 1
    assert "not measured" in capfd.readouterr().err
