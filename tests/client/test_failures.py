"""What a program sees when the service refuses, is busy, breaks off or is not there."""

import socket
import time
from pathlib import Path

import httpx
import pytest

from qa_service.access.keys import Scope
from qa_service.access.store import KeyStore
from qa_service.client import ClientError, ReplyUnreadable, Retries, ServiceProblem, ServiceUnreachable
from tests.api.fakes import fake_app
from tests.api.loopback import served
from tests.client.faces import Face, both
from tests.client.scripted import READY, Reply, scripted

QUICK = {"retries": Retries(first=0.01)}
BUSY = b'{"type": "/problems/too-busy", "title": "Busy", "status": 503, "detail": "64 wait."}'
NOW = {"Retry-After": "0"}


@both
@pytest.mark.parametrize("status", [429, 503])
def test_a_call_is_sent_again_when_the_service_asks_for_patience(face: Face, status: int) -> None:
    with scripted(Reply(status, BUSY, NOW), Reply(status, BUSY), Reply()) as server:
        assert face(server.base, "ready", client=QUICK).generation == "g"
    assert len(server.got) == 3


@both
def test_the_pause_that_is_asked_for_is_made(face: Face) -> None:
    with scripted(Reply(429, BUSY, {"Retry-After": "1"}), Reply()) as server:
        started = time.monotonic()
        face(server.base, "ready", client=QUICK)
    assert time.monotonic() - started >= 1


@both
def test_patience_ends(face: Face) -> None:
    with scripted(Reply(503, BUSY, NOW)) as server, pytest.raises(ServiceProblem) as refused:
        face(server.base, "ask", "дети?", client=QUICK)
    assert len(server.got) == 3
    assert (refused.value.type, refused.value.status) == ("/problems/too-busy", 503)
    assert (refused.value.title, refused.value.detail) == ("Busy", "64 wait.")


@both
def test_a_pause_that_is_too_long_is_told_and_not_made(face: Face) -> None:
    with scripted(Reply(429, BUSY, {"Retry-After": "3600"})) as server, pytest.raises(ServiceProblem) as late:
        face(server.base, "ready")
    assert late.value.retry_after == 3600
    assert len(server.got) == 1


@both
def test_a_reply_that_breaks_off_is_asked_for_again(face: Face) -> None:
    with scripted(Reply(broken=True), Reply()) as server:
        assert face(server.base, "ready", client=QUICK).status == "ready"


@both
def test_a_connection_that_always_breaks_is_told_as_such(face: Face) -> None:
    with scripted(Reply(broken=True)) as server, pytest.raises(ServiceUnreachable) as broken:
        face(server.base, "ready", client=QUICK)
    assert isinstance(broken.value.__cause__, httpx.TransportError)
    assert broken.value.status is None


@both
@pytest.mark.parametrize(
    ("call", "arguments"), [("make_sheet", ["1. Сұрақ"]), ("edit_sheet", ["a", []]), ("remove_sheet", ["a"])]
)
def test_what_changes_something_is_not_sent_twice_over_a_broken_connection(
    face: Face, call: str, arguments: list[object]
) -> None:
    with scripted(Reply(broken=True)) as server, pytest.raises(ServiceUnreachable):
        face(server.base, call, *arguments, client=QUICK)
    assert len(server.got) == 1


@both
def test_a_server_that_is_not_there_is_an_error_of_the_family(face: Face) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(ClientError) as nobody:
        face(f"http://127.0.0.1:{port}", "ready", client=QUICK)
    assert nobody.value.type == "unreachable"


@both
def test_a_server_that_says_nothing_is_waited_for_no_longer_than_told(face: Face) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(ServiceUnreachable):
        base = f"http://127.0.0.1:{mute.getsockname()[1]}"
        face(base, "ready", client={"timeout": 0.1, "retries": Retries(attempts=1)})


@both
@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"<html>"),
        Reply(body=b'{"status": 1}'),
        Reply(body=b"[" * 100_000),
        Reply(204, b""),
        Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
    ],
    ids=["a page", "another shape", "without bottom", "nothing", "wrongly packed"],
)
def test_a_reply_of_something_else_is_told_as_such(face: Face, reply: Reply) -> None:
    with scripted(reply) as server, pytest.raises(ReplyUnreadable):
        face(server.base, "ready")


@both
@pytest.mark.parametrize("call", [("ready",), ("table_file", 6, "csv")], ids=lambda call: call[0])
def test_a_redirect_is_not_followed_for_it_could_take_the_key_along(
    face: Face, call: tuple[object, ...]
) -> None:
    with (
        scripted(Reply()) as elsewhere,
        scripted(Reply(302, b"moved", {"Location": elsewhere.base})) as server,
        pytest.raises(ServiceProblem) as refused,
    ):
        face(server.base, *call, client={"key": "secret"})
    assert elsewhere.got == []
    assert refused.value.status == 302


@both
def test_an_error_that_is_no_problem_of_ours_still_has_its_status(face: Face) -> None:
    with scripted(Reply(502, b"<html>proxy</html>")) as server, pytest.raises(ServiceProblem) as refused:
        face(server.base, "ready")
    assert (refused.value.status, refused.value.type) == (502, "about:blank")


@both
def test_fields_that_a_newer_service_adds_are_passed_over(face: Face) -> None:
    with scripted(Reply(body=READY[:-1] + b', "new": [1]}')) as server:
        assert face(server.base, "ready").status == "ready"


@both
def test_a_wrong_key_is_refused_and_a_right_one_is_not(face: Face, tmp_path: Path) -> None:
    _, key = KeyStore(tmp_path).add("test", [Scope.READ])
    with served(fake_app(tmp_path, QA_KEYS="required")) as server:
        base = str(server.base_url)
        for wrong in (None, "nonsense"):
            with pytest.raises(ServiceProblem) as refused:
                face(base, "documents", client={"key": wrong})
            assert refused.value.status == 401
        assert face(base, "documents", client={"key": key}).documents


@both
def test_a_key_shows_in_no_text_of_an_error(face: Face) -> None:
    with scripted(Reply(401, b"")) as server, pytest.raises(ServiceProblem) as refused:
        face(server.base, "ready", client={"key": "qa_top-secret"})
    assert "top-secret" not in repr(refused.value) + str(refused.value)
