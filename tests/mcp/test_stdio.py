"""The tools over the standard streams of a real child process."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult

from qa_service.cli.running import run
from qa_service.settings import Settings, as_variables
from tests.mcp.calling import text_of, with_client

COMMAND = [sys.executable, "-m", "qa_service.cli", "mcp"]
FAKE = """
import sys
from pathlib import Path
from qa_service.cli import mcp
from qa_service.settings import read_settings
from tests.api.fakes import fake_app
mcp.open_host = lambda settings: fake_app(Path(sys.argv[1])).state.host
mcp.serve_one_client(read_settings({}), "ru")
"""
LAST = 3
HELLO = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


def environment(settings: Settings) -> dict[str, str]:
    return {**os.environ, **as_variables(settings), "LC_ALL": "ru_RU.UTF-8"}


def test_a_child_answers_from_the_real_report(settings: Settings) -> None:
    child = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=environment(settings))
    found, missing, crowd = with_client(child, _asked)
    first = found.structured_content["citations"][0]["passage"]
    assert found.structured_content["answer"]["text"] in first["text"]
    assert f"Тұрақты мекенжай: /p/{first['id']}" in text_of(found)
    assert missing.is_error and text_of(missing).startswith("Таблицы 99 нет")
    assert [result.structured_content["hits"][0]["passage"]["table"] for result in crowd] == [6] * 4


async def _asked(client: Client) -> tuple[CallToolResult, CallToolResult, list[CallToolResult]]:
    question = {"question": "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?", "limit": 1}
    found = await client.call_tool("ask", question)
    missing = await client.call_tool("table", {"number": 99})
    cite = (client.call_tool("cite", {"reference": "6-кесте"}) for _ in range(4))
    return found, missing, await asyncio.gather(*cite)


@dataclass(frozen=True)
class Left:
    """What a child that was left has written, and its status."""

    lines: list[bytes]
    errors: bytes
    status: int

    @property
    def replies(self) -> dict[object, Any]:
        """By the number of the request."""
        return {message.get("id"): message for message in map(json.loads, self.lines)}


@pytest.fixture(scope="module")
def fresh(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A child that has to build its index first, is spoken to, nonsense too, and then left."""
    folder = tmp_path_factory.mktemp("fresh")
    (folder / "corpus").mkdir()
    text = "Балалар үйлерінің саны азайды.\n\nМектептердің саны өсті.\n"
    (folder / "corpus" / "report.txt").write_text(text, encoding="utf-8")
    own = {name: folder / name for name in ("corpus", "index", "data")}
    messages = [
        _request(1, "initialize", HELLO),
        b"no protocol\n",
        _request(2, "tools/call", {"name": "delete"}),
        _request(LAST, "tools/call", {"name": "search", "arguments": {"query": "балалар үйлері"}}),
    ]
    with (folder / "errors").open("w+b") as errors:
        lines, status = _spoken_to(messages, environment(settings.model_copy(update=own)), errors)
        return Left(lines, (folder / "errors").read_bytes(), status)


def _spoken_to(messages: list[bytes], variables: dict[str, str], errors: BinaryIO) -> tuple[list[bytes], int]:
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=variables
    ) as child:
        assert child.stdin and child.stdout
        child.stdin.write(b"".join(messages))
        child.stdin.flush()
        lines: list[bytes] = []
        while not lines or json.loads(lines[-1]).get("id") != LAST:
            lines.append(child.stdout.readline())
        child.stdin.close()
        return [*lines, *child.stdout.readlines()], child.wait(60)


def _request(number: int, method: str, params: dict[str, Any]) -> bytes:
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode() + b"\n"


def test_a_first_start_builds_the_index_and_says_so_aside(fresh: Left) -> None:
    assert b"2 embedded" in fresh.errors


def test_nothing_but_the_protocol_is_on_stdout(fresh: Left) -> None:
    assert {message["jsonrpc"] for message in map(json.loads, fresh.lines)} == {"2.0"}


def test_nonsense_between_calls_does_not_stop_the_child(fresh: Left) -> None:
    assert fresh.replies[2]["error"]["message"].startswith("Инструмента delete нет")
    assert "Балалар үйлерінің саны азайды." in fresh.replies[LAST]["result"]["content"][0]["text"]


def test_a_client_that_goes_away_ends_the_child_without_a_trace(fresh: Left) -> None:
    assert fresh.status == 0
    assert b"Traceback" not in fresh.errors


@pytest.fixture
def child(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A child over a fake service that has just said hello."""
    command = [sys.executable, "-c", FAKE, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        assert started.stdin and started.stdout
        started.stdin.write(_request(1, "initialize", HELLO))
        started.stdin.flush()
        assert started.stdout.readline()
        yield started
        started.kill()


def test_an_interrupt_ends_a_child_that_waits_for_its_client(child: subprocess.Popen[bytes]) -> None:
    child.send_signal(signal.SIGINT)
    assert child.wait(60) == -signal.SIGINT
    assert child.stderr and b"Traceback" not in child.stderr.read()


def test_a_client_that_reads_no_more_leaves_no_trace(child: subprocess.Popen[bytes]) -> None:
    assert child.stdin and child.stdout and child.stderr
    child.stdout.close()
    child.stdin.write(_request(2, "ping", {}))
    child.stdin.close()
    assert child.wait(60) == 0
    assert b"Traceback" not in child.stderr.read()


def test_a_setting_that_cannot_be_used_is_told_on_stderr_alone(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_THREADS", "many")
    assert run(["mcp"]) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1 and "QA_THREADS" in told.err
