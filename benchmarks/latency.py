"""How long a search takes over HTTP beside the encoder's own time for the query. Prints JSON.

    QA_INDEX=index python -m benchmarks.latency

A server runs in a process of its own and is asked over one kept connection; the encoder runs in this
one. They take turns, so that both meet the same load and neither the other.
"""

import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.encoder import resident_megabytes
from qa_service.embedding.encoder import load_encoder
from qa_service.evaluation.question_files import read_questions
from qa_service.settings import as_variables, read_settings

QUESTIONS = Path("tests/questions")
WARMING = 20
REQUESTS = 200
LIMIT = 10


def main() -> None:
    settings = read_settings()
    encoder = load_encoder(settings.model, settings.cache.expanduser(), settings.threads)
    texts = asked()
    with server(as_variables(settings)) as (process, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        times = [
            (timed(partial(encoder.encode_queries, [text])), timed(partial(search, connection, text)))
            for text in texts
        ]
        memory = resident_megabytes(process.pid)
    encoding, searching = (list(each) for each in zip(*times[WARMING:], strict=True))
    sys.stdout.write(json.dumps(figures(encoding, searching) | {"resident_mb": memory}, indent=1) + "\n")


def asked() -> Sequence[str]:
    """Questions by turns in both languages."""
    texts = (each.question[language] for each in read_questions(QUESTIONS).text for language in ("kk", "ru"))
    return list(islice(texts, WARMING + REQUESTS))


@contextmanager
def server(variables: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A serving process and its port, as soon as it takes requests."""
    command = [sys.executable, "-m", "qa_service.cli", "serve", "--port", "0"]
    environment = os.environ | variables | {"QA_LOG": "text"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process, ready_port(process)
        finally:
            process.terminate()


def ready_port(process: subprocess.Popen[str]) -> int:
    """The port that the server says it listens on. Raises RuntimeError where it ends before."""
    assert process.stderr
    for line in process.stderr:
        if "ready on http" in line:
            return int(line.rpartition(":")[2])
    raise RuntimeError("the server ended before it was ready")


def search(connection: http.client.HTTPConnection, text: str) -> None:
    body = json.dumps({"query": text, "limit": LIMIT})
    connection.request("POST", "/v1/search", body, {"Content-Type": "application/json"})
    reply = connection.getresponse()
    reply.read()
    if reply.status != http.HTTPStatus.OK:
        raise RuntimeError(f"the server answered {reply.status}")


def timed(task: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    task()
    return 1000 * (time.perf_counter() - started)


def figures(encoding: Sequence[float], searching: Sequence[float]) -> dict[str, float]:
    encoder, search_time = statistics.median(encoding), statistics.median(searching)
    return {
        "requests": len(searching),
        "encoder_p50_ms": round(encoder, 2),
        "search_p50_ms": round(search_time, 2),
        "search_p95_ms": round(statistics.quantiles(searching, n=20)[-1], 2),
        "search_p50_over_encoder_p50": round(search_time / encoder, 2),
    }


if __name__ == "__main__":
    main()
