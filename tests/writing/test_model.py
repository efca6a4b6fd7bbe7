"""What a model's server may do wrong, over real HTTP: each ends in the room's own outcome, in time."""

import time
from threading import Event

import pytest

from qa_service.writing.model import Model
from qa_service.writing.protocol import ModelFailed, Prompt
from qa_service.writing.records import Failure
from tests.writing.conftest import HASTY, KEY, PATIENT
from tests.writing.model_server import (
    Behaviour,
    Handler,
    ModelServer,
    drips,
    fails,
    floods,
    in_turn,
    packs,
    redirects,
    says_nothing,
    sends,
    stalls,
    writes,
)

PROMPT = Prompt("Task", "Data")
TIMELY = 10.0
"""Much less than a server here stalls, and more than a busy machine needs."""
PIECE = 'data: {"choices": [{"delta": {"content": "many long words "}, "finish_reason": null}]}\n\n'


def heard(model: Model) -> tuple[str, Failure | None, float]:
    """What was read, the failure, and how long it took."""
    text, started = "", time.monotonic()
    try:
        for piece in model.pieces(PROMPT):
            text += piece
    except ModelFailed as failed:
        return text, failed.failure, time.monotonic() - started
    return text, None, time.monotonic() - started


def test_the_model_is_asked_for_a_stream_with_the_key_and_its_text_comes_whole(
    server: ModelServer, model: Model
) -> None:
    server.says("Балалар саны өсті [1].")
    assert heard(model)[:2] == ("Балалар саны өсті [1].", None)
    (asked,) = server.requests
    assert asked["path"] == "/v1/chat/completions"
    assert (asked["model"], asked["stream"], asked["temperature"]) == ("the-model", True, 0)
    assert [message["content"] for message in asked["messages"]] == ["Task", "Data"]
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert server.headers[0]["accept-encoding"] == "identity"


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        pytest.param(stalls(), Failure.SLOW, id="stalls"),
        pytest.param(stalls("Так [1]. "), Failure.SLOW, id="stalls in mid-stream"),
        pytest.param(says_nothing, Failure.SLOW, id="never answers"),
        pytest.param(drips(b":"), Failure.SLOW, id="drips bytes that never end a line"),
        pytest.param(drips(b": alive\n\n"), Failure.SLOW, id="drips comments"),
        pytest.param(writes("Так [1]. А", None), Failure.BROKEN, id="breaks off"),
        pytest.param(writes("Так [1]. А", "length"), Failure.CUT_SHORT, id="reaches its own limit"),
        pytest.param(floods(PIECE.encode() * 50), Failure.CUT_SHORT, id="writes without end"),
        pytest.param(floods(b"data: x" * 5000), Failure.BROKEN, id="sends a line without end"),
        pytest.param(packs(b"data: " + b"x" * 50_000_000), Failure.BROKEN, id="sends a bomb"),
        pytest.param(fails(400), Failure.REFUSED, id="400"),
        pytest.param(fails(401), Failure.REFUSED, id="401"),
        pytest.param(fails(404), Failure.REFUSED, id="404"),
        pytest.param(fails(429), Failure.OVERLOADED, id="429"),
        pytest.param(fails(500), Failure.BROKEN, id="500"),
        pytest.param(fails(503, "<html>down</html>"), Failure.BROKEN, id="503 in HTML"),
        pytest.param(sends("data: {oh no\n\n"), Failure.BROKEN, id="malformed JSON"),
        pytest.param(sends(f"data: {'[' * 100_000}\n\n"), Failure.BROKEN, id="JSON without bottom"),
        pytest.param(sends("data: [1, 2]\n\n", "data: 7\n\n"), Failure.BROKEN, id="JSON of another shape"),
        pytest.param(sends('data: {"choices": "x"}\n\n'), Failure.BROKEN, id="choices that are none"),
        pytest.param(sends("data: \xff\n\n"), Failure.BROKEN, id="an event that is no JSON"),
        pytest.param(
            sends('data: {"error": {"message": "x"}}\n\n'), Failure.BROKEN, id="an error as an event"
        ),
        pytest.param(sends('{"choices": []}', kind="application/json"), Failure.BROKEN, id="no stream"),
        pytest.param(sends("data: [DONE]\n\n"), Failure.BROKEN, id="an end without a beginning"),
    ],
)
def test_a_server_that_fails_ends_in_an_outcome_within_the_time(
    server: ModelServer, behaviour: Behaviour, failure: Failure
) -> None:
    server.behaviour = behaviour
    patience = HASTY if failure is Failure.SLOW else PATIENT
    _, found, seconds = heard(Model(server.url, "the-model", KEY, patience))
    assert found is failure
    assert seconds < TIMELY


def test_nobody_there_is_told_as_such() -> None:
    assert heard(Model("http://127.0.0.1:9/v1", "m", "", PATIENT))[1] is Failure.UNREACHABLE


def test_no_redirect_carries_the_question_elsewhere(server: ModelServer, model: Model) -> None:
    server.behaviour = redirects(f"{server.url}/elsewhere")
    assert heard(model)[1] is Failure.REFUSED
    assert len(server.requests) == 1


def test_a_model_that_takes_no_temperature_is_asked_without_one(server: ModelServer, model: Model) -> None:
    server.behaviour = in_turn([fails(400), writes("Так [1].")])
    assert heard(model)[:2] == ("Так [1].", None)
    assert ["temperature" in asked for asked in server.requests] == [True, False]


def test_a_reader_that_goes_away_ends_the_connection(server: ModelServer, model: Model) -> None:
    ended = Event()
    server.behaviour = noted(drips(PIECE.encode()), ended)
    pieces = model.pieces(PROMPT)
    assert next(pieces) == "many long words "
    pieces.close()  # type: ignore[attr-defined]
    assert ended.wait(TIMELY)


def noted(behaviour: Behaviour, ended: Event) -> Behaviour:
    """Tells when the behaviour ends because nobody reads any more."""

    def answer(handler: Handler) -> None:
        try:
            behaviour(handler)
        finally:
            ended.set()

    return answer


def test_neither_key_nor_question_is_logged_or_told(
    server: ModelServer, model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    server.behaviour = fails(401, f'{{"error": {{"message": "bad key {KEY} for Data"}}}}')
    with caplog.at_level("INFO"), pytest.raises(ModelFailed) as failed:
        list(model.pieces(PROMPT))
    assert failed.value.detail == "AuthenticationError 401"
    told = [str(failed.value), *(record.getMessage() for record in caplog.records)]
    assert not [text for text in told if KEY in text or "Data" in text]


def test_the_time_is_up_for_a_reader_that_falls_behind_too(server: ModelServer) -> None:
    """Sentences are checked between two pieces: what waits then would be read however late."""
    server.says("many words that wait")
    pieces = Model(server.url, "m", KEY, HASTY).pieces(PROMPT)
    next(pieces)
    time.sleep(HASTY)
    with pytest.raises(ModelFailed) as failed:
        next(pieces)
    assert failed.value.failure is Failure.SLOW
