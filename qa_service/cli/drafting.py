"""The commands of whoever drafts a reply: issue sheets, the check of drafts and of citations."""

from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from qa_service.cli import checking, sheets
from qa_service.cli.current import current_service
from qa_service.cli.locale import terminal_language
from qa_service.cli.output import AsJson, give, show
from qa_service.replies.checks import check_reply
from qa_service.settings import read_settings
from qa_service.sheets.office import Office

NOT_AS_REPORTED = 1
Edits = list[str] | None


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
    office = Office(settings.data, cache(current_service), words or settings.reply_words)
    made = sheets.chosen(office, issues, identifier, terminal_language())
    if remove:
        office.cancel(made.id)
        return
    made = office.edit(made.id, changes)
    show(sheets.overview(made, office.most_words))
    if output:
        sheets.write(made, output, office.most_words)


def check(draft: Path, json: AsJson = False) -> None:
    """Look up every figure, date, law and article of a draft; fails where one is not in the report so."""
    reply = check_reply(current_service(), draft.read_bytes())
    give(reply, lambda shown: checking.findings(shown, terminal_language()), json)
    if reply.counts.differs or reply.counts.not_found:
        raise typer.Exit(NOT_AS_REPORTED)


def verify(file: Path) -> None:
    """Say for every citation in a text, JSON or DOCX whether it still stands; fails where one does not."""
    found = checking.verdicts(file, read_settings().corpus)
    show(checking.standing(found, terminal_language()))
    if not checking.all_stand(found):
        raise typer.Exit(NOT_AS_REPORTED)
