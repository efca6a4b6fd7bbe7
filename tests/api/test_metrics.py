"""Figures count what happened, and no client can make them grow without end or tell its secrets."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.replies.schemas import StruckSentence, Written, WrittenSentence
from qa_service.writing.records import Failure, Reason
from tests.api.fakes import FakeService, fake_app

Labels = tuple[tuple[str, str], ...]


def figures(client: TestClient) -> dict[tuple[str, Labels], float]:
    reply = client.get("/metrics")
    assert reply.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(reply.text)
        for sample in family.samples
    }


def requests(client: TestClient) -> dict[tuple[str, str, str], float]:
    """Counts by method, route and status."""
    return {
        tuple(value for _, value in labels): count  # type: ignore[misc]
        for (name, labels), count in figures(client).items()
        if name == "qa_requests_total"
    }


def test_requests_are_counted_by_the_template_of_their_route(client: TestClient) -> None:
    for path in ("/v1/passages/D1.kk.10", "/v1/passages/nothing", "/v1/passages/secret", "/p/D1.kk.10"):
        client.get(path)
    counted = requests(client)
    assert counted["GET", "/v1/passages/{identifier}", "200"] == 1
    assert counted["GET", "/v1/passages/{identifier}", "404"] == 2
    assert counted["GET", "/p/{identifier}", "200"] == 1
    assert "secret" not in client.get("/metrics").text


def test_no_client_can_make_labels_many(client: TestClient) -> None:
    for number in range(50):
        client.get(f"/nowhere/{number}")
        client.request(f"BREW{number}", f"/nowhere/{number}")
        client.get("/v1/documents", headers={"Host": f"evil{number}.example"})
    assert set(requests(client)) == {
        ("GET", "none", "404"),
        ("other", "none", "404"),
        ("GET", "none", "421"),
    }


def test_questions_are_counted_by_language_and_outcome(client: TestClient) -> None:
    client.post("/v1/ask", json={"question": "сколько детей в стране?"})
    client.post("/v1/ask", json={"question": "балалардың құқықтары"})
    chat = {"model": "qa-service", "messages": [{"role": "user", "content": "сколько детей в стране?"}]}
    client.post("/v1/chat/completions", json=chat)
    counted = figures(client)
    assert counted["qa_questions_total", (("language", "ru"), ("outcome", "answered"))] == 2
    assert counted["qa_questions_total", (("language", "kk"), ("outcome", "refused"))] == 1


def test_a_question_to_the_tools_is_counted_as_any_other(tmp_path: Path) -> None:
    called = {"name": "ask", "arguments": {"question": "сколько детей в стране?"}}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": called}
    with TestClient(fake_app(tmp_path)) as client:
        client.post("/mcp", json=body, headers={"Accept": "application/json, text/event-stream"})
        counted = figures(client)
    assert counted["qa_questions_total", (("language", "ru"), ("outcome", "answered"))] == 1


def test_what_a_model_wrote_is_counted_by_what_became_of_it(app: FastAPI) -> None:
    kept, struck = (
        WrittenSentence(text="a", citations=[1]),
        StruckSentence(text="b", reason=Reason.UNSUPPORTED),
    )
    outcomes: list[tuple[list[WrittenSentence], str | None]] = [
        ([kept, kept], None),
        ([], None),
        ([kept], Failure.SLOW),
    ]
    for sentences, failure in outcomes:
        app.state.metrics.count_written(
            Written(model="m", sentences=sentences, struck=[struck], failure=failure)
        )
    counted = figures(TestClient(app))
    for outcome in ("written", "none-held", "slow"):
        assert counted["qa_written_answers_total", (("outcome", outcome),)] == 1
    assert counted["qa_written_sentences_total", (("verdict", "kept"),)] == 3
    assert counted["qa_written_sentences_total", (("verdict", "unsupported"),)] == 3


def test_refusals_times_the_queue_and_the_snapshot_are_told(tmp_path: Path) -> None:
    client = TestClient(fake_app(tmp_path, QA_RATE="2"))
    assert [client.get("/v1/documents").status_code for _ in range(3)] == [200, 200, 429]
    counted = figures(TestClient(client.app, client=("10.0.0.9", 1)))
    assert counted["qa_requests_total", (("method", "GET"), ("route", "none"), ("status", "429"))] == 1
    assert counted["qa_request_seconds_count", (("route", "/v1/documents"),)] == 2
    assert counted["qa_calls_taken", ()] == 0
    (snapshot,) = [dict(labels) for name, labels in counted if name == "qa_snapshot_info"]
    assert snapshot["generation"] == "first"


def test_each_application_counts_for_itself(tmp_path: Path) -> None:
    first, second = (TestClient(fake_app(tmp_path)) for _ in range(2))
    first.get("/v1/documents")
    assert requests(second) == {}


def test_there_are_figures_before_there_is_an_index(tmp_path: Path) -> None:
    app = fake_app(tmp_path)
    app.state.host = Host(Supplier(FakeService, tmp_path / "CURRENT", seconds=2), Workers(threads=1))
    (snapshot,) = [dict(labels) for name, labels in figures(TestClient(app)) if name == "qa_snapshot_info"]
    assert snapshot["generation"] == ""
