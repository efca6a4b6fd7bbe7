"""The address is taken early, says what is wrong with it, and answers without delay."""

import socket
from pathlib import Path

import pytest

from qa_service.access.keys import Scope
from qa_service.access.store import KeyStore
from qa_service.api.protection import policy_at
from qa_service.cli import opening, serving
from qa_service.cli.opening import open_warm
from qa_service.cli.running import run
from qa_service.cli.serving import bound_socket, warn_of_missing_keys
from qa_service.settings import Settings, read_settings
from tests.api.fakes import FakeService


def test_an_address_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use") as refused:
            bound_socket("127.0.0.1", port)
    assert refused.value.filename == f"127.0.0.1:{port}"


def test_a_host_that_there_is_not_is_named() -> None:
    with pytest.raises(OSError) as refused:
        bound_socket("nowhere.invalid", 8000)
    assert refused.value.filename == "nowhere.invalid:8000"


def test_connections_are_refused_until_the_server_listens() -> None:
    with bound_socket("127.0.0.1", 0) as bound, pytest.raises(ConnectionRefusedError):
        socket.create_connection(bound.getsockname())


def test_the_socket_names_its_protocol_so_that_replies_are_not_held_back() -> None:
    with bound_socket("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_what_requests_need_is_made_before_the_first_one(monkeypatch: pytest.MonkeyPatch) -> None:
    warmed: list[FakeService] = []

    def opened(_: Settings) -> FakeService:
        return FakeService()

    monkeypatch.setattr(opening, "open_service", opened)
    monkeypatch.setattr(FakeService, "warm_up", lambda service: warmed.append(service))
    assert [open_warm(read_settings({}))] == warmed


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
@pytest.mark.parametrize("command", [["serve"], ["mcp", "--http"]])
def test_where_others_could_ask_it_does_not_start_until_it_is_told_how(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: list[str], address: str
) -> None:
    monkeypatch.setattr(serving, "open_host", lambda settings: pytest.fail("the index was opened"))
    assert run([*command, "--host", address, "--port", "0"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert address in line
    for word in ("`qa-service keys add", "QA_KEYS=required", "QA_KEYS=off"):
        assert word in line


@pytest.mark.parametrize(("mode", "is_warned"), [("required", True), ("off", False)])
def test_keys_that_are_required_and_missing_are_missed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, mode: str, is_warned: bool
) -> None:
    settings = read_settings({"QA_KEYS": mode, "QA_DATA": str(tmp_path)})
    warn_of_missing_keys(policy_at("0.0.0.0", settings), settings)
    assert ("keys add" in caplog.text) is is_warned
    caplog.clear()
    KeyStore(tmp_path).add("bot", [Scope.READ])
    warn_of_missing_keys(policy_at("0.0.0.0", settings), settings)
    assert caplog.text == ""
