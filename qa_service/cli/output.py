"""Printing that suits both a reader and a pipe."""

import sys
from collections.abc import Callable, Iterable
from typing import Annotated, TypeVar

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from qa_service.replies.schemas import Reply

PIPE_WIDTH = 200
Shown = Iterable[RenderableType]
Given = TypeVar("Given", bound=Reply)
AsJson = Annotated[bool, typer.Option("--json", help="Print what the HTTP API would return.")]


def show(parts: Shown) -> None:
    """Prints each part on lines of its own: coloured and wrapped on a terminal, bare in a pipe.

    A string is printed as it is; markup in it means nothing.
    """
    console = Console(highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    for part in parts:
        shown = Text(part) if isinstance(part, str) else part
        console.print(shown, soft_wrap=not console.is_terminal)


def show_json(reply: Reply) -> None:
    """Prints the bytes that the API would send, and a line end."""
    sys.stdout.flush()
    sys.stdout.buffer.write(reply.to_json() + b"\n")


def give(reply: Given, view: Callable[[Given], Shown], json: bool) -> None:
    """Prints a reply for people, as `view` shows it, or as JSON."""
    if json:
        show_json(reply)
    else:
        show(view(reply))


def readable(argument: str) -> str:
    """An argument with what was not UTF-8 on the command line as replacement characters."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
