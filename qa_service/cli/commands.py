"""The commands: each unpacks its arguments, calls the service and prints what comes back."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from qa_service import __version__
from qa_service.api import presentation, replies
from qa_service.api.schemas import Reply
from qa_service.cli import passages, tables
from qa_service.cli.building import build_with_progress
from qa_service.cli.output import Shown, show, show_json
from qa_service.cli.serving import serve_forever
from qa_service.service import Service, open_service
from qa_service.settings import read_settings

app = typer.Typer(
    help="Cited answers from official documents in Kazakh and Russian.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Given = TypeVar("Given", bound=Reply)
AsJson = Annotated[bool, typer.Option("--json", help="Print what the HTTP API would return.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, max=50, help="Most passages to show.")]
Edition = Annotated[str | None, typer.Option(help="Language of the edition, such as ru.")]


@app.command()
def build() -> None:
    """Read the corpus and make a new index; unchanged passages are not embedded again."""
    show(build_with_progress(read_settings()))


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the HTTP API; the index is built first if there is none."""
    serve_forever(read_settings(), host, port)


@app.command()
def ask(question: str, limit: Limit = 5, json: AsJson = False) -> None:
    """Answer a question, with citations."""
    _give(replies.ask(_service(), question, limit), passages.answer, json)


@app.command()
def search(query: str, limit: Limit = 10, json: AsJson = False) -> None:
    """Find passages."""
    _give(replies.search(_service(), query, limit), passages.hits, json)


@app.command()
def cite(reference: str, json: AsJson = False) -> None:
    """Find every place that names an article, a paragraph, a law, a table or a chapter."""
    _give(replies.cite(_service(), reference), passages.places, json)


@app.command()
def table(
    number: int,
    json: AsJson = False,
    language: Edition = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write a .csv or .xlsx file.")] = None,
) -> None:
    """Print an annex table, or write it to a file."""
    found = _service().table(number, language)
    if output:
        tables.write(found, output)
    else:
        _give(presentation.table(found), tables.table, json)


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
