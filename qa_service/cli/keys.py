"""API keys in the terminal: made, listed, withdrawn."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from qa_service.access.keys import Key, Scope, text_of
from qa_service.access.store import KeyStore
from qa_service.cli.locale import terminal_language
from qa_service.cli.output import show
from qa_service.language.phrases import phrase
from qa_service.settings import read_settings

app = typer.Typer(help="Make, list and withdraw API keys.", no_args_is_help=True)
COLUMNS = ("id", "name", "scopes", "rate", "created", "expires", "state")
Expires = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day on which it ceases to work, at 00:00 UTC."),
]


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="Who or what will use the key.")],
    scope: Annotated[
        list[Scope] | None, typer.Option(help="What it may do; may be given several times.")
    ] = None,
    expires: Expires = None,
    rate: Annotated[
        int | None, typer.Option(min=1, help="Requests a minute; as QA_RATE says if left out.")
    ] = None,
) -> None:
    """Make a key and print its secret, which is shown this once; without --scope it may read."""
    until = expires.replace(tzinfo=UTC) if expires else None
    if until and until <= datetime.now(UTC):
        raise typer.BadParameter(f"--expires {until.date()}")
    key, secret = _store().add(_checked(name), scope or [Scope.READ], rate, until)
    typer.echo(phrase("keys.made", terminal_language(), name=key.name, id=key.id), err=True)
    show([secret])


@app.command(name="list")
def listing() -> None:
    """List every key with its scopes, rate, expiry and state; secrets are kept nowhere."""
    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in COLUMNS:
        shown.add_column(phrase(f"keys.{column}", terminal_language()), overflow="fold")
    for key in _store().all():
        shown.add_row(*map(Text, _row(key, terminal_language())))
    show([shown])


@app.command()
def withdraw(key: Annotated[str, typer.Argument(help="The name or the id of a key.")]) -> None:
    """Withdraw a key; running servers refuse it at once."""
    withdrawn = _store().withdraw(key)
    show([phrase("keys.withdrawn-now", terminal_language(), name=withdrawn.name, id=withdrawn.id)])


def _checked(name: str) -> str:
    """The name, trimmed. Raises BadParameter for one that could not be shown in a list or a log."""
    trimmed = name.strip()
    if not (0 < len(trimmed) <= 100 and trimmed.isprintable()):
        raise typer.BadParameter(repr(name))
    return trimmed


def _row(key: Key, language: str) -> tuple[str, ...]:
    rate = str(key.rate) if key.rate else ""
    expires = f"{key.expires:%Y-%m-%d}" if key.expires else ""
    state = phrase(f"keys.{_state(key)}", language)
    return (key.id, key.name, text_of(key.scopes), rate, f"{key.created:%Y-%m-%d}", expires, state)


def _state(key: Key) -> str:
    if key.withdrawn:
        return "withdrawn"
    return "in-force" if key.is_in_force(datetime.now(UTC)) else "expired"


def _store() -> KeyStore:
    return KeyStore(read_settings().data)
