"""Quiet when the reader leaves or a person interrupts, plain when nothing can be written."""

import os
from contextlib import redirect_stdout
from pathlib import Path
from typing import TextIO

import pytest

from qa_service.cli import current
from qa_service.cli.locale import locale_language
from qa_service.cli.running import run

Capture = pytest.CaptureFixture[str]
FULL = Path("/dev/full")


def pipe_without_reader() -> TextIO:
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "w", encoding="utf-8")


def full_disk() -> TextIO:
    return FULL.open("w", encoding="utf-8")


PRINTING = [["search", "дети"], ["search", "дети", "--json"], ["table", "6"]]


@pytest.mark.parametrize("arguments", PRINTING)
def test_a_reader_that_leaves_is_no_complaint(capfd: Capture, arguments: list[str]) -> None:
    with pipe_without_reader() as output, redirect_stdout(output):
        assert run(arguments) == 1
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_full_disk_is_told_in_one_line(capfd: Capture, arguments: list[str]) -> None:
    with full_disk() as output, redirect_stdout(output):
        assert run(arguments) == 1
    assert capfd.readouterr().err == "No space left on device\n"


def test_an_interrupt_is_quiet(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(current, "open_service", interrupted)
    assert run(["search", "дети"]) == 130
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "kk_KZ.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ru"}, "ru"),
        ({}, "en"),
    ],
)
def test_the_locale_names_the_language(environment: dict[str, str], language: str) -> None:
    assert locale_language(environment) == language
