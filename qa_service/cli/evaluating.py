"""Measuring the service with a folder of question sets."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console

from qa_service.errors import CorpusUnreadable
from qa_service.evaluation import report
from qa_service.evaluation.question_files import passed_over, read_questions
from qa_service.evaluation.records import Evaluation, Json
from qa_service.evaluation.report import Change
from qa_service.evaluation.runner import evaluate
from qa_service.language.phrases import phrase
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
        return presentation.table(self._service.library.table(number)).model_dump(mode="json")


def measured(
    service: Service, folder: Path, before: Path | None, language: str
) -> tuple[Evaluation, Sequence[Change]]:
    """The figures for the question sets of `folder`, and how they moved since the run written to `before`.

    Says on stderr, in `language`, which files are left out and which part is being measured. What cannot be
    read is refused before anything is measured, which takes minutes. Raises CorpusUnreadable.
    """
    questions, earlier = read_questions(folder), report.read(before) if before else None
    if others := passed_over(folder):
        typer.echo(phrase("cli.passed-over", language, files=", ".join(others)), err=True)
    with Console(stderr=True).status("") as status:
        now = evaluate(Measured(service), questions, announce=status.update)
    if not now.scores:
        raise CorpusUnreadable(
            file=str(folder), reason="every question is in a language that is not measured"
        )
    return now, report.changes(now, earlier) if earlier else ()
