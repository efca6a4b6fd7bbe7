"""The bot as a process: what it says when it cannot start, and how it ends."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping

import pytest

from qa_service.cli.running import FAILED, run
from qa_service.settings import Settings, as_variables
from tests.telegram.fake_bot_api import TOKEN, FakeBotApi

STOP_SECONDS = 30


def test_a_missing_token_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("QA_TELEGRAM_TOKEN", raising=False)
    assert run(["telegram"]) == FAILED
    told = capfd.readouterr().err
    assert "QA_TELEGRAM_TOKEN" in told
    assert told.count("\n") == 1


def test_a_token_that_cannot_be_one_is_told_without_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QA_TELEGRAM_TOKEN", "secret/../token")
    assert run(["telegram"]) == FAILED
    told = capfd.readouterr().err
    assert "api.telegram.org" in told
    assert "secret" not in told
    assert told.count("\n") == 1


def test_a_signal_ends_the_bot_in_order(settings: Settings) -> None:
    async def scene() -> tuple[int | None, str]:
        api = FakeBotApi()
        await api.start()
        process = await _started(as_variables(settings) | {"QA_TELEGRAM_URL": api.url})
        await api.next("setMyCommands", within=60)
        await api.next("setMyCommands")
        await api.next("setMyCommands")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP_SECONDS):
            _, told = await process.communicate()
        await api.stop()
        return process.returncode, told.decode()

    status, told = asyncio.run(scene())
    assert status == 0
    assert "the bot has stopped" in told
    assert TOKEN not in told


async def _started(variables: Mapping[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "qa_service.cli", "telegram"),
        env=os.environ | variables | {"QA_TELEGRAM_TOKEN": TOKEN},
        stderr=asyncio.subprocess.PIPE,
    )
