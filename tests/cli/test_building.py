"""What `qa-service serve` needs is built by a process that goes away with its memory."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest
import typer

from qa_service.cli.building import build_apart
from qa_service.cli.running import FAILED
from qa_service.settings import as_variables, read_settings


def test_a_build_that_fails_passes_on_its_status_and_its_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    nothing = tmp_path / "no-model"
    with pytest.raises(typer.Exit) as failed:
        build_apart(read_settings({"QA_MODEL": str(nothing), "QA_INDEX": str(tmp_path / "index")}))
    assert failed.value.exit_code == FAILED
    said = capfd.readouterr().err.strip()
    assert str(nothing) in said
    assert said.count("\n") == 0


def test_a_signal_that_ends_the_server_ends_its_build(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGTERM))
    started = time.monotonic()
    timer.start()
    with pytest.raises(typer.Exit) as ended:
        build_apart(read_settings({"QA_INDEX": str(tmp_path / "index"), "QA_CACHE": str(tmp_path / "cache")}))
    assert ended.value.exit_code == 128 + signal.SIGTERM
    assert time.monotonic() - started < 3
    assert signal.getsignal(signal.SIGTERM) is before


def test_another_process_reads_the_same_settings(tmp_path: Path) -> None:
    settings = read_settings({"QA_INDEX": str(tmp_path), "QA_THREADS": "3", "QA_RERANKER": "some/model"})
    assert read_settings(as_variables(settings)) == settings
