"""The commands: each unpacks its arguments, calls the service and prints what comes back."""

from pathlib import Path
from typing import Annotated

import typer

from qa_service import __version__
from qa_service.citing.citation import Form
from qa_service.cli import auditing, drafting, evaluating, feedback, keys, passages, staying, tables
from qa_service.cli.building import build_with_progress
from qa_service.cli.current import current_service
from qa_service.cli.locale import terminal_language
from qa_service.cli.output import AsJson, give, readable, show
from qa_service.evaluation import report
from qa_service.language.phrases import phrase
from qa_service.replies import calls, library, writing
from qa_service.replies import references as reference_replies
from qa_service.replies.schemas import ReferenceKind
from qa_service.settings import read_settings

app = typer.Typer(
    help="Cited answers from official documents in Kazakh and Russian.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(feedback.app, name="feedback")
app.add_typer(keys.app, name="keys")
FIGURES_FELL = 1
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=50, help="Most passages to show.")]
Cited = Annotated[Form, typer.Option(help="In what form citations are given.")]
Edition = Annotated[str | None, typer.Option(help="Language of the edition, such as ru.")]
TableFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write a .csv, .xlsx or .png file.")]


@app.command()
def build() -> None:
    """Read the corpus and make a new index; unchanged passages are not embedded again."""
    show([build_with_progress(read_settings(), terminal_language())])


for staying_command in (staying.serve, staying.mcp, staying.telegram):
    app.command()(staying_command)


@app.command()
def ask(question: str, limit: Limit = 5, form: Cited = "footnote", json: AsJson = False) -> None:
    """Answer a question, with citations."""
    give(writing.ask(current_service(), readable(question), limit, form), passages.answer, json)


@app.command()
def search(query: str, limit: Limit = 10, form: Cited = "footnote", json: AsJson = False) -> None:
    """Find passages."""
    give(calls.search(current_service(), readable(query), limit, form), passages.hits, json)


@app.command()
def cite(
    reference: str,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Most places to show.")] = None,
    form: Cited = "footnote",
    json: AsJson = False,
) -> None:
    """Find every place that names an article, a paragraph, a law, a table or a chapter."""
    give(calls.cite(current_service(), readable(reference), limit, form), passages.places, json)


@app.command()
def references(
    kind: Annotated[ReferenceKind | None, typer.Option(help="Only references of this kind.")] = None,
    json: AsJson = False,
) -> None:
    """List every act, article and paragraph that the documents refer to."""
    give(
        reference_replies.references(current_service(), terminal_language(), kind), passages.references, json
    )


@app.command()
def table(
    number: int,
    form: Cited = "footnote",
    json: AsJson = False,
    language: Edition = None,
    output: TableFile = None,
) -> None:
    """Print an annex table, or write it to a file."""
    service = current_service()
    found = service.library.table(number, language)
    if output:
        tables.write(found, output, phrase("table.uncertain", terminal_language()))
    else:
        give(library.table(service, number, language, form), tables.table, json)


for drafting_command in (drafting.sheet, drafting.check, drafting.verify):
    app.command()(drafting_command)


@app.command()
def evaluate(
    folder: Path,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the figures as JSON.")] = None,
    before: Annotated[Path | None, typer.Option(help="Compare with figures written earlier.")] = None,
    tolerance: Annotated[float, typer.Option(min=0, help="Points a figure may fall before it fails.")] = 3,
) -> None:
    """Measure the service with the question sets of a folder; fails where a figure fell."""
    if output:
        output.parent.resolve(strict=True)  # A folder that is not there is told before minutes of work.
    evaluation, changes = evaluating.measured(current_service(), folder, before, terminal_language())
    show([report.rendered(evaluation, changes, tolerance)])
    if output:
        report.write(evaluation, output)
    if report.worse(changes, tolerance):
        raise typer.Exit(FIGURES_FELL)


@app.command()
def audit() -> None:
    """List every sum of a table that fails and every cell that is uncertain."""
    show(auditing.findings(read_settings().corpus, terminal_language()))


@app.command()
def version() -> None:
    """Print the version."""
    show([__version__])
