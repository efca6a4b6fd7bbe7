"""Figures for Prometheus: counts and times, never paths, addresses or texts."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.types import Scope

from qa_service import __version__
from qa_service.errors import IndexMissing
from qa_service.hosting.host import Host
from qa_service.replies.schemas import AskReply, Written

router = APIRouter(tags=["health"])

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
NO_ROUTE = "none"


class Metrics:
    """What one application counts; its methods may be called from any thread.

    Labels hold only what the service itself names, so that no client can make them many: the template
    of a route, or "none" for a request that reached no route, as all that are refused do.
    """

    def __init__(self, host: Callable[[], Host]) -> None:
        self._host = host
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "qa_requests", "Requests answered.", ("route", "method", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "qa_request_seconds",
            "Time until a reply was sent.",
            ("route",),
            buckets=SECONDS,
            registry=self._registry,
        )
        self._questions = Counter(
            "qa_questions", "Questions asked.", ("language", "outcome"), registry=self._registry
        )
        self._answers = Counter(
            "qa_written_answers",
            "Answers that a language model was asked to write.",
            ("outcome",),
            registry=self._registry,
        )
        self._sentences = Counter(
            "qa_written_sentences",
            "Sentences that a language model wrote.",
            ("verdict",),
            registry=self._registry,
        )
        self._snapshot = Info("qa_snapshot", "The snapshot that serves.", registry=self._registry)
        queue = Gauge("qa_calls_taken", "Calls worked on or waiting for a thread.", registry=self._registry)
        queue.set_function(lambda: self._host().taken)

    def count_request(self, scope: Scope, status: int, seconds: float) -> None:
        """Counts a request that was answered."""
        route = getattr(scope.get("route"), "path", NO_ROUTE)
        method = scope["method"] if scope["method"] in METHODS else "other"
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def count_question(self, reply: AskReply) -> None:
        """Counts a question as answered or refused."""
        self._questions.labels(reply.language, "answered" if reply.answered else "refused").inc()

    def count_written(self, written: Written) -> None:
        """Counts an answer that a model was to write by its outcome, and its sentences by their verdicts."""
        self._answers.labels(written.failure or ("written" if written.sentences else "none-held")).inc()
        self._sentences.labels("kept").inc(len(written.sentences))
        for sentence in written.struck:
            self._sentences.labels(sentence.reason).inc()

    def shown(self) -> bytes:
        """All figures as they are now, in Prometheus' text format."""
        self._snapshot.info({"version": __version__, "generation": self._generation()})
        return generate_latest(self._registry)

    def _generation(self) -> str:
        try:
            return self._host().service.generation
        except IndexMissing:
            return ""


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics(request: Request) -> Response:
    """Figures for Prometheus."""
    shown: Metrics = request.app.state.metrics
    return Response(shown.shown(), media_type=CONTENT_TYPE_LATEST)
