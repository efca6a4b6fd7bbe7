"""The process: quiet when its reader leaves or a person interrupts it, plain when it cannot write."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qa_service.cli.locale import locale_language

PROGRAM = """
from qa_service.cli import commands, main
from tests.api.fakes import FakeService
commands.open_service = lambda settings: FakeService()
main()
"""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", PROGRAM, *arguments]


def test_a_reader_that_leaves_is_no_complaint() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command("search", "дети"), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("search", "дети", "--json"), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_an_interrupt_is_quiet() -> None:
    waiting = PROGRAM.replace(
        "lambda settings: FakeService()", "lambda settings: print(1, flush=True) or sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", f"from time import sleep\n{waiting}", "search", "дети"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert told == b""


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
