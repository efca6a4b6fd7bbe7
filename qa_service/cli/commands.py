"""The commands: each unpacks its arguments, calls the service and prints what comes back."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from qa_service import __version__
from qa_service.assembly import open_service
from qa_service.citing.citation import Form
from qa_service.cli import auditing, checking, evaluating, feedback, keys, passages, sheets, tables
from qa_service.cli.building import build_with_progress
from qa_service.cli.locale import terminal_language
from qa_service.cli.output import Shown, readable, show, show_json
from qa_service.cli.staying import mcp, serve, telegram
from qa_service.evaluation import report
from qa_service.language.phrases import phrase
from qa_service.replies import calls, writing
from qa_service.replies import references as reference_replies
from qa_service.replies.checks import check_reply
from qa_service.replies.schemas import ReferenceKind, Reply
from qa_service.service import Service
from qa_service.settings import read_settings
from qa_service.sheets.office import Office

app = typer.Typer(
    help="Cited answers from official documents in Kazakh and Russian.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(feedback.app, name="feedback")
app.add_typer(keys.app, name="keys")
FIGURES_FELL = 1
NOT_AS_REPORTED = 1
Given = TypeVar("Given", bound=Reply)
AsJson = Annotated[bool, typer.Option("--json", help="Print what the HTTP API would return.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=50, help="Most passages to show.")]
Cited = Annotated[Form, typer.Option(help="In what form citations are given.")]
Edits = list[str] | None
Edition = Annotated[str | None, typer.Option(help="Language of the edition, such as ru.")]
TableFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write a .csv, .xlsx or .png file.")]


@app.command()
def build() -> None:
    """Read the corpus and make a new index; unchanged passages are not embedded again."""
    show([build_with_progress(read_settings(), terminal_language())])


for staying in (serve, mcp, telegram):
    app.command()(staying)


@app.command()
def ask(question: str, limit: Limit = 5, form: Cited = "footnote", json: AsJson = False) -> None:
    """Answer a question, with citations."""
    _give(writing.ask(_service(), readable(question), limit, form), passages.answer, json)


@app.command()
def search(query: str, limit: Limit = 10, form: Cited = "footnote", json: AsJson = False) -> None:
    """Find passages."""
    _give(calls.search(_service(), readable(query), limit, form), passages.hits, json)


@app.command()
def cite(
    reference: str,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Most places to show.")] = None,
    form: Cited = "footnote",
    json: AsJson = False,
) -> None:
    """Find every place that names an article, a paragraph, a law, a table or a chapter."""
    _give(calls.cite(_service(), readable(reference), limit, form), passages.places, json)


@app.command()
def references(
    kind: Annotated[ReferenceKind | None, typer.Option(help="Only references of this kind.")] = None,
    json: AsJson = False,
) -> None:
    """List every act, article and paragraph that the documents refer to."""
    _give(reference_replies.references(_service(), terminal_language(), kind), passages.references, json)


@app.command()
def table(
    number: int,
    form: Cited = "footnote",
    json: AsJson = False,
    language: Edition = None,
    output: TableFile = None,
) -> None:
    """Print an annex table, or write it to a file."""
    service = _service()
    found = service.table(number, language)
    if output:
        tables.write(found, output, phrase("table.uncertain", terminal_language()))
    else:
        _give(calls.table(service, number, language, form), tables.table, json)


@app.command()
def sheet(
    issues: Annotated[Path | None, typer.Argument(help="A list of issues: .docx, .txt or .md.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write a .docx, .xlsx, .md or .json file.")
    ] = None,
    identifier: Annotated[str | None, typer.Option("--id", help="A sheet that was made earlier.")] = None,
    pin: Annotated[Edits, typer.Option(help="Evidence to put first, as 12a:2,3.")] = None,
    drop: Annotated[Edits, typer.Option(help="Evidence to leave out, as 12a:2,3.")] = None,
    offer: Annotated[Edits, typer.Option(help="Evidence neither pinned nor dropped any longer.")] = None,
    order: Annotated[Edits, typer.Option(help="Evidence in its new order, as 12a:3,1.")] = None,
    reply: Annotated[Edits, typer.Option(help="A reply, as 12a:TEXT or 12a:@FILE.")] = None,
    words: Annotated[int | None, typer.Option(min=1, help="Words that the replies may have.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Cancel or forget the sheet.")] = False,
) -> None:
    """Make a sheet from a list of issues, or edit one; every issue with its evidence."""
    if output:
        sheets.check_ending(output)
    changes = sheets.edits(pin, drop, offer, order, reply)
    settings = read_settings()
    office = Office(settings.data, cache(_service), words or settings.reply_words)
    made = sheets.chosen(office, issues, identifier, terminal_language())
    if remove:
        office.cancel(made.id)
        return
    made = office.edit(made.id, changes)
    show(sheets.overview(made, office.most_words))
    if output:
        sheets.write(made, output, office.most_words)


@app.command()
def check(draft: Path, json: AsJson = False) -> None:
    """Look up every figure, date, law and article of a draft; fails where one is not in the report so."""
    reply = check_reply(_service(), draft.read_bytes())
    _give(reply, lambda shown: checking.findings(shown, terminal_language()), json)
    if reply.counts.differs or reply.counts.not_found:
        raise typer.Exit(NOT_AS_REPORTED)


@app.command()
def verify(file: Path) -> None:
    """Say for every citation in a text, JSON or DOCX whether it still stands; fails where one does not."""
    found = checking.verdicts(file, read_settings().corpus)
    show(checking.standing(found, terminal_language()))
    if not checking.all_stand(found):
        raise typer.Exit(NOT_AS_REPORTED)


@app.command()
def evaluate(
    folder: Path,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the figures as JSON.")] = None,
    before: Annotated[Path | None, typer.Option(help="Compare with figures written earlier.")] = None,
    tolerance: Annotated[float, typer.Option(min=0, help="Points a figure may fall before it fails.")] = 3,
) -> None:
    """Measure the service with the question sets of a folder; fails where a figure fell."""
    evaluation = evaluating.measured(_service(), folder)
    changes = evaluating.moved(evaluation, before)
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


def _service() -> Service:
    return open_service(read_settings())


def _give(reply: Given, view: Callable[[Given], Shown], json: bool) -> None:
    if json:
        show_json(reply)
    else:
        show(view(reply))
