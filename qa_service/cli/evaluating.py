"""Measuring the service with a folder of question sets."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from qa_service.evaluation import report
from qa_service.evaluation.question_files import read_questions
from qa_service.evaluation.records import Evaluation, Json
from qa_service.evaluation.report import Change
from qa_service.evaluation.runner import evaluate
from qa_service.replies import calls, presentation
from qa_service.service import Service


class Measured:
    """The service as the HTTP API shows it."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def search(self, query: str, limit: int) -> Json:
        return calls.search(self._service, query, limit).model_dump(mode="json")

    def ask(self, question: str, limit: int, history: Sequence[str] = ()) -> Json:
        return calls.ask(self._service, question, limit, history=history).model_dump(mode="json")

    def cite(self, reference: str) -> Json:
        return calls.cite(self._service, reference).model_dump(mode="json")

    def table(self, number: int) -> Json:
        return presentation.table(self._service.table(number)).model_dump(mode="json")


def measured(service: Service, folder: Path) -> Evaluation:
    """The figures for the question sets of `folder`; says on stderr which part is being measured."""
    with Console(stderr=True).status("") as status:
        return evaluate(Measured(service), read_questions(folder), announce=status.update)


def moved(now: Evaluation, before: Path | None) -> Sequence[Change]:
    """How the figures moved since the run that was written to `before`."""
    return report.changes(now, report.read(before)) if before else ()
