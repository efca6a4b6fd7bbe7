"""Building the index with a progress bar, in this process or in one of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from qa_service.assembly import build_index
from qa_service.cli.progress import progress
from qa_service.document.alignment import Tied
from qa_service.language.phrases import phrase
from qa_service.settings import Settings, as_variables


def build_with_progress(settings: Settings, language: str) -> str:
    """Makes a new snapshot current and says what was done."""
    with progress(phrase("cli.embedding", language)) as told:
        built = build_index(settings, told)
    pairs = (_told(document, each, language) for document, some in built.tied.items() for each in some)
    return "\n".join([str(built.report), *pairs])


def _told(document: str, tied: Tied, language: str) -> str:
    """How many pairs an edition has with the official one, and which passages have no partner."""
    alone = ", ".join((*tied.official_alone, *tied.other_alone)) or "–"
    return phrase(
        "cli.pairs", language, document=document, edition=tied.language, pairs=tied.pairs, alone=alone
    )


def build_apart(settings: Settings) -> str:
    """`qa-service build` in a child process; gives what it says of its work, its stderr is shown.

    A server that builds by itself would keep much of the memory that takes. Raises typer.Exit with the
    child's status where it fails, for it has said why; a signal that ends this process ends the child.
    """
    command = [sys.executable, "-m", "qa_service.cli", "build"]
    with _terminated_by_exit():
        child = subprocess.run(
            command, env=os.environ | as_variables(settings), stdout=subprocess.PIPE, text=True, check=False
        )
    if child.returncode:
        # Shells give a process that signal n ended the status 128 + n.
        raise typer.Exit(child.returncode if child.returncode > 0 else 128 - child.returncode)
    return child.stdout.strip()


@contextmanager
def _terminated_by_exit() -> Iterator[None]:
    """Within it SIGTERM raises, so that what waits for a child ends that too."""

    def leave(number: int, _: object) -> None:
        raise typer.Exit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
