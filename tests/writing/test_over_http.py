"""Answers written by a model, over HTTP: the real report, a real server, a made-up model behind it."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import httpx2 as httpx
import pytest
from openai import OpenAI
from openai.types.chat import ChatCompletionUserMessageParam

from qa_service.api.app import create_app
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.service import Service
from qa_service.settings import Settings
from tests.api.loopback import served
from tests.writing.conftest import KEY, PATIENT
from tests.writing.model_server import ModelServer, fails, in_turn, stalls, writes

HOMES = "На сколько сократилось число детских домов?"
TRUE = "За 2015–2020 годы число детских домов сократилось со 146 до 98"
WRITING = 2


@pytest.fixture
def client(writing_service: Service, settings: Settings, tmp_path: Path) -> Iterator[httpx.Client]:
    supplier = Supplier(lambda: writing_service, tmp_path / "CURRENT", 2)
    supplier.open()
    host = Host(supplier, Workers(2), Workers(WRITING, longest_queue=0))
    own = settings.model_copy(update={"data": tmp_path})
    with served(create_app(host, own)) as opened:
        yield opened


def asked(client: httpx.Client, question: str = HOMES) -> httpx.Response:
    return client.post("/v1/ask", json={"question": question})


def test_an_answer_is_written_with_citations_that_the_reply_has(
    client: httpx.Client,
    server: ModelServer,
) -> None:
    server.says(f"{TRUE} [1]. Причиной стала реформа опеки в регионах [2].")
    reply = asked(client).json()
    assert (reply["answer"]["text"], reply["answer"]["quote"]) == (f"{TRUE} [1].", False)
    assert reply["quoted"]["text"] in reply["citations"][0]["passage"]["text"]
    assert reply["written"]["sentences"] == [{"text": f"{TRUE}.", "citations": [1]}]
    assert [each["reason"] for each in reply["written"]["struck"]] == ["unsupported"]


def test_what_is_written_in_an_answer_and_in_a_chat_is_counted(
    client: httpx.Client, server: ModelServer
) -> None:
    server.says(f"{TRUE} [1]. Причиной стала реформа опеки в регионах [2].")
    asked(client)
    message = {"role": "user", "content": HOMES}
    client.post("/v1/chat/completions", json={"model": "qa-service", "messages": [message], "stream": True})
    told = client.get("/metrics").text
    assert 'qa_written_answers_total{outcome="written"} 2.0' in told
    assert 'qa_written_sentences_total{verdict="kept"} 2.0' in told
    assert 'qa_written_sentences_total{verdict="unsupported"} 2.0' in told


def test_a_server_that_fails_leaves_the_quotation_and_no_trace_of_itself(
    client: httpx.Client,
    server: ModelServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.behaviour = fails(500, f'{{"error": {{"message": "stack trace with {KEY}"}}}}')
    with caplog.at_level("INFO"):
        reply = asked(client)
    assert reply.status_code == 200
    assert (reply.json()["answer"]["quote"], reply.json()["written"]["failure"]) == (True, "broken")
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert not [
        each for each in (KEY, "stack trace", HOMES) if each in reply.text.replace(HOMES, "") + logged
    ]
    assert not [record for record in caplog.records if record.exc_info]


def test_a_slow_model_holds_up_neither_searches_nor_quoted_answers(
    client: httpx.Client, server: ModelServer
) -> None:
    server.behaviour = stalls()
    with ThreadPoolExecutor(WRITING) as crowd:
        slow = [crowd.submit(asked, client) for _ in range(WRITING)]
        until = monotonic() + PATIENT
        while len(server.requests) < WRITING:
            assert monotonic() < until
            sleep(0.01)
        searched = [client.post("/v1/search", json={"query": "дети"}).status_code for _ in range(3)]
        quoted = asked(client).json()
        assert not any(each.done() for each in slow)
        server.stopped.set()
        assert {each.result().json()["written"]["failure"] for each in slow} == {"broken"}
    assert searched == [200] * 3
    assert (quoted["answer"]["quote"], quoted["written"]["failure"]) == (True, "busy")


@pytest.fixture
def openai(client: httpx.Client) -> OpenAI:
    return OpenAI(base_url=str(client.base_url.join("/v1")), api_key="none", max_retries=0)


def streamed(openai: OpenAI) -> list[str]:
    chunks = openai.chat.completions.create(
        model="qa-service",
        messages=[ChatCompletionUserMessageParam(role="user", content=HOMES)],
        stream=True,
    )
    return [text for chunk in chunks if (text := chunk.choices[0].delta.content)]


def test_a_chat_is_sent_each_sentence_as_it_holds(openai: OpenAI, server: ModelServer) -> None:
    server.says(f"{TRUE} [1]. Их стало 500 [1]. {TRUE} [9]. Число детских домов сократилось [1].")
    first, second, *rest = streamed(openai)
    assert (first, second) == (f"{TRUE} [1].", " Число детских домов сократилось [1].")
    assert "500" not in "".join(rest)
    assert "/p/P2100000942.ru.1223" in "".join(rest)


def test_a_chat_is_sent_the_quotation_where_nothing_holds(openai: OpenAI, server: ModelServer) -> None:
    server.behaviour = in_turn([writes("Их стало 500 [1]."), fails(429)])
    for _ in range(2):
        first, *_ = streamed(openai)
        assert first.startswith("«За период 2015")


def test_a_whole_chat_completion_is_written_too(client: httpx.Client, server: ModelServer) -> None:
    server.says(f"{TRUE} [1].")
    message = {"role": "user", "content": HOMES}
    reply = client.post("/v1/chat/completions", json={"model": "qa-service", "messages": [message]})
    assert json.loads(reply.text)["choices"][0]["message"]["content"].startswith(f"{TRUE} [1].")
