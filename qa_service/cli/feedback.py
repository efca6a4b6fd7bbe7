"""What readers say of answers, in the terminal: listed, removed, made into question sets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from qa_service.assembly import read_library
from qa_service.cli.locale import terminal_language
from qa_service.cli.output import AsJson, Shown, show, show_json
from qa_service.feedback.export import REVIEW, export, reply_of
from qa_service.feedback.records import Judgement, Verdict
from qa_service.feedback.store import MOST, FeedbackStore
from qa_service.language.phrases import phrase
from qa_service.language.visible import visible
from qa_service.library import Library
from qa_service.replies.feedback import feedback_reply
from qa_service.settings import read_settings

app = typer.Typer(
    help="List what readers say of answers, and make question sets of it.", no_args_is_help=True
)
STYLES = {Verdict.RIGHT: "green", Verdict.WRONG: "bold red"}


@app.command(name="list")
def listing(
    wrong: Annotated[bool, typer.Option("--wrong", help="Only what was judged wrong.")] = False,
    json: AsJson = False,
) -> None:
    """List every judgement, the oldest first."""
    kept = [each for each in _store().after() if not wrong or each.verdict is Verdict.WRONG]
    if json:
        show_json(feedback_reply(tuple(kept), MOST + 1))
    else:
        show(_told(kept, terminal_language()))


@app.command(name="export")
def exporting(folder: Annotated[Path, typer.Argument(help="Folder to write to.")]) -> None:
    """Write question sets that `qa-service evaluate FOLDER` reads, and a list for people of the rest."""
    library = Library(read_library(read_settings().corpus))
    written = export(_store().after(), library, folder, terminal_language())
    lines = [f"{folder / file}: {count}" for file, count in written.questions.items() if count]
    show([*lines, f"{folder / REVIEW}: {written.doubtful}"])


@app.command()
def remove(identifier: Annotated[int, typer.Argument(help="The number that `list` shows.")]) -> None:
    """Forget a judgement."""
    _store().remove(identifier)


def _told(kept: list[Judgement], language: str) -> Shown:
    for each in kept:
        verdict = phrase(f"feedback.verdict-{each.verdict}", language)
        yield Text.assemble(f"{each.id}  {each.created}  ", (verdict, STYLES[each.verdict]))
        yield from _details(each, language)
    yield phrase("feedback.count", language, count=len(kept))


def _details(each: Judgement, language: str) -> Iterator[str]:
    yield f"  {visible(each.question)}"
    yield f"  → {visible(reply_of(each, language))}"
    if each.remark:
        yield f"  {phrase('feedback.remark', language)}: {visible(each.remark)}"


def _store() -> FeedbackStore:
    return FeedbackStore(read_settings().data)
