"""One event, one line: no text of a client's can begin another or steer a terminal."""

import json
import logging
from pathlib import Path
from typing import Literal

import pytest
from fastapi.testclient import TestClient

from qa_service.api import guard
from qa_service.cli.logs import log_to_stderr
from tests.api.fakes import FakeService, fake_app

Form = Literal["text", "json"]
FORGED = "a\r\n2026-11-22 00:00:00,000 INFO forged\x1b[2J\x9b\u2028\u202e\x00"


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.rstrip("\n").split("\n")


def test_nothing_that_is_logged_forges_a_line_of_text(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr("text")
    logging.getLogger("qa_service.api").info("%s", FORGED)
    (line,) = lines(capsys)
    assert line.isprintable()
    assert r"a\r\n2026" in line


def test_a_traceback_is_indented_and_forges_no_line_either(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr("text", tells_asked=True)
    try:
        raise ValueError(FORGED)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("a fault")
    first, *rest = lines(capsys)
    assert first.endswith("ERROR a fault")
    assert len(rest) > 2
    assert all(line.startswith("    ") and line.isprintable() for line in rest)


def test_json_is_one_ascii_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr("json")
    logging.getLogger("qa_service.api").info("%s", FORGED, extra={"path": FORGED})
    logging.getLogger("some.library").warning("a library")
    own, library = lines(capsys)
    assert own.isascii()
    assert own.isprintable()
    told = json.loads(own)
    assert (told["message"], told["path"], told["level"]) == (FORGED, FORGED, "INFO")
    assert told["time"].endswith("+00:00")
    assert json.loads(library)["logger"] == "some.library"


def test_away_from_a_terminal_the_log_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr("auto")
    logging.getLogger("qa_service").info("ready")
    (line,) = lines(capsys)
    assert json.loads(line)["message"] == "ready"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_request_is_one_line_without_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: Form
) -> None:
    log_to_stderr(form)
    client = TestClient(fake_app(tmp_path))
    client.post("/v1/ask", json={"question": "тайный вопрос?"})
    client.get("/v1/cite", params={"reference": "тайный вопрос"})
    client.get("/v1/passages/%0d%0a2026-11-22 INFO forged%1b[2J")
    told = lines(capsys)
    assert len(told) == 3
    assert all(line.isprintable() for line in told)
    assert "тайный" not in "".join(told)
    assert "\\u0442\\u0430\\u0439" not in "".join(told)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_fault_is_told_by_its_place_and_kind_and_without_what_was_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: Form
) -> None:
    """Libraries put the value that they stumbled over into the message."""

    def fail(_: object, text: str, limit: int) -> None:
        try:
            raise KeyError(text)
        except KeyError as missing:
            raise ValueError(f"cannot read {text!r}") from missing

    monkeypatch.setattr(FakeService, "search", fail)
    told = {}
    for tells_asked in (True, False):
        log_to_stderr(form, tells_asked)
        TestClient(fake_app(tmp_path)).post("/v1/search", json={"query": "private matter"})
        told[tells_asked] = capsys.readouterr().err
    assert "private matter" in told[True]
    assert "private matter" not in told[False]
    assert all(each in told[False] for each in ("ValueError", "KeyError", "in fail"))


def test_a_line_names_who_asked_for_what_and_how_it_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr("json")
    reply = TestClient(fake_app(tmp_path), client=("10.0.0.1", 5)).get("/v1/documents")
    told = json.loads(lines(capsys)[0])
    assert told["logger"] == guard.__name__
    assert (told["client"], told["method"], told["path"]) == ("10.0.0.1", "GET", "/v1/documents")
    assert (told["status"], told["request"]) == (200, reply.headers["x-request-id"])
    assert told["took_ms"] > 0


def test_questions_are_logged_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to_stderr("json")
    client = TestClient(fake_app(tmp_path, QA_LOG_QUESTIONS="true"))
    client.post("/v1/ask", json={"question": "тайный вопрос?"})
    assert json.loads(lines(capsys)[0])["question"] == "тайный вопрос?"
