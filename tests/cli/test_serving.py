"""The address is taken early, says what is wrong with it, and answers without delay."""

import socket

import pytest

from qa_service.cli import opening
from qa_service.cli.opening import open_warm
from qa_service.cli.serving import bound_socket
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
